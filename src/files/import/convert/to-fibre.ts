import type { Feature, LineString, Point } from 'geojson';
import { distanceM } from '../../../geo/distance.ts';
import { metresPerDegree } from '../../../geo/ellipsoid.ts';
import type { FibreNodeProperties, FibreRouteProperties } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import { communeOf, type ImportContext } from '../context.ts';
import type { Reading } from './reading.ts';

/** A cable as a file draws it. */
export interface RawLine {
  reading: Reading;
  id: string;
  line: readonly LonLat[];
}

/** A cable may end this far from the node it belongs to. */
const snapM = 200;
/** Ends of cables this near are one node, where none was drawn. */
const sameNodeM = 20;

type Node = Feature<Point, FibreNodeProperties>;
type Route = Feature<LineString, FibreRouteProperties>;

const nodeAt = (id: string, kind: FibreNodeProperties['kind'], position: LonLat, communeCode: string): Node => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties: { id, kind, communeCode },
});
const positionOf = ({ geometry: { coordinates } }: Node): LonLat => [coordinates[0], coordinates[1]];

/** A fibre node of a row; undefined, and told, where the row does not make one. */
export const toFibreNode = (reading: Reading, fallbackId: string, context: ImportContext): Node | undefined => {
  const id = reading.id(fallbackId);
  const communeCode = communeOf(reading, context);
  if (communeCode === undefined || reading.isBad()) return undefined;
  const kind = /hamlet|xom|ban|thon/i.test(reading.text('kind')) ? 'hamlet' : 'office';
  return nodeAt(id, kind, reading.position, communeCode);
};

/** Nodes by where they are: squares of 200 m, so that an end looks at its own square and those around it. */
class NodeIndex {
  readonly #squares = new Map<string, Node[]>();
  readonly #eastM: number;
  readonly #northM: number;

  constructor(latitude: number) {
    const { eastM, northM } = metresPerDegree(latitude);
    this.#eastM = eastM;
    this.#northM = northM;
  }

  #squareOf([lon, lat]: LonLat): readonly [column: number, row: number] {
    return [Math.floor((lon * this.#eastM) / snapM), Math.floor((lat * this.#northM) / snapM)];
  }

  add(node: Node): void {
    const key = this.#squareOf(positionOf(node)).join();
    const there = this.#squares.get(key);
    if (there) there.push(node);
    else this.#squares.set(key, [node]);
  }

  nearest(position: LonLat, withinM: number): Node | undefined {
    const [column, row] = this.#squareOf(position);
    let best: Node | undefined;
    let leastM = withinM;
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const node of this.#squares.get(`${c},${r}`) ?? []) {
          const away = distanceM(positionOf(node), position);
          if (away > leastM || (away === leastM && best)) continue;
          leastM = away;
          best = node;
        }
      }
    }
    return best;
  }
}

const lengthKm = (line: readonly LonLat[]): number =>
  Math.round(line.reduce((sum, at, i) => (i === 0 ? 0 : sum + distanceM(line[i - 1], at)), 0)) / 1000;

/**
 * Routes with the nodes they end in: those they name, else the file's own within 200 m, else new ones, which ends that
 * meet share. Where the context is strict an end in the open is told instead.
 */
export const toFibre = (
  lines: readonly RawLine[],
  given: readonly Node[],
  context: ImportContext,
): { nodes: Node[]; routes: Route[] } => {
  const nodes = [...given];
  const byId = new Map(given.map((node) => [node.properties.id, node]));
  const drawn = new NodeIndex(lines[0]?.line[0][1] ?? 0);
  const made = new NodeIndex(lines[0]?.line[0][1] ?? 0);
  for (const node of given) drawn.add(node);
  const endOf = ({ reading, id }: RawLine, position: LonLat, end: 'from' | 'to'): string | undefined => {
    const stated = reading.text(end);
    const named = byId.get(stated);
    if (named) return named.properties.id;
    if (stated !== '' && context.isStrict) {
      reading.tell('unknown-reference', stated, undefined, end);
      return undefined;
    }
    // a node that stands already may be meant: the file can't tell
    if (stated !== '') reading.warn('unknown-reference', stated);
    const near = drawn.nearest(position, snapM) ?? made.nearest(position, sameNodeM);
    if (near) return near.properties.id;
    if (context.isStrict) {
      reading.tell('unknown-reference', position.join(', '), undefined, end);
      return undefined;
    }
    const communeCode = communeOf({ ...reading, position }, context);
    if (communeCode === undefined) return undefined;
    const node = nodeAt(`${id}-${end === 'from' ? 'a' : 'b'}`, 'office', position, communeCode);
    nodes.push(node);
    made.add(node);
    return node.properties.id;
  };
  const routes = lines.flatMap((raw): Route[] => {
    const { id, line } = raw;
    const from = endOf(raw, line[0], 'from');
    const to = endOf(raw, line[line.length - 1], 'to');
    if (from === undefined || to === undefined) return [];
    const geometry: LineString = { type: 'LineString', coordinates: line.map((position) => [...position]) };
    return [{ type: 'Feature', geometry, properties: { id, from, to, lengthKm: lengthKm(line) } }];
  });
  return { nodes, routes };
};
