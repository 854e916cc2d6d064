import type { Geometry } from 'geojson';
import { refuse } from '../../problem-list.ts';
import type { RawRow } from './raw-table.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const geometryTypes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Coordinates nested no deeper than a MultiPolygon's, numbers at the bottom; 0 where they are not. */
const depthOf = (value: unknown, left = 4): number => {
  if (!Array.isArray(value) || left === 0 || value.length === 0) return 0;
  if (typeof value[0] === 'number') {
    return value.length >= 2 && value.slice(0, 2).every((n) => typeof n === 'number' && Number.isFinite(n)) ? 1 : 0;
  }
  const depth = depthOf(value[0], left - 1);
  return depth > 0 && value.every((part) => depthOf(part, left - 1) === depth) ? depth + 1 : 0;
};

const depths: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

/** A geometry as it stands in a file; null where it is none of ours. */
const geometryOf = (value: unknown): Geometry | null => {
  if (!isObject(value) || typeof value.type !== 'string' || !geometryTypes.includes(value.type)) return null;
  return depthOf(value.coordinates) === depths[value.type] ? (value as unknown as Geometry) : null;
};

/** Columns and rows of features: every property that one of them has is a column. */
export const tableOfFeatures = (features: readonly unknown[], file: string): { columns: string[]; rows: RawRow[] } => {
  if (features.length === 0)
    throw refuse({ file, place: 'features', value: '0', rule: 'missing-field', ruleValues: { field: 'features[0]' } });
  const columnAt = new Map<string, number>();
  const rows = features.map((feature, i): RawRow => {
    const place = `features[${i}]`;
    if (!isObject(feature)) return { place, values: [], geometry: null };
    const values: unknown[] = [];
    for (const [name, value] of Object.entries(isObject(feature.properties) ? feature.properties : {})) {
      let at = columnAt.get(name);
      if (at === undefined) {
        at = columnAt.size;
        columnAt.set(name, at);
      }
      values[at] = value;
    }
    return { place, values, geometry: geometryOf(feature.geometry) };
  });
  return { columns: [...columnAt.keys()], rows };
};
