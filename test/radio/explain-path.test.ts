import { describe, expect, test } from 'vitest';
import { destination } from '../../src/geo/distance.ts';
import { cellIndexAt, gridCovering } from '../../src/geo/grid.ts';
import type { LonLat } from '../../src/model/place.ts';
import type { TerrainRaster } from '../../src/model/raster.ts';
import { explainPath, type PathSettings } from '../../src/radio/explain-path.ts';

const west: LonLat = [105.7, 21.6];
const at = (eastKm: number): LonLat => destination(west, 90, eastKm * 1000);

/** Ground at 100 m with a wall across the path, three cells thick so that a point falls on its top. */
const wall = (eastKm: number, heightM: number): TerrainRaster => {
  const grid = gridCovering([105.6, 21.55, 105.9, 21.65], 12);
  const data = new Int16Array(grid.width * grid.height).fill(100);
  const column = cellIndexAt(grid, ...at(eastKm)) % grid.width;
  for (let row = 0; row < grid.height; row++)
    data.fill(heightM, row * grid.width + column - 1, row * grid.width + column + 2);
  return { grid, data };
};

const settings: PathSettings = {
  frequencyMHz: 1800,
  polarisation: 'vertical',
  timePercent: 50,
  locationPercent: 50,
  locationSigmaDb: 0,
  deltaN: 39.3,
  refractivityN0: 325,
};
const mast = { position: west, heightM: 40 };

describe('an explained path', () => {
  test('names the wall that blocks it, where it stands and how far it reaches into the ray', () => {
    const { worst, p1812, azimuthDeg, distanceKm } = explainPath(
      wall(4, 160),
      null,
      mast,
      { position: at(10), heightM: 40 },
      settings,
    );
    expect(distanceKm).toBeCloseTo(10, 2);
    expect(azimuthDeg).toBeCloseTo(90, 1);
    expect(Math.abs(worst.distanceKm - 4)).toBeLessThan(0.08);
    expect(worst.rayM).toBeCloseTo(140, 6);
    expect(worst.raisedM - worst.terrainM).toBeCloseTo((500 * 4 * 6) / 8500, 1);
    expect(worst.fresnelRadiusM).toBeCloseTo(Math.sqrt((0.16656 * 4000 * 6000) / 10000), 0);
    expect(worst.clearance).toBeLessThan(-0.5);
    expect(p1812.diffractionMedian.lineOfSight).toBe(false);
    // clearance in Fresnel radii and the diffraction parameter say the same
    expect(worst.clearance * -Math.SQRT2).toBeCloseTo(p1812.diffractionMedian.nu, 1);
  });

  test('tells a free ray from a free Fresnel zone', () => {
    const { worst, obstructedShare, p1812 } = explainPath(
      wall(4, 135),
      null,
      mast,
      { position: at(10), heightM: 40 },
      settings,
    );
    expect(p1812.diffractionMedian.lineOfSight).toBe(true);
    expect(worst.clearance).toBeGreaterThan(0);
    expect(worst.clearance).toBeLessThan(0.6);
    expect(obstructedShare).toBeGreaterThan(0);
    expect(obstructedShare).toBeLessThan(0.05);
    expect(p1812.diffractionDb).toBeGreaterThan(0);
  });
});
