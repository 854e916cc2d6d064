// @module-tag slow
import { describe, expect, test } from 'vitest';
import { type Annulus, annuli, radialsAround, wholeDisc } from '../../../src/coverage/sweep/radials.ts';
import { sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import type { Grid } from '../../../src/model/raster.ts';
import { linesOver, pathOf, sweepRadials } from './plain.ts';

const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 160, height: 140 };
const cellKm = 0.0356;
const ground = sweepTerrainAt({ grid, data: new Int16Array(grid.width * grid.height) }, null, 12);

/** How often each cell is owned, and how far its sample lies from its centre, in cells. */
const ownership = (x: number, y: number, radiusKm: number, parts: readonly Annulus[] = [wholeDisc]) => {
  const owned = new Uint8Array(grid.width * grid.height);
  let farthest = 0;
  const position = pixelToLonLat(12, grid.col0 + x, grid.row0 + y);
  const site = { position, groundElevationM: 0, heightM: 30, receiverM: 1.5, frequencyMHz: 1840 };
  const visit = (walked: Parameters<Parameters<typeof sweepRadials>[3]>[0]): void => {
    const { sector, count } = walked;
    for (let r = 0; r < count; r++) {
      const { cell, sample, line } = pathOf(walked, r);
      owned[cell]++;
      const col = cell % grid.width;
      const row = Math.floor(cell / grid.width);
      const angle = (sector.azimuthDeg[line] * Math.PI) / 180;
      // along the sector's axis a sample stands on its cell's centre; across it, where the line is
      const awayM = (sector.first + sample - 1) * sector.stepM[line];
      const across = (awayM * (sector.isRow ? -Math.cos(angle) : Math.sin(angle))) / sector.acrossM;
      const centre = sector.isRow ? row + 0.5 - y : col + 0.5 - x;
      farthest = Math.max(farthest, Math.abs(across - centre));
    }
  };
  sweepRadials(linesOver(ground, radiusKm), site, 1, visit, parts);
  return { owned, farthest };
};

describe('the lines of a fan', () => {
  test.each([
    ['in the middle of the grid', 80.3, 70.8],
    ['on the very centre of a cell', 80.5, 70.5],
    ['on the corner of four cells', 80, 70],
    ['near the edge of the grid', 3.2, 136.9],
    ['in the outermost cells', 0.7, 0.6],
  ])('own every cell within the radius once, and none twice, around a mast %s', (_, x, y) => {
    const radiusKm = 2;
    const { owned } = ownership(x, y, radiusKm);
    const reach = radiusKm / cellKm;
    for (let row = 0; row < grid.height; row++) {
      for (let col = 0; col < grid.width; col++) {
        const times = owned[row * grid.width + col];
        expect(times).toBeLessThanOrEqual(1);
        const away = Math.hypot(col + 0.5 - x, row + 0.5 - y);
        // the outermost cells have no neighbours to take terrain from
        const isInner = col > 0 && row > 0 && col < grid.width - 1 && row < grid.height - 1;
        if (isInner && away < reach - 1.5) expect(times).toBe(1);
        if (away > reach + 1.5) expect(times).toBe(0);
      }
    }
  });

  test('own the same cells when walked ring by ring', () => {
    const whole = ownership(80.3, 70.8, 4);
    const parts = [
      { fromM: 0, toM: 20 },
      { fromM: 20, toM: 900 },
      { fromM: 900, toM: 2500 },
      { fromM: 2500, toM: Number.POSITIVE_INFINITY },
    ];
    const byParts = ownership(80.3, 70.8, 4, parts);
    const byAnnuli = ownership(80.3, 70.8, 4, annuli);
    for (let row = 1; row < grid.height - 1; row++) {
      for (let col = 1; col < grid.width - 1; col++) {
        const at = row * grid.width + col;
        expect(byParts.owned[at]).toBeLessThanOrEqual(1);
        // at the radius itself it depends on the line
        if (Math.hypot(col + 0.5 - 80.3, row + 0.5 - 70.8) > 4 / cellKm - 1.5) continue;
        expect(byParts.owned[at]).toBe(whole.owned[at]);
        expect(byAnnuli.owned[at]).toBe(whole.owned[at]);
      }
    }
    expect(byParts.farthest).toBeLessThan(0.51);
  });

  test('sample a cell no farther than half of it from its centre', () => {
    expect(ownership(80.3, 70.8, 2).farthest).toBeLessThan(0.51);
  });

  test('leave no cell out where the radius is wider than the grid', () => {
    const { owned } = ownership(60.1, 50.2, 20);
    let missing = 0;
    for (let row = 1; row < grid.height - 1; row++) {
      for (let col = 1; col < grid.width - 1; col++) if (owned[row * grid.width + col] !== 1) missing++;
    }
    expect(missing).toBe(0);
  });

  test('do not exist for a mast outside the outermost cell centres', () => {
    expect(radialsAround(grid, pixelToLonLat(12, grid.col0 + 0.3, grid.row0 + 50), 2)).toBeNull();
    expect(radialsAround(grid, [10, 10], 2)).toBeNull();
  });
});
