import type { Range } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import { exactly } from '../../money/range.ts';
import type { Way } from '../fibre-types.ts';
import { edgeMarks, type FibreGraph, root } from '../graph/fibre-graph.ts';
import type { Ground } from '../graph/ground.ts';
import { type BuildChoice, kindOf, type LayingCost, onRoad } from '../graph/laying-cost.ts';
import type { CableKind } from '../parameters.ts';

/** A segment as it is found along the tree; those it hangs on come before it. */
export interface TreeSegment {
  /** Index of the segment it hangs on, −1 at a lit place. */
  parent: number;
  /** Index of the lit place it starts at, −1 where it hangs on a segment. */
  lit: number;
  /** Index of the hamlet it ends at, −1 elsewhere. */
  hamlet: number;
  kind: CableKind;
  way: Way;
  km: number;
  waterKm: number;
  forestKm: number;
  unknownKm: number;
  costVnd: Range;
  line: LonLat[];
}

/** What a tree is cut into segments with. */
export interface SegmentSource {
  fibreGraph: FibreGraph;
  ground: Ground;
  /** By lit place. */
  litPositions: readonly LonLat[];
  litCells: ArrayLike<number>;
  build: BuildChoice;
  cost: LayingCost;
}

/** Cuts a tree where it branches, where it reaches a hamlet, and where the cable or what it runs along changes. */
export const treeSegments = (source: SegmentSource, edges: Int32Array): TreeSegment[] => {
  const { fibreGraph, ground, litPositions, litCells, build, cost } = source;
  const { graph, positionOf, cells, lengthM, mark, hamletNodes } = fibreGraph;
  const arcsOf = new Map<number, number[]>();
  for (const e of edges) {
    for (const a of [2 * e, 2 * e + 1]) {
      const from = graph.head[a ^ 1];
      const there = arcsOf.get(from);
      if (there) there.push(a);
      else arcsOf.set(from, [a]);
    }
  }
  const hamletAt = new Map(Array.from(hamletNodes, (node, hamlet) => [node, hamlet]));
  const segments: TreeSegment[] = [];
  /** Arcs to walk, each with the segment that leads to it and whether it may go on with that one. */
  const todo = (arcsOf.get(root) ?? []).map((arc) => ({ arc, last: -1, goesOn: false })).reverse();
  for (let at = todo.pop(); at; at = todo.pop()) {
    const { arc, last } = at;
    const e = arc >> 1;
    const to = graph.head[arc];
    const lit = mark[e] >= 0 ? mark[e] : -1;
    const way: Way = mark[e] === edgeMarks.road ? 'road' : 'country';
    const from = lit >= 0 ? litCells[lit] : cells[graph.head[arc ^ 1]];
    const [a, b] = way === 'road' ? [onRoad, onRoad] : [from, cells[to]];
    const kind = kindOf(build, cost, lengthM[e], a, b);
    let index = last;
    if (!at.goesOn || segments[last].kind !== kind || segments[last].way !== way) {
      const start = lit >= 0 ? litPositions[lit] : positionOf(graph.head[arc ^ 1]);
      index = segments.push({ ...empty(), parent: last, lit, kind, way, line: [start] }) - 1;
    }
    const segment = segments[index];
    const km = lengthM[e] / 1000;
    segment.km += km;
    segment.line.push(positionOf(to));
    for (const end of ['low', 'central', 'high'] as const) segment.costVnd[end] += cost(lengthM[e], a, b, kind, end);
    if (a !== onRoad) {
      segment.waterKm += (km * (ground.water[a] + ground.water[b])) / 2;
      segment.forestKm += (km * (ground.forest[a] + ground.forest[b])) / 2;
      if (Number.isNaN(ground.heightM[a] + ground.heightM[b])) segment.unknownKm += km;
    }
    segment.hamlet = hamletAt.get(to) ?? -1;
    const onwards = (arcsOf.get(to) ?? []).filter((next) => next !== (arc ^ 1)).reverse();
    const goesOn = onwards.length === 1 && segment.hamlet < 0;
    for (const next of onwards) todo.push({ arc: next, last: index, goesOn });
  }
  return segments;
};

const empty = () => ({
  hamlet: -1,
  km: 0,
  waterKm: 0,
  forestKm: 0,
  unknownKm: 0,
  costVnd: exactly(0),
});
