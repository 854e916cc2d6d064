import { expect, test } from 'vitest';
import { workersThatFit } from '../../../src/coverage/raster/run-size.ts';
import { InputError } from '../../../src/model/problem.ts';

const province = (side: number, operators: number) => ({
  terrain: { grid: { zoom: 12, col0: 0, row0: 0, width: side, height: side }, data: new Int16Array(0) },
  landCover: null,
  operators: Array.from({ length: operators }, (_, o) => `operator-${o}`),
});

test('a run gets the workers it asks for while memory lasts, then as many as fit', () => {
  expect(workersThatFit(province(2500, 4), { zoom: 12 }, 2)).toBe(2);
  expect(workersThatFit(province(2500, 4), { zoom: 12 }, 8)).toBe(8);
  expect(workersThatFit(province(2500, 4), { zoom: 13 }, 8)).toBe(2);
  expect(workersThatFit(province(2500, 1), { zoom: 13 }, 8)).toBe(3);
});

test('a run that does not fit with a single one is refused', () => {
  expect(() => workersThatFit(province(2500, 4), { zoom: 14 }, 1)).toThrow(InputError);
});
