import { expect, test } from 'vitest';
import { secondsLeft } from '../../src/runs/time-left.ts';

test('the time left follows the pace so far', () => {
  expect(secondsLeft(250, 1000, 5)).toBeCloseTo(15);
});

test('the time left is unknown while too little is done', () => {
  expect(secondsLeft(10, 1000, 5)).toBeNull();
  expect(secondsLeft(0, 0, 5)).toBeNull();
});
