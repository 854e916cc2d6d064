import { branchesOf } from './branches.ts';
import { dualAscent } from './dual-ascent.ts';
import { costOf, type SteinerInstance } from './graph.ts';
import { withEdges } from './part.ts';
import { exchangePaths } from './path-exchange.ts';
import { pathTree } from './path-heuristic.ts';
import { prunedTree } from './pruned-tree.ts';
import { type Effort, solvePart } from './solve-part.ts';
import { beyond, divide, type Territory, territoryOf } from './territories.ts';

/** Some terminals whose trees may hang together, settled by themselves. */
export interface SolvedPart {
  /** Numbers of the terminals. */
  terminals: readonly number[];
  costVnd: number;
  bound: number;
  /** The bound comes from beyond the end of the graph: a larger one might have a cheaper tree. */
  isAtEdge: boolean;
}

export interface SolvedTree {
  /** Edges of the tree. */
  edges: Int32Array;
  costVnd: number;
  /** No tree costs less. */
  bound: number;
  /** What dual ascent alone says of the whole. */
  dualAscent: number;
  parts: SolvedPart[];
}

/** Parts are put together until they hold so many terminals: more could not be searched exactly. */
const mostTogether = 30;

/**
 * The cheapest tree that joins all terminals to the root, with a bound. The graph is divided into territories, at first one
 * for each branch of a quick tree. Each is solved as if all around it were lit, which gives a bound; where its tree comes from
 * a neighbour's ground, the two are put together and solved anew.
 *
 * @param onProgress told how many terminals are settled
 */
export const solveTree = (
  instance: SteinerInstance,
  effort: Effort,
  onProgress: (done: number, total: number) => void = () => {},
): SolvedTree => {
  const { graph, terminals } = instance;
  const quick = exchangePaths(instance, pathTree(instance)!);
  const { groups, terminalOf } = branchesOf(instance, quick);
  const territories = divide(instance);
  const members = new Map<number, number[]>();
  for (const number of terminals.keys()) {
    const group = groups.of(number);
    members.set(group, [...(members.get(group) ?? []), number]);
  }

  const settled = new Map<number, Settled>();
  const todo = new Set(members.keys());
  let done = 0;
  while (todo.size > 0) {
    const group = smallest(todo, members);
    todo.delete(group);
    const own = members.get(group)!;
    const territory = territoryOf(instance, territories, own);
    const settledBefore = done;
    const proven = solvePart(territory.instance, effort, (share) =>
      onProgress(Math.floor(settledBefore + share * own.length), terminals.length),
    );
    const origins = new Set(Array.from(proven.edges, (e) => territory.comesFrom[e]));
    const neighbours = [...new Set([...origins].filter((from) => from >= 0).map((from) => groups.of(from)))];
    const together = [own, ...neighbours.map((neighbour) => members.get(neighbour)!)].flat().sort((a, b) => a - b);
    if (neighbours.length > 0 && together.length <= mostTogether) {
      for (const neighbour of neighbours) {
        if (settled.delete(neighbour)) done -= members.get(neighbour)!.length;
        todo.delete(neighbour);
        groups.unite(group, neighbour);
      }
      members.set(groups.of(group), together);
      todo.add(groups.of(group));
    } else {
      const isReal = [...origins].every((from) => from === beyond.none);
      const ofQuick = quick.filter((_, k) => groups.of(terminalOf[k]) === group);
      const ofTerritory = isReal ? territory.expand(proven.edges) : realTree(territory, effort);
      const edges = ofTerritory && costOf(graph, ofTerritory) <= costOf(graph, ofQuick) ? ofTerritory : ofQuick;
      const costVnd = costOf(graph, edges);
      settled.set(group, {
        part: { terminals: own, costVnd, bound: proven.bound, isAtEdge: origins.has(beyond.graph) },
        edges,
      });
      done += own.length;
    }
    onProgress(done, terminals.length);
  }

  const parts = [...settled.values()].map(({ part }) => part).sort((a, b) => a.terminals[0] - b.terminals[0]);
  const among = new Uint8Array(graph.nodes);
  among[instance.root] = 1;
  for (const { edges } of settled.values()) {
    for (const e of edges) {
      among[graph.head[2 * e]] = 1;
      among[graph.head[2 * e + 1]] = 1;
    }
  }
  const edges = prunedTree(instance, among);
  const { bound: ascended } = dualAscent(instance);
  const bound = Math.max(
    ascended,
    parts.reduce((sum, part) => sum + part.bound, 0),
  );
  return { edges, costVnd: costOf(graph, edges), bound, dualAscent: ascended, parts };
};

interface Settled {
  part: SolvedPart;
  edges: Int32Array;
}

/** The group with the fewest members: small ones first, since those they are put together with are not solved twice then. */
const smallest = (groups: Iterable<number>, members: ReadonlyMap<number, number[]>): number => {
  let least = -1;
  for (const group of groups) {
    if (least < 0 || members.get(group)!.length < members.get(least)!.length) least = group;
  }
  return least;
};

/** A territory's tree that comes from nowhere beyond its edge; null where there is none. */
const realTree = (territory: Territory, effort: Effort): Int32Array | null => {
  const within = withEdges(
    territory.instance,
    Uint8Array.from(territory.comesFrom, (from) => (from === beyond.none ? 1 : 0)),
  );
  if (!pathTree(within.instance)) return null;
  const proven = solvePart(within.instance, effort);
  return territory.expand(within.expand(proven.edges));
};
