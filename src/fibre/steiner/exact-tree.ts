import FlatQueue from 'flatqueue';
import { distancesFrom } from './distances.ts';
import type { DualBound } from './dual-ascent.ts';
import type { SteinerInstance } from './graph.ts';
import { LabelTable } from './labels.ts';

/** Sets are bits of a whole number. */
const mostTerminals = 30;

export interface ExactSearch {
  /** Whether nothing cheaper was overlooked: false where the work would have been too much. */
  complete: boolean;
  /** Edges of a tree cheaper than the best known; null where none was found. */
  edges: Int32Array | null;
}

/**
 * The cheapest tree, where it costs less than `bestCost`: cheapest trees from nodes to sets of terminals (Dreyfus and Wagner
 * 1971), in the order of their costs and only those that can be part of a cheaper tree (Hougardy, Silvanus and Vygen 2017).
 * A tree costs at least the bound and the reduced costs of its arcs together, so that one whose arcs and way from the root
 * have more of them than the gap is let go.
 *
 * @param mostLabels work at the most
 */
export const exactTree = (
  { graph, root, terminals }: SteinerInstance,
  { bound, reduced }: DualBound,
  bestCost: number,
  mostLabels: number,
): ExactSearch => {
  if (terminals.length > mostTerminals) return { complete: false, edges: null };
  const { nodes, head, start, arc, cost } = graph;
  const fromRoot = distancesFrom(graph, [root], reduced).cost;
  const room = bestCost - bound;
  const bit = new Int32Array(nodes);
  terminals.forEach((t, i) => {
    bit[t] |= 1 << i;
  });
  const labels = new LabelTable();
  /** Settled labels of each node, as lists. */
  const lastOf = new Int32Array(nodes).fill(-1);
  let before = new Int32Array(labels.node.length);
  const front = new FlatQueue<number>();

  const offer = (node: number, set: number, c: number, r: number, first: number, second: number): void => {
    if (r + fromRoot[node] >= room) return;
    const l = labels.at(node, set);
    if (c >= labels.cost[l]) return;
    labels.cost[l] = c;
    labels.reduced[l] = r;
    labels.first[l] = first;
    labels.second[l] = second;
    front.push(l, c);
  };
  for (const t of terminals) if (t !== root) offer(t, bit[t], 0, 0, -1, -1);
  while (front.length > 0) {
    const c = front.peekValue()!;
    const l = front.pop()!;
    if (c > labels.cost[l]) continue;
    if (labels.count > mostLabels) return { complete: false, edges: null };
    const v = labels.node[l];
    const set = labels.set[l];
    const r = labels.reduced[l];
    if (before.length < labels.node.length) {
      const larger = new Int32Array(labels.node.length);
      larger.set(before);
      before = larger;
    }
    if (v !== root) {
      for (let m = lastOf[v]; m >= 0; m = before[m]) {
        const other = labels.set[m];
        // a terminal that both pass is held by both
        if ((set & other & ~bit[v]) !== 0) continue;
        offer(v, set | other, c + labels.cost[m], r + labels.reduced[m], l, m);
      }
      for (let i = start[v]; i < start[v + 1]; i++) {
        const a = arc[i];
        const u = head[a];
        if ((bit[u] & set) !== 0) continue;
        offer(u, set | bit[u], c + cost[a >> 1], r + reduced[a ^ 1], l, -1 - (a >> 1) - 1);
      }
    }
    before[l] = lastOf[v];
    lastOf[v] = l;
  }
  return { complete: true, edges: assembled(labels, lastOf[root], before, terminals, bit[root], bestCost) };
};

/** The cheapest way to hold all terminals with trees that hang on the root. */
const assembled = (
  labels: LabelTable,
  last: number,
  before: Int32Array,
  terminals: Int32Array,
  atRoot: number,
  bestCost: number,
): Int32Array | null => {
  const byLowest: number[][] = Array.from({ length: terminals.length }, () => []);
  for (let l = last; l >= 0; l = before[l]) byLowest[31 - Math.clz32(labels.set[l] & -labels.set[l])].push(l);
  const known = new Map<number, { cost: number; label: number }>([[0, { cost: 0, label: -1 }]]);
  const hold = (set: number): number => {
    const there = known.get(set);
    if (there) return there.cost;
    let best = { cost: Number.POSITIVE_INFINITY, label: -1 };
    for (const label of byLowest[31 - Math.clz32(set & -set)]) {
      if ((labels.set[label] & ~set) !== 0) continue;
      const cost = labels.cost[label] + hold(set & ~labels.set[label]);
      if (cost < best.cost) best = { cost, label };
    }
    known.set(set, best);
    return best.cost;
  };
  const all = (2 ** terminals.length - 1) & ~atRoot;
  if (!(hold(all) < bestCost)) return null;
  const edges = new Set<number>();
  const todo: number[] = [];
  for (let set = all; set !== 0; ) {
    const { label } = known.get(set)!;
    todo.push(label);
    set &= ~labels.set[label];
  }
  for (let l = todo.pop(); l !== undefined; l = todo.pop()) {
    if (labels.first[l] < 0) continue;
    todo.push(labels.first[l]);
    if (labels.second[l] >= 0) todo.push(labels.second[l]);
    else edges.add(-labels.second[l] - 2);
  }
  return Int32Array.from([...edges].sort((a, b) => a - b));
};
