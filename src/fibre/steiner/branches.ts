import type { SteinerInstance } from './graph.ts';

/** Sets of numbers that can be united. */
class Groups {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  /** The number that stands for a number's set: its least. */
  of(i: number): number {
    const { parent } = this;
    let top = i;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  unite(i: number, j: number): void {
    const [a, b] = [this.of(i), this.of(j)];
    this.parent[Math.max(a, b)] = Math.min(a, b);
  }
}

/** The parts that a tree falls into without its root. */
export interface Branches {
  /** Terminals by their numbers, united where they hang together. */
  groups: Groups;
  /** The number of some terminal of the branch, by the tree's edges in their order. */
  terminalOf: Int32Array;
}

export const branchesOf = ({ graph, root, terminals }: SteinerInstance, edges: Int32Array): Branches => {
  const { head } = graph;
  const nodes = new Groups(graph.nodes);
  for (const e of edges)
    if (head[2 * e] !== root && head[2 * e + 1] !== root) nodes.unite(head[2 * e], head[2 * e + 1]);
  const groups = new Groups(terminals.length);
  const first = new Map<number, number>();
  terminals.forEach((t, number) => {
    const branch = nodes.of(t);
    const known = first.get(branch);
    if (known === undefined) first.set(branch, number);
    else groups.unite(known, number);
  });
  return {
    groups,
    terminalOf: edges.map((e) => first.get(nodes.of(head[2 * e] === root ? head[2 * e + 1] : head[2 * e]))!),
  };
};
