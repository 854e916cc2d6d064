import { expect, test } from 'vitest';
import { type SweepTerrain, sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import { type Grid, NO_HEIGHT } from '../../../src/model/raster.ts';
import { seededRandom } from '../../support/random.ts';
import { linesOver, type SweptSite, sweepRadials } from './plain.ts';

const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 90, height: 70 };
const cells = grid.width * grid.height;
const bulgeM = (km: number): number => (500 * km * km) / 8500;

/** Hills of gentle slopes, so that where exactly a line passes hardly shows, under woods and fields. */
const hills = (top: number, isGap: (i: number) => boolean): SweepTerrain => {
  const data = Int16Array.from({ length: cells }, (_, i) => {
    if (isGap(i)) return NO_HEIGHT;
    return Math.round(top * (0.6 + 0.4 * Math.sin((i % grid.width) / 17) * Math.cos(Math.floor(i / grid.width) / 13)));
  });
  const random = seededRandom(5);
  const cover = Uint8Array.from({ length: cells }, () => 1 + Math.floor(random() * 6));
  return sweepTerrainAt({ grid, data }, { grid, data: cover }, 12);
};

/** Terrain a number of cells from the grid's corner, linear between the two centres beside it; NaN where either is unknown. */
const between = ({ heights, unitM }: SweepTerrain, cell: (n: number) => number, at: number): number => {
  const low = Math.floor(at - 0.5);
  const [before, after] = [heights[cell(low)], heights[cell(low + 1)]];
  if (before === NO_HEIGHT || after === NO_HEIGHT) return Number.NaN;
  return unitM * (before + (after - before) * (at - 0.5 - low));
};

/** How far what is gathered is from the ground, metres: terrain where it is known, and clutter. */
const farthestOff = (ground: SweepTerrain, site: SweptSite) => {
  const off = { terrainM: 0, clutterM: 0, known: 0, bridged: 0 };
  sweepRadials(linesOver(ground, 3), site, 1, ({ lines, sector, batch }) => {
    const last = lines.lastOf(batch);
    for (let lane = 0; lane < Math.min(4, sector.lines - 4 * batch); lane++) {
      for (let k = 1; k <= Math.min(last, sector.count[4 * batch + lane]); k++) {
        const u = sector.first + k - 1;
        const across = sector.siteAcross + sector.slope[4 * batch + lane] * u;
        const cell = (n: number): number => sector.firstIndex + (k - 1) * sector.alongStride + n * sector.acrossStride;
        const h = between(ground, cell, across);
        const bare = lines.dtmM[4 * k + lane];
        if (Number.isNaN(h)) {
          expect(bare).not.toBeNaN();
          off.bridged++;
          continue;
        }
        const km = (u * sector.stepM[4 * batch + lane]) / 1000;
        const clutter = lines.dsmM[4 * k + lane] - bare + bulgeM(km);
        off.terrainM = Math.max(off.terrainM, Math.abs(bare + lines.antennaM - h));
        // on the border between two cells either is right
        const border = Math.abs(across - Math.round(across)) < 1e-3;
        if (!border)
          off.clutterM = Math.max(off.clutterM, Math.abs(clutter - ground.clutterM[cell(Math.floor(across))]));
        off.known++;
      }
    }
  });
  return off;
};

const site: SweptSite = {
  position: pixelToLonLat(grid.zoom, grid.col0 + 41.3, grid.row0 + 33.8),
  groundElevationM: 120,
  heightM: 30,
  receiverM: 1.5,
  frequencyMHz: 1840,
};

test.each([
  ['hills', 400],
  ['mountains too high for quarters of a metre', 8600],
  ['ground below the sea', -400],
])('lines see %s as they lie', (_, top) => {
  const off = farthestOff(
    hills(top, () => false),
    site,
  );
  expect(off.known).toBeGreaterThan(5000);
  expect(off.bridged).toBe(0);
  // some ten-thousandths of a cell across, on the steepest slope
  expect(off.terrainM).toBeLessThan(1e-5 * Math.abs(top));
  expect(off.clutterM).toBeLessThan(0.01);
});

test('unknown ground is bridged, and what is known is as it lies', () => {
  const off = farthestOff(
    hills(400, (i) => i % 37 === 0),
    site,
  );
  expect(off.known).toBeGreaterThan(4000);
  expect(off.bridged).toBeGreaterThan(200);
  expect(off.terrainM).toBeLessThan(0.004);
});
