import type { Point } from 'geojson';
import { readCsv } from '../../../src/files/office/csv.ts';
import { ProblemList } from '../../../src/files/problem-list.ts';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import { readFeatureCollection } from '../../../src/files/vector/geojson-read.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { guess } from './properties.ts';

/** A row of a table or a feature of GeoJSON: a position and whatever was said of it. */
export interface RawPoint {
  /** 'row 17' or 'features[3]'. */
  place: string;
  position: LonLat;
  properties: Readonly<Record<string, unknown>>;
}

const lonNames = ['lon', 'lng', 'long', 'longitude', 'kinh_do', 'x'];
const latNames = ['lat', 'latitude', 'vi_do', 'y'];

/** A number as it stands or as text, with a decimal point or comma; NaN for anything else. */
export const asNumber = (value: unknown): number => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(',', '.')) : Number.NaN;
};

/** Points of a GeoJSON file, or of a CSV file with columns of longitude and latitude in WGS 84 degrees. */
export const readPoints = ({ name: file, bytes }: InputFile): RawPoint[] =>
  /\.csv$/i.test(file) ? fromCsv(bytes, file) : fromGeoJson(bytes, file);

const fromGeoJson = (bytes: Uint8Array, file: string): RawPoint[] =>
  readFeatureCollection(bytes, file, ['Point']).features.map(({ geometry, properties }, i) => ({
    place: `features[${i}]`,
    position: positionOf(geometry),
    properties,
  }));

export const positionOf = ({ coordinates: [lon, lat] }: Point): LonLat => [lon, lat];

const fromCsv = (bytes: Uint8Array, file: string): RawPoint[] => {
  const problems = new ProblemList();
  const points = readCsv(bytes, file).flatMap((row, i): RawPoint[] => {
    const properties = Object.fromEntries([...row].filter(([name]) => name !== '__proto__'));
    // the header is row 1
    const place = `row ${i + 2}`;
    const lon = coordinate(properties, lonNames, 180, file, place, problems);
    const lat = coordinate(properties, latNames, 90, file, place, problems);
    return [{ place, position: [lon, lat], properties }];
  });
  problems.throwIfErrors(file);
  return points;
};

const coordinate = (
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
  max: number,
  file: string,
  place: string,
  problems: ProblemList,
): number => {
  const value = guess(properties, names);
  const degrees = asNumber(value);
  if (value === undefined) {
    problems.error({ file, place, value: '', rule: 'missing-field', ruleValues: { field: names[0] } });
  } else if (!(Math.abs(degrees) <= max)) {
    const ruleValues = { min: -max, max };
    problems.error({ file, place: `${place}, ${names[0]}`, value: String(value), rule: 'out-of-range', ruleValues });
  }
  return degrees;
};
