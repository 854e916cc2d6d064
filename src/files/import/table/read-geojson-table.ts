import { parseJson } from '../../json.ts';
import { refuse } from '../../problem-list.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfFeatures } from './table-of-features.ts';

interface Root {
  type?: unknown;
  features?: unknown;
  crs?: { properties?: { name?: unknown } };
}

/** EPSG code in the old `crs` member; WGS 84 is what a file without one is in. */
const statedSystem = (root: Root): number | null => {
  const name = root.crs?.properties?.name;
  if (typeof name !== 'string') return null;
  if (/CRS84$/i.test(name)) return 4326;
  const code = /EPSG:+(\d{4,6})$/i.exec(name)?.[1];
  return code === undefined ? null : Number(code);
};

/** Features of a GeoJSON file, geometries as they stand. */
export const readGeoJsonTable = (bytes: Uint8Array, file: string): RawTable => {
  const root = parseJson(bytes, file);
  const { type, features, ...rest } = (typeof root === 'object' && root !== null ? root : {}) as Root;
  const list = type === 'FeatureCollection' && Array.isArray(features) ? features : type === 'Feature' ? [root] : null;
  if (!list) {
    const value = typeof type === 'string' ? type : typeof root;
    throw refuse({ file, place: 'type', value, rule: 'not-geojson', ruleValues: { expected: 'FeatureCollection' } });
  }
  return {
    format: 'geojson',
    ...tableOfFeatures(list, file),
    epsg: statedSystem(rest),
    encoding: null,
    cut: false,
    warnings: [],
  };
};
