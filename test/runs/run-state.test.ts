import { expect, test } from 'vitest';
import { createRunTracker } from '../../src/runs/run-state.ts';
import { secondsLeft } from '../../src/runs/time-left.ts';

test('the time left follows the pace so far', () => {
  expect(secondsLeft(250, 1000, 5)).toBeCloseTo(15);
});

test('the time left is unknown while too little is done', () => {
  expect(secondsLeft(10, 1000, 5)).toBeNull();
  expect(secondsLeft(0, 0, 5)).toBeNull();
});

test('a phase starts its own clock, so an earlier slow one does not count', () => {
  let nowMs = 0;
  const track = createRunTracker(() => nowMs);
  track({ phase: 'service', done: 0, total: 100 });
  nowMs = 60_000;
  track({ phase: 'sharing', done: 0, total: 10 });
  nowMs = 62_000;
  expect(track({ phase: 'sharing', done: 5, total: 10 })).toEqual({
    kind: 'running',
    phase: 'sharing',
    share: 0.5,
    secondsLeft: 2,
  });
});

test('a run of nothing has no share', () => {
  expect(createRunTracker(() => 0)({ phase: 'reading', done: 0, total: 0 })).toMatchObject({ share: 0 });
});
