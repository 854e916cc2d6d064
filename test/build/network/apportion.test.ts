import { describe, expect, it } from 'vitest';
import { apportion } from '../../../data/build/network/apportion.ts';
import { fc } from '../../support/fast-check.ts';

const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('apportion', () => {
  it('gives the seats of the largest remainder', () => {
    expect(apportion(10, [47, 16, 15.8, 12, 6.1, 3.1])).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it('takes the minimum out of what the others share', () => {
    expect(apportion(10, [1, 1, 98], 2)).toEqual([2, 2, 6]);
  });

  it('hands out exactly the total, none below the minimum, more for more', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 500 }), (w, minimum, extra) => {
        const total = minimum * w.length + extra;
        const shares = apportion(total, w, minimum);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(minimum);
        w.forEach((a, i) => {
          const heaviestBelow = w.findIndex((b, j) => a > b && shares[i] < shares[j]);
          expect(heaviestBelow).toBe(-1);
        });
      }),
      // Two weights a rounding apart, whose quotas are both 25.5.
      { examples: [[[999999.9999999979, 999999.999999998, 0], 0, 51]] },
    );
  });

  it('refuses a minimum that is more than there is', () => {
    expect(() => apportion(5, [1, 1, 1], 2)).toThrow('Cannot share 5 among 3 with at least 2 each');
  });
});
