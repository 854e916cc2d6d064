import type { Range } from '../model/facts.ts';

/** A figure without a range. */
export const exactly = (value: number): Range => ({ low: value, central: value, high: value });

/**
 * a + b, end by end: figures that several terms share (the price of power at every mast) move together, so a sum's range
 * does not narrow with the number of its terms.
 */
export const plus = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  central: a.central + b.central,
  high: a.high + b.high,
});

/** a − b: the low has low benefits and high costs. */
export const minus = (a: Range, b: Range): Range => ({
  low: a.low - b.high,
  central: a.central - b.central,
  high: a.high - b.low,
});

/** a · b, lowest and highest over all four pairs of ends, so that signs come out right. */
export const times = (a: Range, b: Range): Range => {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), central: a.central * b.central, high: Math.max(...ends) };
};

/** A range times an exact number; a negative one swaps the ends. */
export const scaled = (a: Range, factor: number): Range => times(a, exactly(factor));

export const total = (ranges: Iterable<Range>): Range => {
  let sum = exactly(0);
  for (const range of ranges) sum = plus(sum, range);
  return sum;
};
