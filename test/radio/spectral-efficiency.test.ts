import { expect, test } from 'vitest';
import { buildingEntryLossDb } from '../../src/radio/building-entry.ts';
import {
  cqiEfficiencies,
  downlinkCurve,
  layeredEfficiency,
  spectralEfficiency,
  uplinkCurve,
} from '../../src/radio/spectral-efficiency.ts';
import { budget } from '../support/budget.ts';
import { fc } from '../support/fast-check.ts';

/** TR 36.942 annex A.2: 0.6 · log2(1 + SINR), and the step of TS 36.213 table 7.2.3-1 below it, by hand. */
test.each([
  // 10 dB: 0.6 · log2(11) = 2.076, CQI 8
  [10, 1.9141],
  // 0 dB: 0.6 · 1 = 0.6, below CQI 4 at 0.6016
  [0, 0.377],
  // 0.02 dB: 0.6 · log2(2.0046) = 0.602
  [0.02, 0.6016],
  // -10 dB: 0.6 · log2(1.1) = 0.0825, below CQI 1
  [-10, 0],
  // 40 dB: cut off at 4.4, CQI 12
  [40, 3.9023],
])('at an SINR of %d dB the downlink carries %d bit/s/Hz', (sinrDb, expected) => {
  expect(spectralEfficiency(sinrDb, downlinkCurve)).toBe(expected);
});

test('the uplink carries less, and ends at 2 bit/s/Hz', () => {
  // 0.4 · log2(11) = 1.384, CQI 6
  expect(spectralEfficiency(10, uplinkCurve)).toBe(1.1758);
  expect(spectralEfficiency(60, uplinkCurve)).toBe(1.9141);
});

test('a second layer is taken where half the power for each carries more', () => {
  // 6 dB: 0.6 · log2(4.98) = 1.39 or 2 × (3 dB: 0.6 · log2(2.995) = 0.949)
  expect(layeredEfficiency(6, 2, downlinkCurve)).toBe(2 * 0.877);
  // 20 dB: 3.995 or 2 × (17 dB: 3.41)
  expect(layeredEfficiency(20, 2, downlinkCurve)).toBe(2 * 3.3223);
  expect(layeredEfficiency(-8, 2, downlinkCurve)).toBe(spectralEfficiency(-8, downlinkCurve));
});

test('more SINR never carries less, whatever the layers', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -30, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 30, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (sinrDb, more, layers) => {
        const [less, greater] = [sinrDb, sinrDb + more].map((at) => layeredEfficiency(at, layers, downlinkCurve));
        expect(greater).toBeGreaterThanOrEqual(less);
        expect(layers === 1 ? [0, ...cqiEfficiencies] : [less]).toContain(less);
      },
    ),
    { numRuns: budget(300, 20_000) },
  );
});

/** ITU-R P.2109-2 eq. (1) at 1 GHz, where the logarithms are 0: 10 · log10(10^(r/10) + 10^(w/10) + 10^-0.3). */
test('building entry loss is that of the Recommendation', () => {
  expect(buildingEntryLossDb(1000, 50)).toBeCloseTo(14.31, 2);
  expect(buildingEntryLossDb(1000, 50, 'thermally-efficient')).toBeCloseTo(31.01, 2);
  // 84.13 % is a deviate of 1: 10 · log10(10^((12.64 + 9.6)/10) + 10^((9.1 + 4.5)/10) + 10^-0.3)
  expect(buildingEntryLossDb(1000, 84.134)).toBeCloseTo(22.81, 1);
  // at 45° 0.212 dB a degree on the first term
  expect(buildingEntryLossDb(1000, 50, 'traditional', 45)).toBeCloseTo(
    10 * Math.log10(10 ** ((12.64 + 9.54) / 10) + 10 ** 0.91 + 10 ** -0.3),
    6,
  );
  expect(() => buildingEntryLossDb(50, 50)).toThrow(RangeError);
  expect(() => buildingEntryLossDb(1000, 100)).toThrow(RangeError);
});
