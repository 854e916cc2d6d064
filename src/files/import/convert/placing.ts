import type { Position } from 'geojson';
import type { LonLat } from '../../../model/place.ts';
import { refuse } from '../../problem-list.ts';
import { knownSystems, projectionFrom } from '../../vector/crs.ts';
import type { ImportChoice } from '../guess/propose.ts';

/** From a file's own x and y to degrees of WGS 84. */
export type Place = (x: number, y: number) => LonLat;

/** How the positions of a file become degrees. Throws InputError for a reference system we don't know. */
export const placing = async ({ epsg, swapped }: ImportChoice, file: string): Promise<Place> => {
  const inverse = await projectionFrom(epsg);
  if (!inverse) {
    throw refuse({
      file,
      place: '',
      value: `EPSG:${epsg}`,
      rule: 'unknown-system',
      ruleValues: { expected: knownSystems },
    });
  }
  // a ten-millionth of a degree is a centimetre
  const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 + 0;
  return (x, y) => {
    const [lon, lat] = swapped ? inverse(y, x) : inverse(x, y);
    return [round(lon), round(lat)];
  };
};

export type Nested = Position | Nested[];
/** Coordinates of any geometry, moved. */
export const moved = (coordinates: Nested, place: Place): Nested =>
  typeof coordinates[0] === 'number'
    ? [...place(coordinates[0], coordinates[1] as number)]
    : (coordinates as Nested[]).map((part) => moved(part, place));

/** Degrees that go on past the meridian of 180°, as some programs write them. */
export const isBeyondAntimeridian = ([lon, lat]: LonLat): boolean =>
  Math.abs(lon) > 180 && Math.abs(lon) <= 360 && Math.abs(lat) <= 90;

export const isOnEarth = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
export const allOnEarth = (coordinates: Nested): boolean =>
  typeof coordinates[0] === 'number'
    ? isOnEarth([coordinates[0], coordinates[1] as number])
    : (coordinates as Nested[]).every(allOnEarth);
