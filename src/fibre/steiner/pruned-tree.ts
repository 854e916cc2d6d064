import FlatQueue from 'flatqueue';
import type { SteinerInstance } from './graph.ts';

/**
 * The cheapest tree over some nodes (Prim), less the branches that end at no terminal.
 *
 * @param among 1 for each node that the tree may use; the root and the terminals are among them and hang together
 * @returns its edges
 */
export const prunedTree = ({ graph, root, terminals, isOpen }: SteinerInstance, among: Uint8Array): Int32Array => {
  const { nodes, head, start, arc, cost } = graph;
  const cameBy = new Int32Array(nodes).fill(-1);
  const key = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const isDone = new Uint8Array(nodes);
  const order: number[] = [];
  const front = new FlatQueue<number>();
  key[root] = 0;
  front.push(root, 0);
  while (front.length > 0) {
    const v = front.pop()!;
    if (isDone[v]) continue;
    isDone[v] = 1;
    order.push(v);
    for (let i = start[v]; i < start[v + 1]; i++) {
      const a = arc[i];
      const u = head[a];
      if (!among[u] || isDone[u] || cost[a >> 1] >= key[u] || isOpen?.[a >> 1] === 0) continue;
      key[u] = cost[a >> 1];
      cameBy[u] = a;
      front.push(u, key[u]);
    }
  }
  // from the outside inwards: what holds no terminal goes
  const isNeeded = new Uint8Array(nodes);
  for (const t of terminals) isNeeded[t] = 1;
  const edges: number[] = [];
  for (let k = order.length - 1; k > 0; k--) {
    const v = order[k];
    if (!isNeeded[v]) continue;
    isNeeded[head[cameBy[v] ^ 1]] = 1;
    edges.push(cameBy[v] >> 1);
  }
  return Int32Array.from(edges.sort((a, b) => a - b));
};
