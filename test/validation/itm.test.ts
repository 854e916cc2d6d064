import { describe, expect, test } from 'vitest';
import { computeItmCases } from '../../src/cli/path/itm-cases.ts';
import { itm } from '../../src/radio/itm/itm.ts';
import type { ItmInput } from '../../src/radio/itm/itm-input.ts';
import { hasVectors, type Row, readVectors, vectorPath } from './vector-files.ts';

const folder = 'itm';

const values = [
  ...['A_dB', 'Aref_dB', 'Afs_dB', 'dh_m', 'Ns', 'theta_hzn_t_rad', 'theta_hzn_r_rad', 'd_hzn_t_m', 'd_hzn_r_m'],
  ...['he_t_m', 'he_r_m', 'mode'],
];

/** Of a row, the value that is farthest from what is expected, as a share of it; nothing within 1e-9 counts. */
const worstOf = (columns: readonly string[], found: Row, expected: Row) =>
  columns
    .map((column) => {
      const off = Math.abs(Number(found[column]) - Number(expected[column]));
      return { column, share: off <= 1e-9 ? 0 : off / Math.abs(Number(expected[column])) };
    })
    .reduce((worst, next) => (next.share <= worst.share ? worst : next));

const tableOf = (name: string) => {
  if (!hasVectors(folder)) return [];
  const expected = readVectors(`${folder}/${name}`);
  const found = computeItmCases(vectorPath(`${folder}/${name}`), vectorPath(`${folder}/profiles`));
  return expected.map((row, i) => [i, row, found[i] as unknown as Row] as const);
};

const expectRow = (found: Row, expected: Row, share: number): void => {
  expect([Number(found.code), Number(found.warnings)]).toEqual([Number(expected.code), Number(expected.warnings)]);
  const worst = worstOf(values, found, expected);
  expect(worst.share, worst.column).toBeLessThan(share);
};

describe.skipIf(!hasVectors(folder))("NTIA's five published point-to-point losses", () => {
  const rows = tableOf('published.csv');

  test('all five are there', () => expect(rows).toHaveLength(5));

  test.each(rows)('case %i', (_i, expected, found) => {
    expect(Number(found.A_dB).toFixed(2)).toBe(expected.A_published_dB);
    expect(worstOf(['A_dB'], found, expected).share).toBeLessThan(2e-6);
    // the published profiles tell heights to a micrometre, ours to six digits; that moves a horizon's angle by 4e-5 of it
    expectRow(found, expected, 1e-4);
  });
});

describe.skipIf(!hasVectors(folder))('156 cases computed with the published program', () => {
  const rows = tableOf('cases.csv');

  test('all are there', () => expect(rows).toHaveLength(156));
  test.each(rows)('case %i', (_i, expected, found) => expectRow(found, expected, 1e-6));
});

describe.skipIf(!hasVectors(folder))('25 cases at and beyond the ranges', () => {
  const rows = tableOf('out-of-range.csv');

  test('all are there', () => expect(rows).toHaveLength(25));
  test.each(rows)('case %i', (_i, expected, found) => {
    if (expected.A_dB !== '') return expectRow(found, expected, 1e-6);
    expect([found.code, found.warnings].map(Number)).toEqual([expected.code, expected.warnings].map(Number));
    expect(values.every((column) => found[column] === null)).toBe(true);
  });
});

// two of the 156, in the test's own lines: a ridge of 77 m between two antennas 614 m apart
describe('a short path over a ridge', () => {
  const overRidge: ItmInput = {
    profile: {
      stepM: 613.937806 / 8,
      heightM: Float64Array.of(87.97, 94.89, 111.2, 133.71, 157.18, 165.27, 152.66, 133.16, 130.02),
    },
    frequencyMHz: 1842.5,
    txHeightM: 15,
    rxHeightM: 10,
    polarisation: 'horizontal',
    environment: {
      climate: 1,
      refractivityN0: 301,
      permittivity: 4,
      conductivitySPerM: 0.008,
      variabilityMode: 0,
      timePercent: 1,
      locationPercent: 90,
      situationPercent: 90,
    },
  };

  test('loses what the published program says, step by step', () => {
    const { code, warnings, result } = itm(overRidge);
    expect([code, warnings]).toEqual([1, 1600]);
    expect(result?.lossDb).toBeCloseTo(183.5100118, 5);
    expect(result?.referenceDb).toBeCloseTo(73.36123713, 7);
    expect(result?.freeSpaceDb).toBeCloseTo(93.52063749, 7);
    expect(result?.irregularityM).toBeCloseTo(225.8558022, 6);
    expect(result?.surfaceRefractivity).toBeCloseTo(296.9056672, 6);
    expect(result?.horizons.elevationRad[0]).toBeCloseTo(0.1765794837, 9);
    expect(result?.horizons.elevationRad[1]).toBeCloseTo(0.1096608619, 9);
    expect(result?.horizons.distanceM[0]).toBeCloseTo(306.968903, 6);
    expect(result?.horizons.distanceM[1]).toBeCloseTo(230.2266773, 6);
    expect(result?.effectiveHeightM[0]).toBeCloseTo(23.38625, 6);
    expect(result?.effectiveHeightM[1]).toBeCloseTo(15.27030303, 7);
    expect(result?.mode).toBe(1);
  });

  test('with a higher mast, another ground and other shares', () => {
    const { code, warnings, result } = itm({
      ...overRidge,
      frequencyMHz: 3750,
      txHeightM: 30,
      rxHeightM: 1.5,
      polarisation: 'vertical',
      environment: {
        climate: 5,
        refractivityN0: 365,
        permittivity: 25,
        conductivitySPerM: 0.005,
        variabilityMode: 3,
        timePercent: 1,
        locationPercent: 50,
        situationPercent: 50,
      },
    });
    expect([code, warnings]).toEqual([1, 1600]);
    expect(result?.lossDb).toBeCloseTo(177.5743233, 5);
    expect(result?.referenceDb).toBeCloseTo(77.88577558, 7);
  });

  test.each([
    ['no polarisation it knows', { polarisation: null }, 1010, 0],
    ['no climate', { environment: { ...overRidge.environment, climate: 8 } }, 1002, 0],
    ['a frequency it does not answer', { frequencyMHz: 25_000 }, 1009, 4],
    ['a mast as high as a mountain', { txHeightM: 5000 }, 1000, 1],
  ] as const)('%s: a code and no result', (_what, change, code, warnings) => {
    expect(itm({ ...overRidge, ...change })).toEqual({ code, warnings, result: null });
  });
});
