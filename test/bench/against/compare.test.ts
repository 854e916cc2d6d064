import { expect, test } from 'vitest';
import { compareRounds, type Line } from './compare.ts';

const sweep = (nsASample: number, ground = 'flat'): Line => ({
  bench: 'sweep',
  measure: 'sweep',
  ground,
  samplesARadial: 500,
  nsASample: { median: nsASample, min: 1, max: 99 },
});
const rounds = (...pairs: [here: number, there: number][]) =>
  pairs.map(([here, there]) => ({ here: [sweep(here)], there: [sweep(there)] }));

test('a measure is compared round by round, with the spread of its ratio', () => {
  const [one, ...others] = compareRounds(rounds([30, 40], [33, 44], [36, 40]));
  expect(others).toEqual([]);
  expect(one).toMatchObject({ field: 'nsASample', here: 33, there: 40, ratio: { median: 0.75, min: 0.75, max: 0.9 } });
});

test('it is slower or faster only beyond the noise of either side', () => {
  const verdicts = [
    rounds([50, 40], [51, 41], [50, 41]),
    rounds([40, 50], [41, 51], [41, 50]),
    rounds([50, 40], [60, 50], [70, 60]),
  ].map((each) => compareRounds(each)[0].verdict);
  expect(verdicts).toEqual(['slower', 'faster', 'the same']);
});

test('measures are matched by name, and what only one side has is left out', () => {
  const here = [sweep(10, 'hills'), sweep(20, 'flat'), { bench: 'sweep', measure: 'new', ms: 5 }];
  const there = [sweep(20, 'flat'), sweep(20, 'hills')];
  expect(compareRounds([{ here, there }]).map(({ measure, ratio }) => [measure, ratio.median])).toEqual([
    ['sweep, sweep, hills', 0.5],
    ['sweep, sweep, flat', 1],
  ]);
});

test('counts, settings and limits are no costs', () => {
  const line = { bench: 'sharing', measure: 'plan', merges: 84, limitMs: 1000, spreadMs: 3, medianMs: 20, seconds: 2 };
  expect(compareRounds([{ here: [line], there: [line] }]).map(({ field }) => field)).toEqual(['medianMs', 'seconds']);
});
