import type { LabelTable } from './labels.ts';

/** Sets of terminals looked at, at the most. */
const mostSets = 200_000;

interface Cover {
  /** False where there were too many sets to look at. */
  complete: boolean;
  /** Null where nothing costs less than the best known. */
  edges: Set<number> | null;
}

/** The cheapest way to hold all terminals by trees that hang on the root: every set begins with its lowest terminal. */
export const coverByLabels = (labels: LabelTable, atRoot: readonly number[], all: number, bestCost: number): Cover => {
  const byLowest: number[][] = Array.from({ length: 32 }, () => []);
  for (const label of atRoot) byLowest[lowest(labels.set[label])].push(label);
  const known = new Map<number, { cost: number; label: number }>([[0, { cost: 0, label: -1 }]]);
  const hold = (set: number): number => {
    const there = known.get(set);
    if (there) return there.cost;
    let best = { cost: Number.POSITIVE_INFINITY, label: -1 };
    if (known.size < mostSets) {
      for (const label of byLowest[lowest(set)]) {
        if ((labels.set[label] & ~set) !== 0) continue;
        const cost = labels.cost[label] + hold(set & ~labels.set[label]);
        if (cost < best.cost) best = { cost, label };
      }
    }
    known.set(set, best);
    return best.cost;
  };
  const cost = hold(all);
  const complete = known.size < mostSets;
  if (!(cost < bestCost)) return { complete, edges: null };
  const todo: number[] = [];
  for (let set = all; set !== 0; set &= ~labels.set[todo[todo.length - 1]]) todo.push(known.get(set)!.label);
  const edges = new Set<number>();
  for (let l = todo.pop(); l !== undefined; l = todo.pop()) {
    if (labels.first[l] < 0) continue;
    todo.push(labels.first[l]);
    if (labels.second[l] >= 0) todo.push(labels.second[l]);
    else edges.add(-2 - labels.second[l]);
  }
  return { complete, edges };
};

/** The lowest bit of a set. */
const lowest = (set: number): number => 31 - Math.clz32(set & -set);
