import { describe, expect, test } from 'vitest';
import { type SweepTerrain, sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { cellCentre } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import { type Grid, NO_HEIGHT } from '../../../src/model/raster.ts';

// starts on an even column and an odd row of the coarser grid
const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_301, width: 41, height: 40 };
const heights = Int16Array.from({ length: 41 * 40 }, (_, i) => ((i * 37) % 900) - 20);
const terrain = { grid, data: heights };
const cover = { grid, data: Uint8Array.from(heights, (_, i) => (i % 41 < 20 ? 5 : 2)) };

const heightM = ({ heights: of, unitM }: SweepTerrain, i: number): number =>
  of[i] === NO_HEIGHT ? Number.NaN : of[i] * unitM;

describe('the ground of a sweep', () => {
  test('at the terrain’s own zoom is the terrain, with its clutter', () => {
    const ground = sweepTerrainAt(terrain, cover, 12);
    for (let i = 0; i < heights.length; i++) expect(heightM(ground, i)).toBe(heights[i]);
    expect([ground.clutterM[0], ground.clutterM[25]]).toEqual([15, 0]);
    expect([ground.lowestM, ground.highestM]).toEqual([Math.min(...heights), Math.max(...heights)]);
  });

  test('one zoom out is the mean of four cells, on the cells that lie wholly inside', () => {
    const ground = sweepTerrainAt(terrain, cover, 11);
    expect(ground.grid).toEqual({ zoom: 11, col0: 415_700, row0: 229_151, width: 20, height: 19 });
    const mean = (heights[41] + heights[42] + heights[82] + heights[83]) / 4;
    expect(heightM(ground, 0)).toBe(mean);
    expect(ground.clutterM[0]).toBe(15);
  });

  test('one zoom in lies between the cells as the terrain does', () => {
    const ground = sweepTerrainAt(terrain, cover, 13);
    expect(ground.grid).toMatchObject({ zoom: 13, width: 82, height: 80 });
    for (const [col, row] of [
      [7, 9],
      [30, 31],
      [61, 12],
    ] as const) {
      const [lon, lat] = cellCentre(ground.grid, col, row);
      expect(Math.abs(heightM(ground, row * 82 + col) - terrainHeightM(terrain, lon, lat))).toBeLessThanOrEqual(0.126);
    }
  });

  test('keeps the unknown unknown, and takes the mean of what is known under a coarser cell', () => {
    const holed = { grid, data: heights.slice() };
    for (const i of [41, 42, 82, 83, 43]) holed.data[i] = NO_HEIGHT;
    expect(heightM(sweepTerrainAt(holed, cover, 12), 41)).toBeNaN();
    const coarse = sweepTerrainAt(holed, cover, 11);
    expect(heightM(coarse, 0)).toBeNaN();
    expect(Math.abs(heightM(coarse, 1) - (heights[44] + heights[84] + heights[85]) / 3)).toBeLessThanOrEqual(0.125);
  });

  test('holds the highest mountains as well, in whole metres', () => {
    const high = { grid, data: heights.map((h) => h + 7950) };
    const ground = sweepTerrainAt(high, cover, 12);
    for (let i = 0; i < heights.length; i++) expect(heightM(ground, i)).toBe(high.data[i]);
    expect(ground.highestM).toBe(Math.max(...high.data));
  });

  test('without land cover, or without wanting it, has no clutter', () => {
    expect(sweepTerrainAt(terrain, null, 12).clutterM[0]).toBe(0);
    const bare = sweepTerrainAt(terrain, cover, 12, false);
    expect(bare.clutterM[0]).toBe(0);
    expect(bare.landCover[0]).toBe(5);
  });

  test.each([8, 15, 11.5])('is not made at zoom %d', (zoom) => {
    expect(() => sweepTerrainAt(terrain, cover, zoom)).toThrow(`from 9 to 14, not ${zoom}`);
  });
});
