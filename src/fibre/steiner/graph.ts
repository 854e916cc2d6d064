/**
 * Undirected edges between numbered nodes. Edge `e` is the arcs `2e` and `2e + 1`, one each way, so that `arc ^ 1` is the
 * way back and `arc >> 1` the edge. Costs are whole numbers: sums of them are exact, and the same in every order.
 */
export interface Graph {
  nodes: number;
  edges: number;
  /** Where each arc leads, by arc. */
  head: Int32Array;
  /** By edge. */
  cost: Float64Array;
  /** Where each node's row of `arc` begins; length nodes + 1. */
  start: Int32Array;
  /** Arcs out of each node, row by row. */
  arc: Int32Array;
}

/** A tree is sought that joins every terminal to the root, at the least cost. */
export interface SteinerInstance {
  graph: Graph;
  root: number;
  terminals: Int32Array;
  /** By edge: 0 for those that no tree may use, though bounds are let come by them. */
  isOpen?: Uint8Array;
}

/** A graph from the heads of its arcs and the costs of its edges. */
export const graphOf = (nodes: number, head: Int32Array, cost: Float64Array): Graph => {
  const arcs = head.length;
  const start = new Int32Array(nodes + 1);
  for (let a = 0; a < arcs; a++) start[head[a ^ 1] + 1]++;
  for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
  const next = start.slice(0, nodes);
  const arc = new Int32Array(arcs);
  for (let a = 0; a < arcs; a++) arc[next[head[a ^ 1]]++] = a;
  return { nodes, edges: cost.length, head, cost, start, arc };
};

/** Cost of a set of edges. */
export const costOf = ({ cost }: Graph, edges: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < edges.length; i++) sum += cost[edges[i]];
  return sum;
};

/** 1 for each node that a way over open edges leads to. */
export const reachedFrom = ({ nodes, head, start, arc }: Graph, from: number, isOpen: Uint8Array): Uint8Array => {
  const isReached = new Uint8Array(nodes);
  const todo = [from];
  isReached[from] = 1;
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (let i = start[v]; i < start[v + 1]; i++) {
      const u = head[arc[i]];
      if (isReached[u] || !isOpen[arc[i] >> 1]) continue;
      isReached[u] = 1;
      todo.push(u);
    }
  }
  return isReached;
};
