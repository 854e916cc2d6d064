import { graphOf, type SteinerInstance } from './graph.ts';

/** An instance made from another, and how a tree of it is one of the other. */
export interface Part {
  instance: SteinerInstance;
  /** Edges of the other instance that edges of this one stand for. */
  expand: (edges: Int32Array) => Int32Array;
}

/** The instance with some of its edges only, without the nodes that lose all of theirs; root and terminals stay. */
export const withEdges = ({ graph, root, terminals }: SteinerInstance, keep: Uint8Array): Part => {
  const { head, cost } = graph;
  const number = new Int32Array(graph.nodes).fill(-1);
  let nodes = 0;
  const numberOf = (v: number): number => {
    if (number[v] < 0) number[v] = nodes++;
    return number[v];
  };
  const newRoot = numberOf(root);
  const newTerminals = Int32Array.from(terminals, numberOf);
  let edges = 0;
  for (let e = 0; e < graph.edges; e++) edges += keep[e];
  const heads = new Int32Array(2 * edges);
  const costs = new Float64Array(edges);
  const whole = new Int32Array(edges);
  let k = 0;
  for (let e = 0; e < graph.edges; e++) {
    if (!keep[e]) continue;
    heads[2 * k] = numberOf(head[2 * e]);
    heads[2 * k + 1] = numberOf(head[2 * e + 1]);
    costs[k] = cost[e];
    whole[k++] = e;
  }
  return {
    instance: { graph: graphOf(nodes, heads, costs), root: newRoot, terminals: newTerminals },
    expand: (chosen) => chosen.map((e) => whole[e]),
  };
};
