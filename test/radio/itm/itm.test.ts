import { describe, expect, test } from 'vitest';
import { itm } from '../../../src/radio/itm/itm.ts';
import { itmWarnings } from '../../../src/radio/itm/itm-codes.ts';
import { defaultItmEnvironment, type EvenProfile, type ItmInput } from '../../../src/radio/itm/itm-input.ts';
import { outsideItmRanges } from '../../../src/radio/itm/outside-ranges.ts';
import { itmExcess } from '../../../src/radio/itm/path-excess.ts';
import { seededRandom } from '../../support/random.ts';

const level = (lengthKm: number, steps = 200): EvenProfile => ({
  stepM: (1000 * lengthKm) / steps,
  heightM: new Float64Array(steps + 1).fill(50),
});

const asked = (profile: EvenProfile, change: Partial<ItmInput> = {}): ItmInput => ({
  profile,
  frequencyMHz: 1840,
  txHeightM: 35,
  rxHeightM: 1.5,
  polarisation: 'vertical',
  environment: defaultItmEnvironment,
  ...change,
});

const lossOf = (input: ItmInput): number => itm(input).result!.lossDb;

/** A walk over rough or smooth country, of 3 to 300 points. */
const someProfile = (random: () => number): EvenProfile => {
  const roughM = 30 * random();
  let height = 100 * random();
  const heightM = Float64Array.from({ length: 3 + Math.floor(300 * random()) }, () => {
    height = Math.max(0, height + (random() - 0.5) * roughM);
    return height;
  });
  return { stepM: 20 + 200 * random(), heightM };
};

describe('over level ground', () => {
  test.each([100, 450, 900, 1840, 3500])('%i MHz: the farther, the more is lost', (frequencyMHz) => {
    let before = Number.NEGATIVE_INFINITY;
    for (let km = 0.2; km < 200; km *= 1.1) {
      const loss = lossOf(asked(level(km), { frequencyMHz }));
      expect(loss, `${km} km`).toBeGreaterThan(before);
      before = loss;
    }
  });

  test('goes from line of sight over diffraction to troposcatter', () => {
    const modes = [5, 60, 400].map((km) => itm(asked(level(km))).result!.mode);
    expect(modes).toEqual([1, 2, 3]);
  });

  test('a higher mast loses no more', () => {
    for (let metres = 5; metres < 200; metres += 5) {
      const [lower, higher] = [metres, metres + 5].map((txHeightM) => lossOf(asked(level(15), { txHeightM })));
      // in plain sight the ray from the ground comes and goes by hundredths of a decibel
      expect(higher).toBeLessThan(lower + 0.05);
    }
  });

  test('a larger share of time or of situations loses more', () => {
    const loss = (change: Partial<typeof defaultItmEnvironment>) =>
      lossOf(asked(level(80), { environment: { ...defaultItmEnvironment, ...change } }));
    expect(loss({ timePercent: 90 })).toBeGreaterThan(loss({ timePercent: 50 }));
    expect(loss({ timePercent: 50 })).toBeGreaterThan(loss({ timePercent: 10 }));
    expect(loss({ situationPercent: 90 })).toBeGreaterThan(loss({}));
  });
});

test('locations are told apart where the mode does, over rough ground', () => {
  const heightM = Float64Array.from({ length: 200 }, (_, i) => 100 + 60 * Math.sin(i / 9));
  const loss = (variabilityMode: number, locationPercent: number) =>
    lossOf(
      asked({ stepM: 50, heightM }, { environment: { ...defaultItmEnvironment, variabilityMode, locationPercent } }),
    );
  expect(loss(12, 90)).toBe(loss(12, 50));
  expect(loss(3, 90)).toBeGreaterThan(loss(3, 50));
});

describe('over any country', () => {
  const random = seededRandom(41);
  const paths = Array.from({ length: 400 }, () => ({
    profile: someProfile(random),
    frequencyMHz: 50 + 6000 * random(),
    txHeightM: 1 + 60 * random(),
    rxHeightM: 1 + 60 * random(),
  }));

  // at the median; a higher ridge, on the other hand, may lose less, since rougher terrain is met with other formulas
  test('a path loses the same both ways', () => {
    for (const { profile, txHeightM, rxHeightM, frequencyMHz } of paths) {
      const there = lossOf(asked(profile, { frequencyMHz, txHeightM, rxHeightM }));
      const reversed = { stepM: profile.stepM, heightM: profile.heightM.toReversed() };
      const back = lossOf(asked(reversed, { frequencyMHz, txHeightM: rxHeightM, rxHeightM: txHeightM }));
      expect(back).toBeCloseTo(there, 6);
    }
  });

  test('reference attenuation is never below free space, and a study never counts on less than free space', () => {
    for (const { profile, ...radio } of paths) {
      expect(itm(asked(profile, radio)).result!.referenceDb).toBeGreaterThanOrEqual(0);
      expect(itmExcess(profile, radio).db).toBeGreaterThanOrEqual(0);
    }
  });

  test('every warning about a path is told with what was found and the range it lies outside', () => {
    const { txHorizonAngle, rxHorizonAngle, txHorizonNear, rxHorizonNear, txHorizonFar, rxHorizonFar } = itmWarnings;
    const of = {
      frequencyMHz: itmWarnings.frequency,
      txHeightM: itmWarnings.txHeight,
      rxHeightM: itmWarnings.rxHeight,
      distanceKm: itmWarnings.distanceShort | itmWarnings.distanceVeryShort,
      horizonMrad: txHorizonAngle | rxHorizonAngle,
      horizonKm: txHorizonNear | rxHorizonNear | txHorizonFar | rxHorizonFar,
    };
    const met = new Set<string>();
    for (const { profile, ...radio } of paths) {
      const { warnings, result } = itm(asked(profile, radio));
      const outside = outsideItmRanges(radio, result!);
      const told = outside.map(({ quantity }) => quantity as keyof typeof of);
      for (const [quantity, bits] of Object.entries(of))
        expect(told.includes(quantity as keyof typeof of), quantity).toBe((warnings & bits) !== 0);
      for (const { quantity, value, min, max } of outside) {
        expect(value < min || value > max).toBe(true);
        met.add(quantity);
      }
    }
    expect([...met].sort()).toEqual(['distanceKm', 'horizonKm', 'horizonMrad']);
  });
});

test('a path of unknown heights loses an unknown amount', () => {
  const unknown = { stepM: 35, heightM: new Float64Array(20).fill(Number.NaN) };
  expect(itmExcess(unknown, { frequencyMHz: 1840, txHeightM: 35, rxHeightM: 1.5 }).db).toBeNaN();
});

test('what the model has no answer to is refused by name', () => {
  expect(() => itmExcess(level(5), { frequencyMHz: 1840, txHeightM: 35, rxHeightM: 0.3 })).toThrow(
    'the Irregular Terrain Model has no answer: rxHeight (1001)',
  );
});
