import { communeFinder } from '../../files/vector/locate.ts';
import { distanceM } from '../../geo/distance.ts';
import type { FibreNodeProperties, FibreRouteProperties } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import { layerOf } from '../apply-scenario.ts';
import type { StudyLayers } from '../layers.ts';
import { type Outcome, refused } from '../moment.ts';
import { changeOf, entryOf, put, type Study } from '../study.ts';

type Route = StudyLayers['fibreRoutes'];

const lengthKm = (line: readonly LonLat[]): number =>
  line.reduce((sum, to, i) => (i === 0 ? 0 : sum + distanceM(line[i - 1], to) / 1000), 0);

const lineOf = (route: Route): LonLat[] => route.geometry.coordinates.map(([lon, lat]) => [lon, lat] as const);

const routeAlong = (properties: Omit<FibreRouteProperties, 'lengthKm'>, line: readonly LonLat[]): Route => ({
  type: 'Feature',
  properties: { ...properties, lengthKm: lengthKm(line) },
  geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
});

const routesAt = (study: Study, id: string): Route[] =>
  layerOf(study, 'fibreRoutes').filter(({ properties: { from, to } }) => from === id || to === id);

/** A new fibre node; its commune is the one it lies in. */
export const addFibreNode = (
  study: Study,
  { id, kind, position }: Pick<FibreNodeProperties, 'id' | 'kind'> & { position: LonLat },
): Outcome => {
  if (entryOf(study, 'fibreNodes', id)) return refused('id-taken', { id });
  const commune = communeFinder(study.base.pack.communes)(position);
  if (!commune) return refused('outside-province', { id });
  const node: StudyLayers['fibreNodes'] = {
    type: 'Feature',
    properties: { id, kind, communeCode: commune.code },
    geometry: { type: 'Point', coordinates: [...position] },
  };
  return { note: { operation: 'addFibreNode', subject: id }, changes: [put(study, 'fibreNodes', node)] };
};

/** Moves a node; the ends of its routes follow. */
export const moveFibreNode = (
  study: Study,
  { id, position, gesture }: { id: string; position: LonLat; gesture?: string },
): Outcome => {
  const node = entryOf(study, 'fibreNodes', id);
  if (!node) return refused('no-such-entry', { id });
  const commune = communeFinder(study.base.pack.communes)(position);
  if (!commune) return refused('outside-province', { id });
  const moved: StudyLayers['fibreNodes'] = {
    ...node,
    properties: { ...node.properties, communeCode: commune.code },
    geometry: { type: 'Point', coordinates: [...position] },
  };
  const routes = routesAt(study, id).map((route) => {
    let line = lineOf(route);
    if (route.properties.from === id) line = line.with(0, position);
    if (route.properties.to === id) line = line.with(-1, position);
    return put(study, 'fibreRoutes', routeAlong(route.properties, line));
  });
  return {
    note: { operation: 'moveFibreNode', subject: id },
    changes: [put(study, 'fibreNodes', moved), ...routes],
    ...(gesture !== undefined && { gesture }),
  };
};

/** Takes a node away, and the routes that end in it. */
export const deleteFibreNode = (study: Study, { id }: { id: string }): Outcome => {
  if (!entryOf(study, 'fibreNodes', id)) return refused('no-such-entry', { id });
  const routes = routesAt(study, id).map(({ properties }) => changeOf(study, 'fibreRoutes', properties.id, null));
  return {
    note: { operation: 'deleteFibreNode', subject: id },
    changes: [changeOf(study, 'fibreNodes', id, null), ...routes],
  };
};

/** A new route between two nodes, straight where no way is given. */
export const addFibreRoute = (
  study: Study,
  { id, from, to, via = [] }: Pick<FibreRouteProperties, 'id' | 'from' | 'to'> & { via?: readonly LonLat[] },
): Outcome => {
  if (entryOf(study, 'fibreRoutes', id)) return refused('id-taken', { id });
  const ends = [from, to].map((end) => entryOf(study, 'fibreNodes', end)?.geometry.coordinates);
  const missing = [from, to].find((_, i) => !ends[i]);
  if (missing !== undefined) return refused('unknown-reference', { value: missing });
  const [first, last] = ends.map((end) => [end?.[0] ?? 0, end?.[1] ?? 0] as const);
  const route = routeAlong({ id, from, to }, [first, ...via, last]);
  return { note: { operation: 'addFibreRoute', subject: id }, changes: [put(study, 'fibreRoutes', route)] };
};

export const deleteFibreRoute = (study: Study, { id }: { id: string }): Outcome =>
  entryOf(study, 'fibreRoutes', id)
    ? { note: { operation: 'deleteFibreRoute', subject: id }, changes: [changeOf(study, 'fibreRoutes', id, null)] }
    : refused('no-such-entry', { id });
