import { graphOf, type SteinerInstance } from './graph.ts';
import type { Part } from './part.ts';

/**
 * The instance without what is no choice: nodes that lead nowhere, nodes between two others (their two edges become one), and
 * all but the cheapest of edges between the same two nodes. No best tree is lost in cost.
 */
export const compacted = ({ graph, root, terminals }: SteinerInstance): Part => {
  const { head, cost } = graph;
  const stays = new Uint8Array(graph.nodes);
  stays[root] = 1;
  for (const t of terminals) stays[t] = 1;
  /** Neighbours of each node, with the cheapest way there. */
  const ways: Map<number, Way>[] = Array.from({ length: graph.nodes }, () => new Map());
  const join = (a: number, b: number, way: Way): boolean => {
    const there = ways[a].get(b);
    if (a === b || (there && there.cost <= way.cost)) return false;
    ways[a].set(b, way);
    ways[b].set(a, way);
    return true;
  };
  for (let e = 0; e < graph.edges; e++) join(head[2 * e + 1], head[2 * e], { cost: cost[e], edges: [e] });

  const todo: number[] = [];
  for (let v = graph.nodes - 1; v >= 0; v--) todo.push(v);
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    if (stays[v] || ways[v].size > 2 || ways[v].size === 0) continue;
    const [[a, toA], [b, toB] = [-1, toA]] = ways[v];
    ways[v].clear();
    ways[a].delete(v);
    if (b >= 0) {
      ways[b].delete(v);
      join(a, b, { cost: toA.cost + toB.cost, edges: [...toA.edges, ...toB.edges] });
      todo.push(b);
    }
    todo.push(a);
  }

  const number = new Int32Array(graph.nodes).fill(-1);
  let nodes = 0;
  for (let v = 0; v < graph.nodes; v++) if (stays[v] || ways[v].size > 0) number[v] = nodes++;
  const heads: number[] = [];
  const kept: Way[] = [];
  ways.forEach((to, v) => {
    for (const [u, way] of to) {
      if (u < v) continue;
      heads.push(number[u], number[v]);
      kept.push(way);
    }
  });
  return {
    instance: {
      graph: graphOf(
        nodes,
        Int32Array.from(heads),
        Float64Array.from(kept, (way) => way.cost),
      ),
      root: number[root],
      terminals: Int32Array.from(terminals, (t) => number[t]),
    },
    expand: (chosen) => Int32Array.from([...chosen].flatMap((e) => kept[e].edges).sort((a, b) => a - b)),
  };
};

/** Edges one after another between two nodes. */
interface Way {
  cost: number;
  edges: number[];
}
