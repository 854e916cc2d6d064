import { expect, test } from 'vitest';
import { compareMeasured } from '../../src/measured/compare.ts';
import type { MeasuredPair } from '../../src/measured/errors.ts';
import type { LandCoverClass } from '../../src/model/raster.ts';
import { seededRandom } from '../support/random.ts';

/** A drive of `count` points over some 10 km, on which `landCover` adds `lossDb` that the model does not know. */
const aDrive = (count: number, landCover: LandCoverClass, lossDb: number, noiseDb = 4, operator = 'viettel') => {
  const random = seededRandom(7 + count);
  return Array.from({ length: count }, (_, i): MeasuredPair => {
    const predictedDbm = -95 + 10 * Math.sin(i);
    const noise = noiseDb * (random() + random() + random() - 1.5) * 2;
    const position = [105.8 + random() * 0.1, 21.6 + random() * 0.05] as const;
    return {
      predictedDbm,
      landCover,
      measurement: { id: `${landCover}-${i}`, position, operator, rsrpDbm: predictedDbm - lossDb + noise },
    };
  });
};

test('bias and root mean square error are those of the points', () => {
  const pair = (rsrpDbm: number): MeasuredPair => ({
    predictedDbm: -90,
    landCover: 'open',
    measurement: { id: 'x', position: [105.8, 21.6], operator: 'viettel', rsrpDbm },
  });
  const { all } = compareMeasured([pair(-93), pair(-97)]);
  expect(all).toEqual({ count: 2, biasDb: -5, rmseDb: Math.sqrt(29), isEnough: false });
});

test('operators and land cover are told apart', () => {
  const { byOperator, byLandCover } = compareMeasured([
    ...aDrive(200, 'forest', 9),
    ...aDrive(100, 'open', 0, 4, 'vinaphone'),
  ]);
  expect(byOperator.map(({ operator, stats }) => [operator, stats.count])).toEqual([
    ['viettel', 200],
    ['vinaphone', 100],
  ]);
  expect(byLandCover.find(({ landCover }) => landCover === 'forest')?.stats.biasDb).toBeCloseTo(-9, -0.5);
  expect(byLandCover.find(({ landCover }) => landCover === 'open')?.stats.biasDb).toBeCloseTo(0, -0.5);
});

test('a loss the model does not know is found, and mends points it was not fitted on', () => {
  const { calibration } = compareMeasured([...aDrive(400, 'forest', 9), ...aDrive(400, 'open', 0)]);
  const forest = calibration?.corrections.find(({ landCover }) => landCover === 'forest');
  expect(forest?.extraLossDb).toBeCloseTo(9, 0);
  expect(calibration?.helps).toBe(true);
  expect(calibration!.rmseAfterDb).toBeLessThan(calibration!.rmseBeforeDb - 2);
  expect(calibration!.fitted + calibration!.heldOut).toBe(800);
  expect(calibration!.heldOut / 800).toBeGreaterThan(0.15);
  expect(calibration!.heldOut / 800).toBeLessThan(0.45);
});

test('points of one block are never both fitted and held out', () => {
  const here = aDrive(400, 'forest', 9).map((pair) => ({
    ...pair,
    measurement: { ...pair.measurement, position: [105.85, 21.62] as const },
  }));
  expect(compareMeasured(here).calibration).toBeNull();
});

test('too little data gives no calibration, and says of its figures that they are not enough', () => {
  const few = compareMeasured(aDrive(20, 'forest', 9));
  expect(few.calibration).toBeNull();
  expect(few.all.isEnough).toBe(false);
});

test('where the model hears nothing a point is counted and left out', () => {
  const silent = aDrive(40, 'forest', 0).map((pair) => ({ ...pair, predictedDbm: Number.NaN }));
  const { points, noLevel, all } = compareMeasured([...silent, ...aDrive(60, 'open', 0)]);
  expect([points, noLevel, all.count]).toEqual([100, 40, 60]);
});
