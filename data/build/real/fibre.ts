import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson';
import { ProblemList } from '../../../src/files/problem-list.ts';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import { readFeatureCollection } from '../../../src/files/vector/geojson-read.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import type { FibreNodeProperties, FibreRouteProperties } from '../../../src/model/pack.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { checkUnique, fieldsOf } from './fields.ts';
import type { CommuneFinder } from './locate.ts';
import { positionOf, type RawPoint } from './points.ts';

const names = { id: ['id', 'code', 'ma'], kind: ['kind', 'loai'], from: ['from', 'tu'], to: ['to', 'den'] };

/** A route may end this far from the node it belongs to. */
const snapM = 200;

export interface Fibre {
  nodes: FeatureCollection<Point, FibreNodeProperties>;
  routes: FeatureCollection<LineString, FibreRouteProperties>;
  warnings: readonly Problem[];
}

/**
 * Fibre nodes (points) and routes (lines) of a GeoJSON file. A node without a kind is an office; a route without ends
 * stated belongs to the nodes within 200 m of its ends; its length is measured. Throws InputError listing every node
 * outside the province, repeated id and route with an end in the open.
 */
export const readFibre = ({ name: file, bytes }: InputFile, findCommune: CommuneFinder): Fibre => {
  const problems = new ProblemList();
  const { features } = readFeatureCollection(bytes, file, ['Point', 'LineString']);
  const raw = features.map((feature, i) => ({ ...feature, place: `features[${i}]` }));
  const points = raw.flatMap(({ geometry, properties, place }): RawPoint[] =>
    geometry.type === 'Point' ? [{ place, position: positionOf(geometry), properties }] : [],
  );
  const nodes = points.flatMap((point, i) => nodeOf(point, i, file, findCommune, problems));
  const lines = raw.flatMap(({ geometry, properties, place }) =>
    geometry.type === 'LineString' ? [{ place, line: geometry, properties }] : [],
  );
  const routes = lines.flatMap(({ place, line, properties }, i): Feature<LineString, FibreRouteProperties>[] => {
    const fields = fieldsOf({ place, position: [0, 0], properties }, file, problems);
    const end = (stated: readonly string[], [lon, lat]: Position): string => {
      const id = fields.optionalText(stated);
      const node = id === undefined ? nearest(nodes, [lon, lat]) : nodes.find((n) => n.properties.id === id);
      if (node) return node.properties.id;
      const value = id ?? `${lon}, ${lat}`;
      problems.error({ file, place: `${place}, ${stated[0]}`, value, rule: 'unknown-reference' });
      return '';
    };
    const { coordinates } = line;
    const id = fields.optionalText(names.id) ?? `R-${String(i + 1).padStart(4, '0')}`;
    const from = end(names.from, coordinates[0]);
    const to = end(names.to, coordinates[coordinates.length - 1]);
    return [{ type: 'Feature', geometry: line, properties: { id, from, to, lengthKm: lengthKm(coordinates) } }];
  });
  const placed = (features: readonly { properties: { id: string } }[], at: readonly { place: string }[]) =>
    features.map(({ properties }, i) => ({ id: properties.id, place: at[i].place }));
  if (nodes.length === points.length) checkUnique(placed(nodes, points), file, problems);
  checkUnique(placed(routes, lines), file, problems);
  problems.throwIfErrors(file);
  return {
    nodes: { type: 'FeatureCollection', features: nodes },
    routes: { type: 'FeatureCollection', features: routes },
    warnings: problems.warnings,
  };
};

const nodeOf = (
  point: RawPoint,
  i: number,
  file: string,
  findCommune: CommuneFinder,
  problems: ProblemList,
): Feature<Point, FibreNodeProperties>[] => {
  const commune = findCommune(point, file, problems);
  const fields = fieldsOf(point, file, problems);
  const id = fields.optionalText(names.id) ?? `N-${String(i + 1).padStart(4, '0')}`;
  const kind = fields.optionalText(names.kind) === 'hamlet' ? 'hamlet' : 'office';
  if (!commune) return [];
  const geometry = { type: 'Point' as const, coordinates: [...point.position] };
  return [{ type: 'Feature', geometry, properties: { id, kind, communeCode: commune.code } }];
};

const nearest = (nodes: readonly Feature<Point, FibreNodeProperties>[], end: LonLat) => {
  let best: Feature<Point, FibreNodeProperties> | undefined;
  let least = snapM;
  for (const node of nodes) {
    const away = distanceM(positionOf(node.geometry), end);
    if (away > least) continue;
    least = away;
    best = node;
  }
  return best;
};

const lengthKm = (line: readonly Position[]): number => {
  let sumM = 0;
  for (let i = 1; i < line.length; i++) sumM += distanceM([line[i - 1][0], line[i - 1][1]], [line[i][0], line[i][1]]);
  return Math.round(sumM) / 1000;
};
