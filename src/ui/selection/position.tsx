import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { LonLat } from '../../model/place.ts';

interface PositionProps {
  at: LonLat;
  /** How far the true position may lie from it; not said where it is as good as its layer's. */
  uncertaintyM: number | undefined;
}

/** Latitude and longitude in degrees, in that order, as people write them. */
export const Position = ({ at: [lon, lat], uncertaintyM }: PositionProps) => (
  <span class="tabular">
    {t('selection.latLon', { lat: formatNumber(lat, 5), lon: formatNumber(lon, 5) })}
    {uncertaintyM !== undefined && ` ${t('selection.positionWithin', { metres: formatNumber(uncertaintyM) })}`}
  </span>
);
