import { describe, expect, test } from 'vitest';
import { destination, distanceM } from '../../src/geo/distance.ts';
import { gridCovering, lonLatToPixel } from '../../src/geo/grid.ts';
import type { BoundingBox, LonLat } from '../../src/model/place.ts';
import { type LandCoverRaster, NO_HEIGHT, type TerrainRaster } from '../../src/model/raster.ts';
import { buildProfile } from '../../src/radio/profile.ts';

const box: BoundingBox = [105.6, 21.5, 105.9, 21.7];

const terrainOf = (heightAt: (col: number, row: number) => number, within = box): TerrainRaster => {
  const grid = gridCovering(within, 11, 2);
  const data = new Int16Array(grid.width * grid.height);
  for (let r = 0; r < grid.height; r++) for (let c = 0; c < grid.width; c++) data[r * grid.width + c] = heightAt(c, r);
  return { grid, data };
};

const coverOf = (terrain: TerrainRaster, value: number): LandCoverRaster => ({
  grid: terrain.grid,
  data: new Uint8Array(terrain.data.length).fill(value),
});

const from: LonLat = [105.65, 21.55];
const to: LonLat = [105.8, 21.65];

describe('the points of a profile', () => {
  test('are a column of the terrain apart, counted back from the receiver, and include both ends', () => {
    const { distanceKm } = buildProfile(
      terrainOf(() => 50),
      null,
      from,
      to,
    );
    const n = distanceKm.length;
    const length = distanceM(from, to) / 1000;
    const columns = ((to[0] - from[0]) / 360) * 256 * 2 ** 11;
    expect(n).toBe(Math.ceil(columns) + 1);
    expect(distanceKm[0]).toBe(0);
    expect(distanceKm[n - 1]).toBe(length);
    for (let i = 2; i < n; i++) expect(distanceKm[i] - distanceKm[i - 1]).toBeCloseTo(length / columns, 9);
    expect(distanceKm[1]).toBeGreaterThan(0);
    expect(distanceKm[1]).toBeLessThanOrEqual(length / columns);
  });

  test('are three at least, a metre long at least', () => {
    const { distanceKm } = buildProfile(
      terrainOf(() => 50),
      null,
      from,
      from,
    );
    expect([...distanceKm]).toEqual([0, 0.0005, 0.001]);
  });

  test('lie where the path is: a slope to the east is read as one', () => {
    const terrain = terrainOf((col) => 10 * col);
    const { heightM } = buildProfile(terrain, null, from, to);
    const columnOf = (p: LonLat) => lonLatToPixel(11, p[0], p[1])[0] - terrain.grid.col0 - 0.5;
    expect(heightM[0]).toBeCloseTo(10 * columnOf(from), 6);
    expect(heightM.at(-1)).toBeCloseTo(10 * columnOf(to), 6);
  });

  test('follow the great circle of a long path, not the straight line on the map', () => {
    const west: LonLat = [105, 21.5];
    const east: LonLat = [106, 21.5];
    const terrain = terrainOf((_col, row) => 10 * row, [104.9, 21.4, 106.1, 21.6]);
    const { heightM } = buildProfile(terrain, null, west, east);
    const middle = heightM[Math.round((heightM.length - 1) / 2)];
    // a great circle between two points of a parallel bulges towards the pole by d²/8R·tan(latitude)
    const bulgeM = (103_500 ** 2 / (8 * 6_378_000)) * Math.tan((21.5 * Math.PI) / 180);
    const cellM = distanceM(west, destination(west, 0, 71)) * (71.1 / 71);
    expect((heightM[0] - middle) / 10).toBeCloseTo(bulgeM / cellM, 1);
  });
});

describe('clutter', () => {
  test('stands on the ground between the ends, by class, and never on them', () => {
    const terrain = terrainOf(() => 50);
    const heights = [0, 1, 2, 3, 4, 5, 6].map((value) => {
      const { clutterM } = buildProfile(terrain, coverOf(terrain, value), from, to);
      expect(clutterM[0]).toBe(0);
      expect(clutterM.at(-1)).toBe(0);
      return clutterM[5];
    });
    expect(heights).toEqual([0, 0, 0, 10, 15, 15, 20]);
  });

  test('is read at its own grid where that is finer than the terrain', () => {
    const terrain = terrainOf(() => 50);
    const grid = gridCovering(box, 12, 2);
    const edge = lonLatToPixel(12, 105.725, 21.6)[0] - grid.col0;
    const data = new Uint8Array(grid.width * grid.height).map((_, i) => (i % grid.width < edge ? 5 : 2));
    const { clutterM, distanceKm } = buildProfile(terrain, { grid, data }, from, to);
    const lastForest = clutterM.lastIndexOf(15);
    expect(distanceKm[lastForest] / distanceKm.at(-1)!).toBeCloseTo(0.5, 2);
    expect(clutterM.indexOf(15)).toBe(1);
  });
});

describe('unknown terrain', () => {
  test('is bridged from its known neighbours and its share is told', () => {
    const whole = terrainOf((col) => col);
    const holed = terrainOf((col) => (col > 100 && col < 135 ? NO_HEIGHT : col));
    const known = buildProfile(whole, null, from, to);
    const bridged = buildProfile(holed, null, from, to);
    expect(known.unknownShare).toBe(0);
    expect(bridged.unknownShare).toBeGreaterThan(0.1);
    expect(bridged.unknownShare).toBeLessThan(0.2);
    bridged.heightM.forEach((h, i) => {
      expect(h).toBeCloseTo(known.heightM[i], 2);
    });
  });

  test('beyond the last known point is level with it', () => {
    const terrain = terrainOf((col) => (col > 100 ? NO_HEIGHT : col));
    const { heightM, unknownShare } = buildProfile(terrain, null, from, to);
    expect(unknownShare).toBeGreaterThan(0);
    expect(heightM.at(-1)).toBe(heightM[heightM.length - Math.round(unknownShare * heightM.length) - 1]);
  });

  test('everywhere gives no height at all', () => {
    const { heightM, unknownShare } = buildProfile(
      terrainOf(() => NO_HEIGHT),
      null,
      from,
      to,
    );
    expect(unknownShare).toBe(1);
    expect(heightM.every(Number.isNaN)).toBe(true);
  });
});
