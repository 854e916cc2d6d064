import FlatQueue from 'flatqueue';
import { arcCosts, distancesFrom } from './distances.ts';
import { graphOf, type SteinerInstance } from './graph.ts';
import type { Part } from './part.ts';

/** The nodes divided among the terminals, which are known by their numbers. */
export interface Territories {
  /** The terminal that each node belongs to; −1 for the root and where none is near. */
  owner: Int32Array;
  /** Nodes by owner, row by row, and where each row begins. */
  nodes: Int32Array;
  start: Int32Array;
  /** Numbers of nodes within the territory looked at last. */
  scratch: Int32Array;
}

/**
 * Gives each node to the terminal it is nearest to, less what that one is from the root. Two terminals nearer to the root
 * than to each other so keep all that the way from the root to either may pass.
 */
export const divide = ({ graph, root, terminals, isOpen }: SteinerInstance): Territories => {
  const { head, start, arc } = graph;
  const arcCost = arcCosts(graph);
  if (isOpen) for (let a = 0; a < head.length; a++) if (!isOpen[a >> 1]) arcCost[a] = Number.POSITIVE_INFINITY;
  const fromRoot = distancesFrom(graph, [root], arcCost).cost;
  const farthest = terminals.reduce((most, t) => Math.max(most, fromRoot[t]), 0);
  const owner = new Int32Array(graph.nodes).fill(-1);
  const key = new Float64Array(graph.nodes).fill(Number.POSITIVE_INFINITY);
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
  return { owner, ...rowsOf(owner, terminals.length), scratch: new Int32Array(graph.nodes) };
};

const rowsOf = (owner: Int32Array, count: number): Pick<Territories, 'nodes' | 'start'> => {
  const start = new Int32Array(count + 1);
  for (const number of owner) if (number >= 0) start[number + 1]++;
  for (let number = 0; number < count; number++) start[number + 1] += start[number];
  const next = start.slice(0, count);
  const nodes = new Int32Array(start[count]);
  for (let v = 0; v < owner.length; v++) if (owner[v] >= 0) nodes[next[owner[v]]++] = v;
  return { nodes, start };
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
  { graph, root, terminals, isOpen }: SteinerInstance,
  { owner, nodes, start: rows, scratch: number }: Territories,
  members: readonly number[],
): Territory => {
  const { head, start, arc, cost } = graph;
  const isMember = new Uint8Array(terminals.length);
  for (const member of members) isMember[member] = 1;
  let count = 1;
  let most = 0;
  number[root] = 0;
  for (const member of members) {
    for (let k = rows[member]; k < rows[member + 1]; k++) {
      const v = nodes[k];
      number[v] = count++;
      most += start[v + 1] - start[v];
    }
  }
  const heads = new Int32Array(2 * most);
  const whole = new Int32Array(most);
  const comesFrom = new Int32Array(most);
  let edges = 0;
  for (const member of members) {
    for (let k = rows[member]; k < rows[member + 1]; k++) {
      const v = nodes[k];
      for (let i = start[v]; i < start[v + 1]; i++) {
        const a = arc[i];
        const u = head[a];
        const isInside = owner[u] >= 0 && isMember[owner[u]] === 1;
        // an edge within is met from both its ends
        if (isInside && (a & 1) === 1) continue;
        heads[2 * edges] = number[v];
        heads[2 * edges + 1] = isInside ? number[u] : 0;
        whole[edges] = a >> 1;
        if (isInside) comesFrom[edges] = beyond.none;
        else if (u === root) comesFrom[edges] = isOpen?.[a >> 1] === 0 ? beyond.graph : beyond.none;
        else comesFrom[edges] = owner[u] < 0 ? beyond.graph : owner[u];
        edges++;
      }
    }
  }
  const costs = new Float64Array(edges);
  for (let e = 0; e < edges; e++) costs[e] = cost[whole[e]];
  return {
    instance: {
      graph: graphOf(count, heads.slice(0, 2 * edges), costs),
      root: 0,
      terminals: Int32Array.from(members, (member) => number[terminals[member]]),
    },
    expand: (chosen) => chosen.map((e) => whole[e]),
    comesFrom: comesFrom.slice(0, edges),
  };
};
