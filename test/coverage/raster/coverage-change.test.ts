import { describe, expect, test } from 'vitest';
import { areaChange, changeClasses, changeClassOf, NOT_SERVED } from '../../../src/coverage/raster/coverage-change.ts';
import { NO_SIGNAL } from '../../../src/coverage/raster/coverage-types.ts';
import { cellCentre, cellIndexAt, cellMetres, gridCovering } from '../../../src/geo/grid.ts';

const thresholdDbm = -110;
const classOf = (before: number, after: number): string | undefined =>
  changeClasses[changeClassOf(before, after, thresholdDbm)];

describe('what happens to a cell', () => {
  test.each([
    [-1100, -1101, 'lost'],
    [-900, NO_SIGNAL, 'lost'],
    [-1101, -1100, 'gained'],
    [NO_SIGNAL, -900, 'gained'],
    [-900, -930, 'same'],
    [-900, -931, 'weaker'],
    [-900, -870, 'same'],
    [-900, -869, 'stronger'],
  ])('from %d to %d tenths of dBm it is %s', (before, after, expected) => {
    expect(classOf(before, after)).toBe(expected);
  });

  test('served neither before nor after it has no class, however its level moves', () => {
    expect(changeClassOf(-1300, -1110, thresholdDbm)).toBe(NOT_SERVED);
    expect(changeClassOf(NO_SIGNAL, NO_SIGNAL, thresholdDbm)).toBe(NOT_SERVED);
  });
});

test('areas count the cells of the mask by their own size, and what is gained less what is lost is the difference', () => {
  const grid = gridCovering([105.8, 21.6, 105.81, 21.61], 12);
  const cells = grid.width * grid.height;
  const before = Int16Array.from({ length: cells }, (_, i) => [-900, -900, NO_SIGNAL, -1000][i % 4]);
  const after = Int16Array.from({ length: cells }, (_, i) => [-900, NO_SIGNAL, -900, -900][i % 4]);
  const mask = Uint8Array.from({ length: cells }, (_, i) => (i % 3 === 0 ? 1 : 0));
  const work = areaChange(grid, mask, before, after, thresholdDbm);
  let step = work.next();
  let steps = 0;
  while (!step.done) {
    steps++;
    step = work.next();
  }
  expect(steps).toBe(grid.height);
  const { beforeKm2, afterKm2, byClassKm2 } = step.value;
  let masked = 0;
  const expected = [0, 0, 0, 0];
  for (let i = 0; i < cells; i += 3) {
    const { eastM, northM } = cellMetres(12, cellCentre(grid, 0, Math.floor(i / grid.width))[1]);
    expected[i % 4] += (eastM * northM) / 1e6;
    masked += (eastM * northM) / 1e6;
  }
  expect(byClassKm2.same).toBeCloseTo(expected[0], 9);
  expect(byClassKm2.lost).toBeCloseTo(expected[1], 9);
  expect(byClassKm2.gained).toBeCloseTo(expected[2], 9);
  expect(byClassKm2.stronger).toBeCloseTo(expected[3], 9);
  expect(afterKm2 - beforeKm2).toBeCloseTo(byClassKm2.gained - byClassKm2.lost, 9);
  expect(beforeKm2 + byClassKm2.gained).toBeCloseTo(masked, 9);
});

test('the place where most is lost lies in the square with the most lost cells', () => {
  const grid = gridCovering([105.8, 21.6, 105.86, 21.66], 12);
  const before = new Int16Array(grid.width * grid.height).fill(-900);
  const after = before.slice();
  const at = (col: number, row: number): number => row * grid.width + col;
  // one here, three there
  after[at(3, 3)] = NO_SIGNAL;
  for (const col of [70, 71, 72]) after[at(col, 40)] = NO_SIGNAL;
  const work = areaChange(grid, new Uint8Array(before.length).fill(1), before, after, thresholdDbm);
  let step = work.next();
  while (!step.done) step = work.next();
  const [lon, lat] = step.value.mostLostAt!;
  const index = cellIndexAt(grid, lon, lat);
  expect([Math.floor((index % grid.width) / 32), Math.floor(index / grid.width / 32)]).toEqual([2, 1]);
  expect(step.value.mostGainedAt).toBeNull();
});
