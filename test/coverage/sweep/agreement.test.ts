// @module-tag slow
import { describe, expect, test } from 'vitest';
import { type SweepTerrain, sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { cellCentre } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Grid, TerrainRaster } from '../../../src/model/raster.ts';
import { budget } from '../../support/budget.ts';
import { builtInPack } from '../../support/built-in-pack.ts';
import { hasSrtm, srtmTerrain } from '../../support/srtm.ts';
import { compareWithPlain } from './plain.ts';

/** What a sweep may differ from the whole path taken anew, dB: the tables of its edge loss. */
const mostDb = 0.01;
const pack = await builtInPack();

const siteAt = (terrain: TerrainRaster, position: LonLat, frequencyMHz: number) => ({
  position,
  groundElevationM: terrainHeightM(terrain, ...position),
  heightM: 38,
  receiverM: 1.5,
  frequencyMHz,
});

describe('the sweep gives the loss of the plain path model', () => {
  const sites = Array.from({ length: 20 }, (_, s) => pack.sites[s * 79]);
  const frequencies = [763, 940, 1840, 2140, 3750];

  // each site is seen on one ground; where there is time, on every one
  const sweeps = 4;
  const step = budget(2 * sweeps, 1);

  // every cell at the coarse zoom; at the fine one the lines are four times as many and one in 32 is taken
  test.each([
    { first: 0, zoom: 11, everyth: 1, clutter: true },
    { first: 1, zoom: 11, everyth: 8, clutter: false },
    { first: 2, zoom: 12, everyth: 32, clutter: true },
    { first: 3, zoom: 12, everyth: 32, clutter: false },
  ])('around sites of the built-in pack: $zoom, clutter $clutter', ({ first, zoom, everyth, clutter }) => {
    const ground = sweepTerrainAt(pack.terrain, clutter ? pack.landCover : null, zoom);
    let cells = 0;
    sites.forEach((site, s) => {
      if (s % step !== (first * step) / sweeps) return;
      const compared = compareWithPlain(ground, siteAt(pack.terrain, site.position, frequencies[s % 5]), 15, everyth);
      cells += compared.cells;
      expect(compared.worstDb, site.id).toBeLessThan(mostDb);
    });
    expect(cells).toBeGreaterThan((Math.floor(sites.length / step) * 60_000) / everyth);
  });

  test('all around a site at the fine zoom', () => {
    const ground = sweepTerrainAt(pack.terrain, pack.landCover, 12);
    const everyth = budget(4, 1);
    const { cells, worstDb } = compareWithPlain(ground, siteAt(pack.terrain, sites[7].position, 1840), 15, everyth);
    expect(cells).toBeGreaterThan(400_000 / everyth);
    expect(worstDb).toBeLessThan(mostDb);
  });

  test.skipIf(!hasSrtm())('over measured terrain', () => {
    const places: LonLat[] = [
      [105.55, 21.6],
      [105.62, 21.72],
      [105.75, 21.55],
      [105.83, 21.62],
      [105.88, 21.85],
    ];
    for (const [zoom, everyth] of [
      [11, budget(4, 1)],
      [12, budget(96, 32)],
    ]) {
      const terrain = srtmTerrain([105.4, 21.4, 105.99, 21.99], zoom);
      const ground = sweepTerrainAt(terrain, null, zoom);
      for (const place of places) {
        expect(compareWithPlain(ground, siteAt(terrain, place, 1840), 15, everyth).worstDb).toBeLessThan(mostDb);
      }
    }
  });
});

describe('on ground made to trip it', () => {
  const size = 181;
  const heightsOf = (at: (col: number, row: number) => number): TerrainRaster => {
    const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: size, height: size };
    return { grid, data: Int16Array.from({ length: size * size }, (_, i) => at(i % size, Math.floor(i / size))) };
  };
  const sweeps: [string, TerrainRaster][] = [
    ['flat', heightsOf(() => 30)],
    ['a wall', heightsOf((col) => (col === 120 ? 400 : 30))],
    ['a pit', heightsOf((col, row) => (Math.hypot(col - 130, row - 90) < 12 ? 30 : 300))],
    ['a single spike', heightsOf((col, row) => (col === 110 && row === 84 ? 900 : 30))],
    ['a staircase', heightsOf((col, row) => 40 * Math.floor((col + row) / 25))],
    ['a saw', heightsOf((col, row) => ((col + 2 * row) % 7) * 12)],
  ];

  test.each(sweeps)('%s: the plain model at every cell, from a mast on it and one beside it', (_, terrain) => {
    const ground: SweepTerrain = sweepTerrainAt(terrain, null, 12);
    for (const [col, row] of [
      [90, 90],
      [61, 97],
    ]) {
      const [lon, lat] = cellCentre(terrain.grid, col, row);
      const site = siteAt(terrain, [lon + 0.00011, lat - 0.00007], 1840);
      expect(compareWithPlain(ground, site, 6).worstDb).toBeLessThan(mostDb);
    }
  });
});
