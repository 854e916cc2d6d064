import FlatQueue from 'flatqueue';
import type { SteinerInstance } from './graph.ts';
import { prunedTree } from './pruned-tree.ts';

/**
 * A tree by shortest paths (Takahashi and Matsuyama 1980): from the root, the terminal nearest to the tree is joined by its
 * cheapest way, and so on; then a spanning tree over what was touched, without what hangs loose.
 *
 * @param open arcs that it may use besides; all of them where nothing is said
 * @returns its edges; null where a terminal can't be reached
 */
export const pathTree = (instance: SteinerInstance, open?: (arc: number) => boolean): Int32Array | null => {
  const { graph, root, terminals, isOpen } = instance;
  const { nodes, head, start, arc, cost } = graph;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes).fill(-1);
  const isTerminal = new Uint8Array(nodes);
  let left = 0;
  for (const t of terminals) {
    if (isTerminal[t] || t === root) continue;
    isTerminal[t] = 1;
    left++;
  }
  const inTree = new Uint8Array(nodes);
  inTree[root] = 1;
  distance[root] = 0;
  const front = new FlatQueue<number>();
  front.push(root, 0);
  while (left > 0 && front.length > 0) {
    const d = front.peekValue()!;
    const v = front.pop()!;
    if (d > distance[v]) continue;
    if (isTerminal[v] && !inTree[v]) {
      left--;
      // what leads to it is tree from now on, and paths may start anywhere on it
      for (let u = v; !inTree[u]; u = head[cameBy[u] ^ 1]) {
        inTree[u] = 1;
        distance[u] = 0;
        front.push(u, 0);
      }
      continue;
    }
    for (let i = start[v]; i < start[v + 1]; i++) {
      const a = arc[i];
      const next = d + cost[a >> 1];
      const u = head[a];
      if (next >= distance[u] || isOpen?.[a >> 1] === 0 || open?.(a) === false) continue;
      distance[u] = next;
      cameBy[u] = a;
      front.push(u, next);
    }
  }
  return left > 0 ? null : prunedTree(instance, inTree);
};
