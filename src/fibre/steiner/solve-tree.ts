import { branchesOf } from './branches.ts';
import { costOf, type SteinerInstance } from './graph.ts';
import { withEdges } from './part.ts';
import { exchangePaths } from './path-exchange.ts';
import { pathTree } from './path-heuristic.ts';
import { prunedTree } from './pruned-tree.ts';
import { type Effort, type ProvenTree, solvePart } from './solve-part.ts';
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
  parts: SolvedPart[];
}

/** Parts are put together until they hold so many terminals: more could not be searched exactly. */
const mostTogether = 30;

/**
 * The cheapest tree that joins all terminals to the root, with a bound. The graph is divided into territories, at first one
 * for each branch of a quick tree. Each is solved as if all around it were lit, which gives a bound; where its tree comes from
 * a neighbour's ground, the two are put together and solved anew.
 *
 * @param isOpen by edge: 0 where nothing may be laid and the bound may come from
 * @param onProgress told how many terminals are settled
 */
export const solveTree = (
  instance: SteinerInstance,
  isOpen: Uint8Array,
  effort: Effort,
  onProgress: (done: number, total: number) => void = () => {},
): SolvedTree => {
  const { graph, terminals } = instance;
  const open = withEdges(instance, isOpen);
  const quick = open.expand(exchangePaths(open.instance, pathTree(open.instance)!));
  const { groups, terminalOf } = branchesOf(instance, quick);
  const territories = divide(instance, isOpen);
  const membersOf = (group: number): number[] => [...terminals.keys()].filter((number) => groups.of(number) === group);

  const settled = new Map<number, { part: SolvedPart; edges: Int32Array }>();
  const todo = new Set([...terminals.keys()].map((number) => groups.of(number)));
  while (todo.size > 0) {
    // small ones first: what they are put together with need not be solved twice
    const group = [...todo].reduce((least, other) =>
      membersOf(other).length < membersOf(least).length ? other : least,
    );
    todo.delete(group);
    const members = membersOf(group);
    const territory = territoryOf(instance, isOpen, territories, members);
    const proven = solvePart(territory.instance, effort);
    const origins = new Set(Array.from(proven.edges, (e) => territory.comesFrom[e]));
    const neighbours = [...new Set([...origins].filter((from) => from >= 0).map((from) => groups.of(from)))];
    const together = [group, ...neighbours].reduce((sum, other) => sum + membersOf(other).length, 0);
    if (neighbours.length > 0 && together <= mostTogether) {
      for (const neighbour of neighbours) {
        settled.delete(neighbour);
        todo.delete(neighbour);
        groups.unite(group, neighbour);
      }
      todo.add(groups.of(group));
    } else {
      const isReal = origins.size === 0 || (origins.size === 1 && origins.has(beyond.none));
      const ofQuick = quick.filter((_, k) => groups.of(terminalOf[k]) === group);
      const edges = isReal ? territory.expand(proven.edges) : (realTree(territory, effort) ?? ofQuick);
      const better = costOf(graph, ofQuick) < costOf(graph, edges) ? ofQuick : edges;
      settled.set(group, {
        part: {
          terminals: members,
          costVnd: costOf(graph, better),
          bound: proven.bound,
          isAtEdge: origins.has(beyond.graph),
        },
        edges: better,
      });
    }
    onProgress(
      [...settled.values()].reduce((sum, { part }) => sum + part.terminals.length, 0),
      terminals.length,
    );
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
  const edges = prunedTree(instance, among, isOpen);
  return { edges, costVnd: costOf(graph, edges), bound: parts.reduce((sum, { bound }) => sum + bound, 0), parts };
};

/** A territory's tree that comes from nowhere beyond its edge; null where there is none. */
const realTree = (territory: Territory, effort: Effort): Int32Array | null => {
  const within = withEdges(
    territory.instance,
    Uint8Array.from(territory.comesFrom, (from) => (from === beyond.none ? 1 : 0)),
  );
  if (!pathTree(within.instance)) return null;
  const proven: ProvenTree = solvePart(within.instance, effort);
  return territory.expand(within.expand(proven.edges));
};
