import { bbox, booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import type { AreaGeometry } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';

/** Tells whether positions lie inside an area, its border included; the box is tried first. */
export const insideTest = (area: AreaGeometry): ((position: LonLat) => boolean) => {
  const [west, south, east, north] = bbox(area);
  return (position) => {
    const [lon, lat] = position;
    return lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], area);
  };
};

/** Kilometres from a position outside an area to its border. */
export const distanceOutsideKm = (area: AreaGeometry, [lon, lat]: LonLat): number =>
  pointToPolygonDistance([lon, lat], area, { units: 'kilometers' });
