import { describe, expect, test } from 'vitest';
import { layTerrain } from '../../../data/build/real/terrain.ts';
import { readTiles } from '../../../src/files/raster/elevation-files.ts';
import { writeGeoTiff } from '../../../src/files/raster/geotiff-write.ts';
import { gridCovering } from '../../../src/geo/grid.ts';
import { InputError } from '../../../src/model/problem.ts';
import { type Grid, NO_HEIGHT } from '../../../src/model/raster.ts';
import { aPack } from '../../files/pack/small-pack.ts';

const grid = gridCovering([105.8, 21.6, 105.9, 21.65], 12);
const communes = aPack().communes.features.map(({ properties }) => properties);
/** The western commune has the western half of the cells. */
const communeIndex = Int16Array.from({ length: grid.width * grid.height }, (_, i) =>
  i % grid.width < grid.width / 2 ? 0 : 1,
);
const flat = (on: Grid, heightM: number) => ({ grid: on, data: new Int16Array(on.width * on.height).fill(heightM) });
const dem = (name: string, on: Grid, heightM: number) => ({ name, bytes: writeGeoTiff(flat(on, heightM), NO_HEIGHT) });
const read = async (...files: { name: string; bytes: Uint8Array }[]) =>
  layTerrain(await readTiles(files), grid, communes, communeIndex, () => flat(grid, 500));

describe('terrain from files', () => {
  test('that cover everything: nothing synthetic, nothing to tell', async () => {
    const { terrain, coveredShare, warnings, relief } = await read(dem('all.tif', grid, 40));
    expect(terrain.data.every((heightM) => heightM === 40)).toBe(true);
    expect(coveredShare).toBe(1);
    expect(warnings).toEqual([]);
    expect(relief.get('05434')).toMatchObject({ coveredShare: 1, meanM: 40, p90M: 40 });
  });

  test('that cover half: the share, and the commune that lacks ground', async () => {
    const half = { ...grid, width: Math.ceil(grid.width / 2) };
    const { coveredShare, warnings, relief } = await read(dem('west.tif', half, 40));
    expect(coveredShare).toBeCloseTo(0.5, 1);
    expect(warnings).toMatchObject([
      { file: 'west.tif', rule: 'partial-cover', severity: 'warning' },
      { file: 'west.tif', rule: 'synthetic-ground', place: 'Quang Vinh (05434)', severity: 'warning' },
    ]);
    expect(warnings[1].ruleValues?.share).toBeGreaterThan(95);
    expect(relief.get('05431')?.coveredShare).toBe(1);
  });

  test('without a cliff at the seam, synthetic far from it', async () => {
    const { terrain } = await read(dem('west.tif', { ...grid, width: Math.ceil(grid.width / 2) }, 40));
    const row = terrain.data.subarray(0, grid.width);
    const steps = Array.from(row.subarray(1), (heightM, i) => Math.abs(heightM - row[i]));
    expect(Math.max(...steps)).toBeLessThan(15);
    expect(row[grid.width - 1]).toBe(500);
  });

  test('with a hole: it is filled and counted', async () => {
    const holed = flat(grid, 40);
    holed.data.fill(NO_HEIGHT, 20 * grid.width + 30, 20 * grid.width + 37);
    const { terrain, warnings } = await read({ name: 'holed.tif', bytes: writeGeoTiff(holed, NO_HEIGHT) });
    expect(terrain.data[20 * grid.width + 33]).toBe(40);
    expect(warnings).toMatchObject([{ file: 'holed.tif', rule: 'voids-filled', ruleValues: { count: 7 } }]);
  });

  test('that lie elsewhere are refused', async () => {
    const elsewhere = gridCovering([107, 20, 107.1, 20.1], 12);
    await expect(read(dem('coast.tif', elsewhere, 3))).rejects.toMatchObject({
      problems: [{ file: 'coast.tif', rule: 'partial-cover', severity: 'error' }],
    });
  });

  test('one broken file of two is named', async () => {
    const broken = { name: 'N21E105.hgt', bytes: new Uint8Array(1000) };
    const error = await read(dem('all.tif', grid, 40), broken).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems).toMatchObject([{ file: 'N21E105.hgt', rule: 'truncated' }]);
  });
});
