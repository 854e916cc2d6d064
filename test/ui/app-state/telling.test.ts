import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTelling, type Running } from '../../../src/ui/app-state/telling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const aTelling = (everyMs = 0) => {
  const told: Running<string>[] = [];
  return { told, tell: createTelling<string>('k', everyMs, (running) => void told.push(running)) };
};

test('a stage starts its own clock, so an earlier slow one does not count', () => {
  const { told, tell } = aTelling();
  tell('service', 0, 100);
  vi.advanceTimersByTime(60_000);
  tell('sharing', 0, 10);
  vi.advanceTimersByTime(2_000);
  tell('sharing', 5, 10);
  expect(told.at(-1)).toEqual({
    kind: 'running',
    key: 'k',
    stage: 'sharing',
    done: 5,
    total: 10,
    share: 0.5,
    secondsLeft: 2,
  });
});

test('work of which nobody knows how much it is has no share', () => {
  const { told, tell } = aTelling();
  tell('reading', 0, 0);
  expect(told).toMatchObject([{ share: 0, secondsLeft: null }]);
});

test('it is told now and then, and a new stage always', () => {
  const { told, tell } = aTelling(500);
  tell('service', 1, 9);
  vi.advanceTimersByTime(100);
  tell('service', 2, 9);
  tell('sharing', 1, 9);
  vi.advanceTimersByTime(500);
  tell('sharing', 2, 9);
  expect(told.map(({ stage, done }) => `${stage} ${done}`)).toEqual(['service 1', 'sharing 1', 'sharing 2']);
});
