import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HeightTile } from '../../../src/files/raster/elevation-tile.ts';
import { readHgt } from '../../../src/files/raster/hgt.ts';
import { terrainFromTiles } from '../../../src/files/raster/terrain-grid.ts';
import { cellCentre, cellIndexAt, gridCovering } from '../../../src/geo/grid.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';

/** A degree of samples 0.01° apart with its south-west corner at (west, 21); heights from longitude and latitude. */
const tileAt = (west: number, heightM: (lon: number, lat: number) => number): HeightTile => {
  const side = 101;
  const data = Float32Array.from({ length: side * side }, (_, i) =>
    heightM(west + (i % side) / 100, 22 - Math.floor(i / side) / 100),
  );
  const sampleAt = (lon: number, lat: number) => [(lon - west) * 100, (22 - lat) * 100] as const;
  return { file: `E${west}`, width: side, height: side, data, sampleAt, edge: 0, notes: [] };
};

describe('terrain on the grid', () => {
  test('a plane in longitude and latitude stays the plane', () => {
    const plane = (lon: number, lat: number) => 4000 * (lon - 105) + 3000 * (lat - 21);
    const grid = gridCovering([105.3, 21.3, 105.4, 21.4], 12);
    const { terrain } = terrainFromTiles([tileAt(105, plane)], grid);
    for (const [col, row] of [
      [0, 0],
      [100, 57],
      [grid.width - 1, grid.height - 1],
    ]) {
      const [lon, lat] = cellCentre(grid, col, row);
      expect(Math.abs(terrain.data[row * grid.width + col] - plane(lon, lat))).toBeLessThanOrEqual(0.51);
    }
  });

  test('is unknown outside every tile and known up to its edge', () => {
    const grid = gridCovering([105.9, 21.4, 106.1, 21.5], 12);
    const { terrain } = terrainFromTiles([tileAt(105, () => 50)], grid);
    expect(terrain.data[cellIndexAt(grid, 106.01, 21.45)]).toBe(NO_HEIGHT);
    expect(terrain.data[cellIndexAt(grid, 105.9995, 21.45)]).toBe(50);
  });

  test('neighbouring tiles meet without a gap', () => {
    const grid = gridCovering([105.9, 21.4, 106.1, 21.5], 12);
    const { terrain } = terrainFromTiles([tileAt(105, () => 50), tileAt(106, () => 50)], grid);
    expect(terrain.data.every((heightM) => heightM === 50)).toBe(true);
  });

  test('a hole is filled from the ground around it and counted', () => {
    const grid = gridCovering([105.45, 21.45, 105.55, 21.55], 12);
    const inHole = (lon: number, lat: number) => Math.hypot(lon - 105.5, lat - 21.5) < 0.025;
    const tile = tileAt(105, (lon, lat) => (inHole(lon, lat) ? Number.NaN : lat > 21.5 ? 200 : 100));
    const { terrain, voids } = terrainFromTiles([tile], grid);
    expect(voids).toEqual([{ file: 'E105', filled: tile.data.filter(Number.isNaN).length, left: 0 }]);
    const middle = terrain.data[cellIndexAt(grid, 105.5, 21.5)];
    expect(middle).toBeGreaterThan(110);
    expect(middle).toBeLessThan(190);
  });

  test('empty land beside a clipped DEM is no hole: it stays unknown', () => {
    const grid = gridCovering([105.2, 21.2, 105.8, 21.8], 11);
    const { terrain, voids } = terrainFromTiles([tileAt(105, (lon) => (lon > 105.5 ? Number.NaN : 80))], grid);
    expect(voids[0].filled).toBe(0);
    expect(terrain.data[cellIndexAt(grid, 105.7, 21.5)]).toBe(NO_HEIGHT);
  });
});

const srtm = '../shared/data/thai-nguyen/N21E105.hgt';
describe.skipIf(!existsSync(srtm))('the SRTM tile of Thái Nguyên', () => {
  test('has every void filled', () => {
    const tile = readHgt(readFileSync(srtm), 'N21E105.hgt');
    const { voids } = terrainFromTiles([tile], gridCovering([105.5, 21.5, 105.51, 21.51], 12));
    expect(voids).toEqual([{ file: 'N21E105.hgt', filled: 1539, left: 0 }]);
  });
});
