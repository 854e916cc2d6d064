import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { parseJson } from '../json.ts';
import { ProblemList, refuse } from '../problem-list.ts';

/** Nesting of coordinates: 0 a position, 1 a line, 2 a polygon, 3 several. */
const depths = { Point: 0, LineString: 1, Polygon: 2, MultiPolygon: 3 } as const;
type GeometryType = keyof typeof depths;
type GeometryOf<T extends GeometryType> = Extract<Geometry, { type: T }>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The old `crs` member, where it names another system than WGS 84. */
const foreignSystem = (root: Record<string, unknown>): string | undefined => {
  const crs = isObject(root.crs) && isObject(root.crs.properties) ? root.crs.properties.name : undefined;
  return typeof crs === 'string' && !/(?:CRS84|EPSG:+4326)$/i.test(crs) ? crs : undefined;
};

/**
 * A GeoJSON FeatureCollection whose features all have one of the geometry types given. Positions keep longitude and
 * latitude only; rings are checked to be closed. Throws InputError listing every feature that does not fit.
 */
export const readFeatureCollection = <T extends GeometryType>(
  bytes: Uint8Array,
  file: string,
  types: readonly T[],
): FeatureCollection<GeometryOf<T>, Record<string, unknown>> => {
  const root = parseJson(bytes, file);
  if (!isObject(root) || root.type !== 'FeatureCollection' || !Array.isArray(root.features)) {
    const value = isObject(root) && typeof root.type === 'string' ? root.type : typeof root;
    throw refuse({ file, place: 'type', value, rule: 'not-geojson', ruleValues: { expected: 'FeatureCollection' } });
  }
  const system = foreignSystem(root);
  if (system) {
    throw refuse({ file, place: 'crs', value: system, rule: 'not-geojson', ruleValues: { expected: 'WGS 84' } });
  }
  const problems = new ProblemList();
  const features = root.features.map((feature, i) => readFeature(feature, types, file, `features[${i}]`, problems));
  problems.throwIfErrors(file);
  return { type: 'FeatureCollection', features: features.filter((feature) => feature !== undefined) };
};

const readFeature = <T extends GeometryType>(
  feature: unknown,
  types: readonly T[],
  file: string,
  place: string,
  problems: ProblemList,
): Feature<GeometryOf<T>, Record<string, unknown>> | undefined => {
  if (!isObject(feature) || feature.type !== 'Feature') {
    problems.error({ file, place, value: '', rule: 'not-geojson', ruleValues: { expected: 'Feature' } });
    return undefined;
  }
  const { geometry, properties } = feature;
  const type = types.find((t) => isObject(geometry) && geometry.type === t);
  if (!isObject(geometry) || type === undefined) {
    const value = isObject(geometry) ? String(geometry.type) : 'null';
    const ruleValues = { detail: types.join(', ') };
    problems.error({ file, place: `${place}.geometry`, value, rule: 'bad-geometry', ruleValues });
    return undefined;
  }
  const trouble: Trouble[] = [];
  const coordinates = readNested(geometry.coordinates, depths[type], depths[type] >= 2, 'coordinates', trouble);
  // the first of a geometry is enough: a file in metres has as many as it has vertices
  const [first] = trouble;
  if (first) {
    const at = `${place}.geometry.${first.place}`;
    problems.error({ file, place: at, value: first.value, rule: 'bad-geometry', ruleValues: { detail: first.detail } });
    return undefined;
  }
  return {
    type: 'Feature',
    geometry: { type, coordinates } as unknown as GeometryOf<T>,
    properties: isObject(properties) ? withoutPrototype(properties) : {},
  };
};

/** JSON may name a property `__proto__`; assigned to another object it would change what that object is. */
const withoutPrototype = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => name !== '__proto__'));

interface Trouble {
  place: string;
  value: string;
  detail: string;
}
type Nested = Position | Nested[];

const readNested = (value: unknown, depth: number, rings: boolean, place: string, trouble: Trouble[]): Nested => {
  if (depth === 0) return readPosition(value, place, trouble);
  if (!Array.isArray(value) || value.length === 0) {
    trouble.push({ place, value: '', detail: 'no coordinates' });
    return [];
  }
  const parts = value.map((part, i) => readNested(part, depth - 1, rings, `${place}[${i}]`, trouble));
  if (depth === 1 && trouble.length === 0) checkLine(parts as Position[], rings, place, trouble);
  return parts;
};

const readPosition = (value: unknown, place: string, trouble: Trouble[]): Position => {
  const [lon, lat] = Array.isArray(value) ? value : [];
  const fits = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (!fits) {
    const detail = 'longitude −180…180 and latitude −90…90 in degrees';
    trouble.push({ place, value: JSON.stringify(value) ?? '', detail });
  }
  return [lon, lat];
};

const checkLine = (line: readonly Position[], isRing: boolean, place: string, trouble: Trouble[]): void => {
  const [first, last] = [line[0], line[line.length - 1]];
  if (line.length < (isRing ? 4 : 2)) trouble.push({ place, value: String(line.length), detail: 'too few positions' });
  else if (line.some(([lon], i) => i > 0 && Math.abs(lon - line[i - 1][0]) > 180)) {
    trouble.push({ place, value: '', detail: 'it crosses the 180° meridian, which is not supported' });
  } else if (isRing && (first[0] !== last[0] || first[1] !== last[1])) {
    trouble.push({ place, value: `${first} … ${last}`, detail: 'the ring is not closed' });
  }
};
