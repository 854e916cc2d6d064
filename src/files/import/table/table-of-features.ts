import type { Geometry } from 'geojson';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { toUnicodeCells } from '../text/unicode-cells.ts';
import type { RawRow } from './raw-table.ts';
import { type GridTable, legacyNotes } from './table-of-grid.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** Collections in collections are allowed, and make no sense beyond a few. */
const deepestCollection = 5;

/** A geometry as it stands in a file; null where it is none of ours, or a part of it is none. */
export const geometryOf = (value: unknown, left = deepestCollection): Geometry | null => {
  if (!isObject(value) || typeof value.type !== 'string') return null;
  if (value.type === 'GeometryCollection') {
    if (!Array.isArray(value.geometries) || left === 0) return null;
    const geometries = value.geometries.map((part) => geometryOf(part, left - 1));
    if (geometries.some((part) => part === null) || geometries.length === 0) return null;
    return { type: 'GeometryCollection', geometries: geometries.filter((part) => part !== null) };
  }
  return depthOf(value.coordinates) === depths[value.type] ? (value as unknown as Geometry) : null;
};

/** The id a feature has beside its properties, under a name that no property has. */
const featureIdColumn = 'feature id';

/** Columns and rows of features: every property that one of them has is a column, and the ids of features are one. */
export const tableOfFeatures = (features: readonly unknown[], file: string, placeOf = featurePlace): GridTable => {
  if (features.length === 0)
    throw refuse({ file, place: 'features', value: '0', rule: 'missing-field', ruleValues: { field: 'features[0]' } });
  if (features.length > limits.features) {
    const ruleValues = { max: limits.features, unit: 'features' };
    throw refuse({ file, place: 'features', value: `${features.length} features`, rule: 'too-large', ruleValues });
  }
  const columnAt = new Map<string, number>();
  const put = (values: unknown[], name: string, value: unknown): void => {
    let at = columnAt.get(name);
    if (at === undefined) {
      at = columnAt.size;
      if (at >= limits.tableColumns) {
        const ruleValues = { max: limits.tableColumns, unit: 'columns' };
        throw refuse({ file, place: 'features', value: `${at + 1} columns`, rule: 'too-large', ruleValues });
      }
      columnAt.set(name, at);
    }
    values[at] = value;
  };
  const cells: unknown[][] = [];
  const rows = features.map((feature, i): RawRow => {
    const place = placeOf(i);
    const values: unknown[] = [];
    cells.push(values);
    if (!isObject(feature)) return { place, values, geometry: null };
    const properties = isObject(feature.properties) ? feature.properties : {};
    for (const [name, value] of Object.entries(properties)) put(values, name, value);
    if (typeof feature.id === 'string' || typeof feature.id === 'number') put(values, featureIdColumn, feature.id);
    return { place, values, geometry: geometryOf(feature.geometry) };
  });
  const names = [[...columnAt.keys()]];
  const turned = [...toUnicodeCells(cells, columnAt.size), ...toUnicodeCells(names, columnAt.size)];
  return { columns: names[0], rows, warnings: legacyNotes(turned, file) };
};

const featurePlace = (i: number): string => `features[${i}]`;
