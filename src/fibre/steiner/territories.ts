import FlatQueue from 'flatqueue';
import { distancesFrom } from './distances.ts';
import { graphOf, type SteinerInstance } from './graph.ts';
import type { Part } from './part.ts';

/** The nodes divided among the terminals, which are known by their numbers. */
export interface Territories {
  /** The terminal that each node belongs to; −1 for the root and where none is near. */
  owner: Int32Array;
  nodesOf: number[][];
  /** Numbers of nodes within the territory looked at last. */
  scratch: Int32Array;
}

/**
 * Gives each node to the terminal it is nearest to, less what that one is from the root. Two terminals nearer to the root
 * than to each other so keep all that the way from the root to either may pass.
 *
 * @param isOpen by edge: 0 where nothing may be laid
 */
export const divide = ({ graph, root, terminals }: SteinerInstance, isOpen: Uint8Array): Territories => {
  const { nodes, head, start, arc, cost } = graph;
  const arcCost = new Float64Array(head.length);
  for (let a = 0; a < head.length; a++) arcCost[a] = isOpen[a >> 1] ? cost[a >> 1] : Number.POSITIVE_INFINITY;
  const fromRoot = distancesFrom(graph, [root], arcCost).cost;
  const farthest = terminals.reduce((most, t) => Math.max(most, fromRoot[t]), 0);
  const owner = new Int32Array(nodes).fill(-1);
  const key = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const front = new FlatQueue<number>();
  terminals.forEach((t, number) => {
    key[t] = farthest - fromRoot[t];
    owner[t] = number;
    front.push(t, key[t]);
  });
  while (front.length > 0) {
    const d = front.peekValue()!;
    const v = front.pop()!;
    if (d > key[v]) continue;
    for (let i = start[v]; i < start[v + 1]; i++) {
      const u = head[arc[i]];
      const next = d + arcCost[arc[i]];
      if (u === root || next >= key[u]) continue;
      key[u] = next;
      owner[u] = owner[v];
      front.push(u, next);
    }
  }
  const nodesOf: number[][] = Array.from(terminals, () => []);
  for (let v = 0; v < nodes; v++) if (owner[v] >= 0) nodesOf[owner[v]].push(v);
  return { owner, nodesOf, scratch: new Int32Array(nodes) };
};

/** Beyond a territory's edge lies none, or the end of the graph. */
export const beyond = { none: -1, graph: -2 } as const;

/** A territory as an instance of its own, in which all that lies outside is the root. */
export interface Territory extends Part {
  /** By edge: the number of the terminal whose ground it comes from; `beyond.none` where it is laid within. */
  comesFrom: Int32Array;
}

/**
 * The territory of some terminals. What lies beyond its edge is taken for lit: an arc belongs to the territory it leads into,
 * so that every tree pays at least the cheapest such trees of all territories together, and where none of these comes from
 * beyond an edge they are the cheapest tree.
 */
export const territoryOf = (
  { graph, root, terminals }: SteinerInstance,
  isOpen: Uint8Array,
  { owner, nodesOf, scratch: number }: Territories,
  members: readonly number[],
): Territory => {
  const { head, start, arc, cost } = graph;
  const isMember = new Uint8Array(terminals.length);
  for (const member of members) isMember[member] = 1;
  const isInside = (v: number): boolean => owner[v] >= 0 && isMember[owner[v]] === 1;
  let nodes = 1;
  number[root] = 0;
  for (const member of members) for (const v of nodesOf[member]) number[v] = nodes++;
  const heads: number[] = [];
  const edges: number[] = [];
  const comesFrom: number[] = [];
  for (const member of members) {
    for (const v of nodesOf[member]) {
      for (let i = start[v]; i < start[v + 1]; i++) {
        const a = arc[i];
        const u = head[a];
        // an edge within is met from both its ends
        if (isInside(u) && (a & 1) === 1) continue;
        heads.push(number[v], isInside(u) ? number[u] : 0);
        edges.push(a >> 1);
        if (isInside(u)) comesFrom.push(beyond.none);
        else if (u === root) comesFrom.push(isOpen[a >> 1] ? beyond.none : beyond.graph);
        else comesFrom.push(owner[u] < 0 ? beyond.graph : owner[u]);
      }
    }
  }
  const whole = Int32Array.from(edges);
  return {
    instance: {
      graph: graphOf(
        nodes,
        Int32Array.from(heads),
        Float64Array.from(edges, (e) => cost[e]),
      ),
      root: 0,
      terminals: Int32Array.from(members, (member) => number[terminals[member]]),
    },
    expand: (chosen) => chosen.map((e) => whole[e]),
    comesFrom: Int32Array.from(comesFrom),
  };
};
