import { describe, expect, test } from 'vitest';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { type Grid, type LandCoverRaster, NO_HEIGHT, type TerrainRaster } from '../../../src/model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../../src/radio/constants.ts';
import { deltaBullington } from '../../../src/radio/diffraction/delta-bullington.ts';
import { diffractionLowerBoundDb, obstructionOf } from '../../../src/radio/diffraction/lower-bound.ts';
import { PathPoints, profileOver } from '../../../src/radio/profile.ts';
import { fc } from '../../support/fast-check.ts';
import { seededRandom } from '../../support/random.ts';

const grid: Grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 160, height: 120 };
const cells = grid.width * grid.height;

const grounds = fc.record({
  kind: fc.constantFrom('rough', 'hills', 'steps', 'spikes', 'flat'),
  reliefM: fc.integer({ min: 1, max: 900 }),
  covered: fc.boolean(),
  gaps: fc.constantFrom(0, 0, 0.02),
  seed: fc.integer({ min: 1, max: 1e6 }),
});
const ends = fc.record({
  from: fc.tuple(fc.double({ min: 1, max: 158, noNaN: true }), fc.double({ min: 1, max: 118, noNaN: true })),
  to: fc.tuple(fc.double({ min: 1, max: 158, noNaN: true }), fc.double({ min: 1, max: 118, noNaN: true })),
  txHeightM: fc.integer({ min: 2, max: 90 }),
  rxHeightM: fc.constantFrom(1.5, 10),
  frequencyMHz: fc.constantFrom(450, 763, 1840, 3750),
});
type GroundKind = typeof grounds extends fc.Arbitrary<infer G> ? G : never;
type Ends = typeof ends extends fc.Arbitrary<infer E> ? E : never;

const rasters = ({ kind, reliefM, covered, gaps, seed }: GroundKind) => {
  const random = seededRandom(seed);
  const heightAt = (c: number, r: number): number => {
    if (kind === 'rough') return random() * reliefM;
    if (kind === 'hills') return reliefM * (1 + Math.sin(c / 9) * Math.cos(r / 6));
    if (kind === 'steps') return (reliefM / 8) * Math.floor((c + r) / 13);
    if (kind === 'spikes') return random() < 0.03 ? reliefM : 20;
    return reliefM;
  };
  const terrain: TerrainRaster = {
    grid,
    data: Int16Array.from({ length: cells }, (_, i) =>
      random() < gaps ? NO_HEIGHT : Math.round(heightAt(i % grid.width, Math.floor(i / grid.width))),
    ),
  };
  const data = Uint8Array.from({ length: cells }, () => Math.floor(random() * 7));
  const landCover: LandCoverRaster | null = covered ? { grid, data } : null;
  return { terrain, landCover };
};

/** What a path loses at least, and what it loses. */
const losses = (ground: GroundKind, { from, to, txHeightM, rxHeightM, frequencyMHz }: Ends) => {
  const at = ([x, y]: readonly [number, number]): LonLat => pixelToLonLat(grid.zoom, grid.col0 + x, grid.row0 + y);
  const { terrain, landCover } = rasters(ground);
  const points = new PathPoints(terrain, landCover, at(from), at(to));
  const least = diffractionLowerBoundDb(
    obstructionOf(points, txHeightM, rxHeightM, medianEffectiveEarthRadiusKm),
    frequencyMHz,
  );
  const { lossDb, lineOfSight } = deltaBullington({
    profile: profileOver(points),
    frequencyMHz,
    txHeightM,
    rxHeightM,
    polarisation: 'vertical',
    effectiveEarthRadiusKm: medianEffectiveEarthRadiusKm,
    seaShare: 0,
  });
  return { least, lossDb, lineOfSight };
};

describe('the least loss of a path', () => {
  test('is no more than its loss, whatever the ground', () => {
    fc.assert(
      fc.property(grounds, ends, (ground, path) => {
        const { least, lossDb } = losses(ground, path);
        // NaN is the loss of a path whose ground is all unknown
        expect(least - lossDb > 1e-5).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('is most of the loss of a path behind hills', () => {
    const hills: GroundKind = { kind: 'hills', reliefM: 300, covered: true, gaps: 0, seed: 1 };
    const random = seededRandom(3);
    let [least, loss] = [0, 0];
    for (let i = 0; i < 200; i++) {
      const one = losses(hills, {
        from: [1 + 157 * random(), 1 + 117 * random()],
        to: [1 + 157 * random(), 1 + 117 * random()],
        txHeightM: 40,
        rxHeightM: 1.5,
        frequencyMHz: 1840,
      });
      if (one.lineOfSight) continue;
      least += one.least;
      loss += one.lossDb;
    }
    expect(least / loss).toBeGreaterThan(0.9);
  });

  test('is nothing where the ground at an end is not known', () => {
    const terrain = { grid, data: new Int16Array(cells).fill(NO_HEIGHT) };
    const at = (x: number): LonLat => pixelToLonLat(grid.zoom, grid.col0 + x, grid.row0 + 60);
    const obstruction = obstructionOf(new PathPoints(terrain, null, at(20), at(90)), 30, 1.5, 8500);
    expect(diffractionLowerBoundDb(obstruction, 1840)).toBe(0);
  });
});
