import type { Feature, LineString, Point } from 'geojson';
import { distanceM } from '../../../geo/distance.ts';
import type { FibreNodeProperties, FibreRouteProperties } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import { communeOf, type ImportContext, type Reading } from '../context.ts';

/** A cable as a file draws it. */
export interface RawLine {
  reading: Reading;
  id: string;
  line: readonly LonLat[];
}

/** Ends of cables this near are one node. */
const sameNodeM = 20;

type Node = Feature<Point, FibreNodeProperties>;
type Route = Feature<LineString, FibreRouteProperties>;

const nodeAt = (id: string, kind: FibreNodeProperties['kind'], position: LonLat, communeCode: string): Node => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties: { id, kind, communeCode },
});

/** A fibre node of a row; undefined, and told, where the row does not make one. */
export const toFibreNode = (reading: Reading, fallbackId: string, context: ImportContext): Node | undefined => {
  const communeCode = communeOf(reading, context);
  if (communeCode === undefined) return undefined;
  const kind = /hamlet|xom|ban|thon/i.test(reading.text('kind')) ? 'hamlet' : 'office';
  return nodeAt(reading.text('id') || fallbackId, kind, reading.position, communeCode);
};

/** Routes with the nodes they end in: the file's own where one is near, new ones elsewhere. */
export const toFibre = (
  lines: readonly RawLine[],
  given: readonly Node[],
  context: ImportContext,
): { nodes: Node[]; routes: Route[] } => {
  const nodes = [...given];
  const nodeNear = ({ reading, id }: RawLine, position: LonLat, end: 'a' | 'b'): string | undefined => {
    const near = nodes.find(
      ({ geometry: { coordinates } }) => distanceM([coordinates[0], coordinates[1]], position) <= sameNodeM,
    );
    if (near) return near.properties.id;
    const communeCode = communeOf({ ...reading, position }, context);
    if (communeCode === undefined) return undefined;
    const node = nodeAt(`${id}-${end}`, 'office', position, communeCode);
    nodes.push(node);
    return node.properties.id;
  };
  const routes = lines.flatMap((raw): Route[] => {
    const { id, line } = raw;
    const from = nodeNear(raw, line[0], 'a');
    const to = nodeNear(raw, line[line.length - 1], 'b');
    if (from === undefined || to === undefined) return [];
    const lengthKm = line.reduce((sum, at, i) => (i === 0 ? 0 : sum + distanceM(line[i - 1], at) / 1000), 0);
    return [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
        properties: { id, from, to, lengthKm },
      },
    ];
  });
  return { nodes, routes };
};
