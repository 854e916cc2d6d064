import FlatQueue from 'flatqueue';
import { coverByLabels } from './cover-by-labels.ts';
import { distancesFrom } from './distances.ts';
import type { DualBound } from './dual-ascent.ts';
import type { SteinerInstance } from './graph.ts';
import { grown } from './grown.ts';
import { LabelTable } from './labels.ts';
import { prunedTree } from './pruned-tree.ts';

/** Sets are bits of a whole number. */
const mostTerminals = 30;
/** Looks at other labels, for each label that may be made. */
const looksALabel = 100;

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
  instance: SteinerInstance,
  { bound, reduced }: DualBound,
  bestCost: number,
  mostLabels: number,
): ExactSearch => {
  const { graph, root, terminals } = instance;
  if (terminals.length > mostTerminals) return { complete: false, edges: null };
  const { nodes, head, start, arc, cost } = graph;
  const fromRoot = distancesFrom(graph, [root], reduced).cost;
  const room = bestCost - bound;
  const all = 2 ** terminals.length - 1;
  const bit = new Int32Array(nodes);
  terminals.forEach((t, i) => {
    bit[t] |= 1 << i;
  });
  const labels = new LabelTable();
  /** Settled labels of each node, as lists. */
  const lastOf = new Int32Array(nodes).fill(-1);
  let before = new Int32Array(labels.node.length);
  const front = new FlatQueue<number>();
  let looks = 0;

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
    if (labels.count > mostLabels || looks > looksALabel * mostLabels) return { complete: false, edges: null };
    const v = labels.node[l];
    const set = labels.set[l];
    const r = labels.reduced[l];
    if (before.length < labels.node.length) before = grown(before, labels.node.length);
    if (v !== root) {
      for (let m = lastOf[v]; m >= 0; m = before[m]) {
        const other = labels.set[m];
        looks++;
        // a terminal that both pass is held by both
        if ((set & other & ~bit[v]) !== 0) continue;
        offer(v, set | other, c + labels.cost[m], r + labels.reduced[m], l, m);
      }
      for (let i = start[v]; i < start[v + 1]; i++) {
        const a = arc[i];
        const u = head[a];
        if ((bit[u] & set) !== 0) continue;
        offer(u, set | bit[u], c + cost[a >> 1], r + reduced[a ^ 1], l, -2 - (a >> 1));
      }
    }
    before[l] = lastOf[v];
    lastOf[v] = l;
  }
  const { complete, edges } = coverByLabels(labels, settledAt(root, lastOf, before), all & ~bit[root], bestCost);
  if (!edges) return { complete, edges: null };
  // ways of no cost may close a ring
  const among = new Uint8Array(nodes);
  among[root] = 1;
  for (const e of edges) {
    among[head[2 * e]] = 1;
    among[head[2 * e + 1]] = 1;
  }
  return { complete, edges: prunedTree(instance, among) };
};

const settledAt = (node: number, lastOf: Int32Array, before: Int32Array): number[] => {
  const settled: number[] = [];
  for (let l = lastOf[node]; l >= 0; l = before[l]) settled.push(l);
  return settled;
};
