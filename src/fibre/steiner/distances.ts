import FlatQueue from 'flatqueue';
import type { Graph } from './graph.ts';

/** Least costs from sources, and the arc by which each node was come to; −1 at a source and where there is no way. */
export interface Distances {
  cost: Float64Array;
  cameBy: Int32Array;
}

/**
 * Cheapest ways from any of the sources to every node (Dijkstra 1959); from every node to any of them where `backwards`, with
 * arcs that lead away from the source all the same.
 *
 * @param arcCost by arc
 */
export const distancesFrom = (
  { nodes, head, start, arc }: Graph,
  sources: ArrayLike<number>,
  arcCost: Float64Array,
  backwards = false,
): Distances => {
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes).fill(-1);
  const front = new FlatQueue<number>();
  for (let s = 0; s < sources.length; s++) {
    cost[sources[s]] = 0;
    front.push(sources[s], 0);
  }
  while (front.length > 0) {
    const d = front.peekValue()!;
    const v = front.pop()!;
    if (d > cost[v]) continue;
    for (let i = start[v]; i < start[v + 1]; i++) {
      const a = arc[i];
      const next = d + arcCost[backwards ? a ^ 1 : a];
      const u = head[a];
      if (next >= cost[u]) continue;
      cost[u] = next;
      cameBy[u] = a;
      front.push(u, next);
    }
  }
  return { cost, cameBy };
};

/** The costs of a graph's edges, by arc. */
export const arcCosts = ({ head, cost }: Graph): Float64Array => {
  const arcCost = new Float64Array(head.length);
  for (let a = 0; a < head.length; a++) arcCost[a] = cost[a >> 1];
  return arcCost;
};
