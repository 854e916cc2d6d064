import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Skyline } from '../../../src/coverage/sweep/skyline.ts';

/** Heights 1..n of a line, rough or smooth, and a place before which the skyline is asked about. */
const lines = fc
  .record({
    heights: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 400 }),
    smooth: fc.boolean(),
    first: fc.double({ min: 0.01, max: 1, noNaN: true }),
    antenna: fc.integer({ min: 1, max: 600 }),
    receivers: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ heights, smooth, ...rest }) => ({
    ...rest,
    y: smooth ? heights.map((_, i) => 150 + 100 * Math.sin(i / 17) + (heights[i] % 7)) : heights,
  }));

const skylineOf = (y: readonly number[], first: number): Skyline => {
  const skyline = new Skyline(y.length + 1);
  y.forEach((h, i) => {
    skyline.y[i + 1] = h;
  });
  skyline.bound(first, y.length);
  return skyline;
};

/** Samples that are asked about, rising and spread over the line. */
const asked = (n: number, count: number): number[] =>
  [...new Set(Array.from({ length: count }, (_, i) => 2 + Math.floor(((n - 2) * (i + 1)) / count)))].filter(
    (k) => k <= n,
  );

describe('the skyline before a sample', () => {
  test('is seen highest from behind where trying every sample says', () => {
    fc.assert(
      fc.property(lines, ({ y, first, antenna, receivers }) => {
        const skyline = skylineOf(y, first);
        const x = (i: number): number => first + i - 1;
        asked(y.length, receivers.length).forEach((k, r) => {
          const h = receivers[r];
          const before = y.slice(0, k - 1).map((height, i) => ({ height, at: x(i + 1) }));
          const horizon = Math.max(...before.map(({ height, at }) => (height - antenna) / at));
          // only a receiver below the antenna's horizon is asked about
          if (antenna + horizon * x(k) <= h) return;
          const t = skyline.tangent(k, x(k), h, antenna, horizon);
          const slope = (y[t - 1] - h) / (x(k) - x(t));
          const highest = Math.max(...before.map(({ height, at }) => (height - h) / (x(k) - at)));
          expect(slope).toBeCloseTo(highest, 9);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('comes nearest to a clear ray where trying every sample says', () => {
    fc.assert(
      fc.property(lines, ({ y, first, receivers }) => {
        const skyline = skylineOf(y, first);
        const x = (i: number): number => first + i - 1;
        asked(y.length, receivers.length).forEach((k, r) => {
          const u = x(k);
          const base = 401 + receivers[r];
          const slope = (401 - base) / u / 2;
          const metric = (i: number): number => (y[i - 1] - base - slope * x(i)) ** 2 / (x(i) * (u - x(i)));
          const all = Math.min(...Array.from({ length: k - 1 }, (_, i) => metric(i + 1)));
          const most = all * 2;
          expect(skyline.nearest(k, u, base, slope, most)).toBeCloseTo(all, 9);
          expect(skyline.nearest(k, u, base, slope, all / 2)).toBe(all / 2);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('stands as high above a line as trying every sample says', () => {
    fc.assert(
      fc.property(lines, ({ y, first, antenna, receivers }) => {
        const skyline = skylineOf(y, first);
        const x = (i: number): number => first + i - 1;
        asked(y.length, receivers.length).forEach((k, r) => {
          const slope = (receivers[r] - antenna) / x(k);
          const all = Math.max(...y.slice(0, k - 1).map((h, i) => h - antenna - slope * x(i + 1)));
          expect(skyline.highest(k, antenna, slope, -1e9)).toBeCloseTo(all, 9);
        });
      }),
      { numRuns: 300 },
    );
  });
});
