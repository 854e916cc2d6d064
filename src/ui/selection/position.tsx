import { formatNumber } from '../../i18n/format.ts';
import type { LonLat } from '../../model/place.ts';

/** Latitude and longitude in degrees, in that order, as people write them. */
export const Position = ({ at: [lon, lat] }: { at: LonLat }) => (
  <span class="tabular">
    {formatNumber(lat, 5)}° B, {formatNumber(lon, 5)}° Đ
  </span>
);
