import { describe, expect, it } from 'vitest';
import { cellCentre } from '../../src/geo/grid.ts';
import { landCoverAt, terrainHeightAtPixel, terrainHeightM } from '../../src/geo/sample.ts';
import { NO_HEIGHT, type TerrainRaster } from '../../src/model/raster.ts';

const grid = { zoom: 12, col0: 832_000, row0: 460_000, width: 4, height: 3 };
const plane = (): TerrainRaster => ({
  grid,
  data: Int16Array.from({ length: 12 }, (_, i) => 100 + 10 * (i % 4) + 100 * Math.floor(i / 4)),
});

describe('terrain at a position', () => {
  it('is the cell’s own height at its centre', () => {
    const [lon, lat] = cellCentre(grid, 2, 1);
    expect(terrainHeightM(plane(), lon, lat)).toBeCloseTo(220, 4);
  });

  it('reproduces a plane anywhere between centres', () => {
    expect(terrainHeightAtPixel(plane(), 832_000 + 1.25, 460_000 + 1.75)).toBeCloseTo(100 + 7.5 + 125, 9);
  });

  it('is unknown next to an unknown cell and outside the outermost centres', () => {
    const terrain = plane();
    terrain.data[5] = NO_HEIGHT;
    expect(terrainHeightAtPixel(terrain, 832_000 + 1.2, 460_000 + 1.2)).toBeNaN();
    expect(terrainHeightAtPixel(terrain, 832_000 + 0.4, 460_000 + 1.2)).toBeNaN();
    expect(terrainHeightAtPixel(terrain, Number.NaN, 460_000 + 1.2)).toBeNaN();
  });

  it('has the land cover of the cell it falls in, unknown outside', () => {
    const landCover = { grid, data: Uint8Array.from({ length: 12 }, (_, i) => i % 7) };
    const [lon, lat] = cellCentre(grid, 3, 1);
    expect(landCoverAt(landCover, lon, lat)).toBe(0);
    expect(landCoverAt(landCover, ...cellCentre(grid, 1, 1))).toBe(5);
    expect(landCoverAt(landCover, 0, 0)).toBe(0);
  });
});
