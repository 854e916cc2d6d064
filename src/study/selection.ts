import type { LonLat } from '../model/place.ts';

export const selectionKinds = ['commune', 'hamlet', 'site', 'area', 'point'] as const;

/** The one thing looked at. */
export interface Selection {
  kind: (typeof selectionKinds)[number];
  /** Of a point: its longitude and latitude. */
  id: string;
}

/** To a tenth of a metre: what a click can tell. */
const pointDigits = 6;

/** Any position, where nothing of the study need be. */
export const selectionAt = ([lon, lat]: LonLat): Selection => ({
  kind: 'point',
  id: [lon, lat].map((degrees) => String(Number(degrees.toFixed(pointDigits)))).join(','),
});

/** Where a selected point lies; null for what its id does not tell. */
export const pointOf = ({ kind, id }: Selection): LonLat | null => {
  const [lon, lat, ...rest] = kind === 'point' ? id.split(',').map(Number) : [];
  const valid = rest.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return valid ? [lon, lat] : null;
};
