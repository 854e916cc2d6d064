import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { LonLat } from '../../model/place.ts';

/** Latitude and longitude in degrees, in that order, as people write them. */
export const Position = ({ at: [lon, lat] }: { at: LonLat }) => (
  <span class="tabular">{t('selection.latLon', { lat: formatNumber(lat, 5), lon: formatNumber(lon, 5) })}</span>
);
