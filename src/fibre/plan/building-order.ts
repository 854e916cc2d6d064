import FlatQueue from 'flatqueue';

/** Pieces of work; each but those without a parent (−1) has to wait for it. */
export interface Work {
  parent: ArrayLike<number>;
  /** What a piece brings when it is done. */
  gain: ArrayLike<number>;
  cost: ArrayLike<number>;
}

/**
 * The order that brings most soonest: it makes the sum of every gain times the cost spent until then least (Horn 1972). The
 * piece or string of pieces that brings most for its cost is taken, and put right behind what it waits for.
 */
export const buildingOrder = ({ parent, gain, cost }: Work): number[] => {
  const count = parent.length;
  /** The string a piece belongs to is known by its first piece. */
  const head = Int32Array.from({ length: count }, (_, i) => i);
  const last = head.slice();
  const next = new Int32Array(count).fill(-1);
  const gains = Float64Array.from(gain);
  const costs = Float64Array.from(cost);
  const isTaken = new Uint8Array(count);
  const version = new Int32Array(count);
  const find = (i: number): number => {
    let top = i;
    while (head[top] !== top) {
      head[top] = head[head[top]];
      top = head[top];
    }
    return top;
  };
  const queue = new FlatQueue<{ string: number; version: number }>();
  // best first; among equals the one that comes first in the list, by a hair
  const rank = (s: number): number => (gains[s] === 0 ? 0 : -gains[s] / costs[s]);
  const enter = (s: number): void => queue.push({ string: s, version: version[s] }, rank(s));
  for (let i = 0; i < count; i++) enter(i);

  const order: number[] = [];
  for (let top = queue.pop(); top; top = queue.pop()) {
    const { string } = top;
    if (isTaken[string] || head[string] !== string || top.version !== version[string]) continue;
    const waitsFor = parent[string] < 0 ? -1 : find(parent[string]);
    if (waitsFor < 0 || isTaken[waitsFor]) {
      isTaken[string] = 1;
      for (let i = string; i >= 0; i = next[i]) order.push(i);
      continue;
    }
    next[last[waitsFor]] = string;
    last[waitsFor] = last[string];
    gains[waitsFor] += gains[string];
    costs[waitsFor] += costs[string];
    head[string] = waitsFor;
    version[waitsFor]++;
    enter(waitsFor);
  }
  return order;
};
