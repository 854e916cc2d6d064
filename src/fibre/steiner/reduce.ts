import { distancesFrom } from './distances.ts';
import type { DualBound } from './dual-ascent.ts';
import type { SteinerInstance } from './graph.ts';

/**
 * The edges that a tree cheaper than the best known may use: those that cost less than the gap over the bound in
 * reduced costs, with the ways from the root to them and on to some terminal (Wong 1984; Duin 1993; Polzin and Vahdati
 * Daneshmand 2001). Where there is such a tree it is kept whole.
 */
export const usefulEdges = (
  { graph, root, terminals }: SteinerInstance,
  { bound, reduced }: DualBound,
  bestCost: number,
): Uint8Array => {
  const fromRoot = distancesFrom(graph, [root], reduced).cost;
  const toTerminal = distancesFrom(graph, terminals, reduced, true).cost;
  const room = bestCost - bound;
  const keep = new Uint8Array(graph.edges);
  for (let e = 0; e < graph.edges; e++) {
    const [u, v] = [graph.head[2 * e + 1], graph.head[2 * e]];
    const there = fromRoot[u] + reduced[2 * e] + toTerminal[v];
    const back = fromRoot[v] + reduced[2 * e + 1] + toTerminal[u];
    if (Math.min(there, back) < room) keep[e] = 1;
  }
  return keep;
};
