// @module-tag slow
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { compileKernel } from '../../../scripts/kernel.ts';
import { sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { Grid, TerrainRaster } from '../../../src/model/raster.ts';
import { fc } from '../../support/fast-check.ts';
import { seededRandom } from '../../support/random.ts';
import { compareWithPlain, linesOver, pathOf, type SweptSite, sweepRadials } from './plain.ts';

const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 60, height: 50 };

/** SweepTerrain of one kind or another, and a site somewhere on it. */
const places = fc.record({
  kind: fc.constantFrom('rough', 'smooth', 'steps', 'spikes', 'slope'),
  reliefM: fc.integer({ min: 1, max: 900 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
  x: fc.double({ min: 1, max: grid.width - 1, noNaN: true }),
  y: fc.double({ min: 1, max: grid.height - 1, noNaN: true }),
  heightM: fc.integer({ min: 2, max: 90 }),
  frequencyMHz: fc.constantFrom(450, 763, 1840, 3750),
});
type Place = typeof places extends fc.Arbitrary<infer P> ? P : never;

const standing = ({ kind, reliefM, seed, x, y, heightM, frequencyMHz }: Place) => {
  const random = seededRandom(seed);
  const [a, b] = [random() * 8 + 2, random() * 8 + 2];
  const heightAt = (c: number, r: number): number => {
    if (kind === 'rough') return random() * reliefM;
    if (kind === 'smooth') return reliefM * (1 + Math.sin(c / a) * Math.cos(r / b));
    if (kind === 'steps') return (reliefM / 8) * Math.floor((c + r) / a);
    if (kind === 'spikes') return random() < 0.02 ? reliefM : 20;
    return (reliefM * (c + 2 * r)) / 100;
  };
  const data = Int16Array.from({ length: grid.width * grid.height }, (_, i) =>
    Math.round(heightAt(i % grid.width, Math.floor(i / grid.width))),
  );
  const terrain: TerrainRaster = { grid, data };
  const position = pixelToLonLat(grid.zoom, grid.col0 + x, grid.row0 + y);
  const groundElevationM = terrainHeightM(terrain, ...position);
  const site: SweptSite = { position, groundElevationM, heightM, receiverM: 1.5, frequencyMHz };
  return { ground: sweepTerrainAt(terrain, null, 12), site };
};

/** A path on it just grazes the ground, on which rounding once left a horizon below the ray. */
const grazing: Place = {
  kind: 'steps',
  reliefM: 94,
  seed: 725989,
  x: 30.826040049840234,
  y: 15.659157104819316,
  heightM: 3,
  frequencyMHz: 450,
};

describe('the kernel', () => {
  test('is what its source compiles to', async () => {
    const there = await readFile(new URL('../../../src/coverage/sweep/kernel-binary.ts', import.meta.url), 'utf8');
    expect(there).toBe(await compileKernel());
  });

  test('gives the loss of the plain path model, whatever the ground', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { ground, site } = standing(place);
        // where ν passes −0.78 the Recommendation itself jumps by 0.0115 dB
        expect(compareWithPlain(ground, site, 1.2).worstDb).toBeLessThan(0.015);
      }),
      { numRuns: 60, examples: [[grazing]] },
    );
  });

  test('gives the same bits whatever else is asked', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 1e6 }), (place, seed) => {
        const { ground, site } = standing(place);
        const lines = linesOver(ground, 1.2);
        const { columns, results } = lines;
        const random = seededRandom(seed);
        let compared = 0;
        sweepRadials(lines, site, 1, (walked) => {
          const numbersOf = (count: number) =>
            new Map(
              Array.from({ length: count }, (_, r) => [
                pathOf({ ...walked, count }, r).cell,
                [results.nu[r], results.txEffectiveM[r], results.rxEffectiveM[r], results.lossDb[r]],
              ]),
            );
          const all = numbersOf(walked.count);
          const last = lines.lastOf(walked.batch);
          const listed = lines.list(walked.batch, last);
          for (let i = 0; i < 4 * listed; i++) if (random() < 0.7) columns.asked[i] = 0;
          const count = lines.walk(listed, site.frequencyMHz, false);
          lines.lose(count, site.frequencyMHz, walked.sector.first);
          for (const [cell, numbers] of numbersOf(count)) {
            expect(numbers).toEqual(all.get(cell));
            compared++;
          }
        });
        expect(compared).toBeGreaterThan(100);
      }),
      { numRuns: 60 },
    );
  });
});
