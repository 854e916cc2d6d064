import { describe, expect, test } from 'vitest';
import { Claims } from '../../../src/coverage/sweep/claims.ts';
import { fanAround } from '../../../src/coverage/sweep/fan.ts';
import { Line } from '../../../src/coverage/sweep/line.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import type { Grid } from '../../../src/model/raster.ts';

const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 160, height: 140 };
const cellKm = 0.0356;

/** How often each cell is owned, and how far its sample lies from its centre, in cells. */
const ownership = (x: number, y: number, radiusKm: number) => {
  const fan = fanAround(grid, pixelToLonLat(12, grid.col0 + x, grid.row0 + y), radiusKm)!;
  const line = new Line(fan);
  const claims = new Claims(fan);
  const owned = new Uint8Array(grid.width * grid.height);
  let farthest = 0;
  for (const wing of fan.wings) {
    claims.take(wing, null);
    for (let l = 0; l < wing.lines; l++) {
      line.lay(wing, l, claims, 8500);
      for (let o = 0; o < line.ownedCount; o++) {
        owned[line.ownedCell[o]]++;
        const col = line.ownedCell[o] % grid.width;
        const row = Math.floor(line.ownedCell[o] / grid.width);
        const u = line.first + line.owned[o] - 1;
        const angle = (line.azimuthDeg * Math.PI) / 180;
        // along the wing's axis a sample stands on its cell's centre; across it, where the line is
        const isRow = wing.alongDeg % 180 === 90;
        const awayM = u * line.stepKm * 1000;
        const across = (awayM * (isRow ? -Math.cos(angle) : Math.sin(angle))) / wing.acrossM;
        const centre = isRow ? row + 0.5 - y : col + 0.5 - x;
        farthest = Math.max(farthest, Math.abs(across - centre));
      }
    }
  }
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
    expect(fanAround(grid, pixelToLonLat(12, grid.col0 + 0.3, grid.row0 + 50), 2)).toBeNull();
    expect(fanAround(grid, [10, 10], 2)).toBeNull();
  });
});
