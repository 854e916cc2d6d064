import { describe, expect, it } from 'vitest';
import { buildingOrder, type Work } from '../../src/fibre/plan/building-order.ts';
import { seededRandom } from '../support/random.ts';

/** Every gain times what has been spent when it comes. */
const waiting = ({ gain, cost }: Work, order: readonly number[]): number => {
  let spent = 0;
  let sum = 0;
  for (const i of order) {
    spent += cost[i];
    sum += gain[i] * spent;
  }
  return sum;
};

const allOrders = ({ parent }: Work): number[][] => {
  const orders: number[][] = [];
  const go = (order: number[]): void => {
    if (order.length === parent.length) orders.push(order);
    for (let i = 0; i < parent.length; i++) {
      if (!order.includes(i) && (parent[i] < 0 || order.includes(parent[i]))) go([...order, i]);
    }
  };
  go([]);
  return orders;
};

const randomWork = (seed: number): Work => {
  const random = seededRandom(seed);
  const count = 1 + Math.floor(random() * 7);
  return {
    parent: Array.from({ length: count }, (_, i) => Math.floor(random() * (i + 1)) - 1),
    gain: Array.from({ length: count }, () => Math.floor(random() * 5)),
    cost: Array.from({ length: count }, () => 1 + Math.floor(random() * 9)),
  };
};

describe('the building order', () => {
  it('brings most soonest: as the best of all orders, on 100 forests', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const work = randomWork(seed);
      const best = Math.min(...allOrders(work).map((order) => waiting(work, order)));
      expect(waiting(work, buildingOrder(work)), `forest ${seed}`).toBe(best);
    }
  });

  it('has every piece once, after what it waits for', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const work = randomWork(seed);
      const order = buildingOrder(work);
      expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
      for (const i of order) {
        if (work.parent[i] >= 0) expect(order.indexOf(work.parent[i])).toBeLessThan(order.indexOf(i));
      }
    }
  });
});
