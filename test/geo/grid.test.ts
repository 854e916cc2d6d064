import { describe, expect, it } from 'vitest';
import { bearingDeg, destination, distanceM } from '../../src/geo/distance.ts';
import {
  cellCentre,
  cellIndexAt,
  cellMetres,
  gridBounds,
  gridCovering,
  lonLatToPixel,
  pixelToLonLat,
} from '../../src/geo/grid.ts';
import { fc } from '../support/fast-check.ts';

const somewhere = fc.record({
  lon: fc.double({ min: 102, max: 110, noNaN: true }),
  lat: fc.double({ min: 8, max: 24, noNaN: true }),
});

describe('the grid', () => {
  it('puts the null island in the middle of the world', () => {
    expect(lonLatToPixel(0, 0, 0)).toEqual([128, 128]);
  });

  it('gives every position back', () => {
    fc.assert(
      fc.property(somewhere, ({ lon, lat }) => {
        const [x, y] = lonLatToPixel(12, lon, lat);
        const [lon2, lat2] = pixelToLonLat(12, x, y);
        expect(lon2).toBeCloseTo(lon, 9);
        expect(lat2).toBeCloseTo(lat, 9);
      }),
    );
  });

  it('finds every cell by its own centre and nothing outside', () => {
    const grid = gridCovering([105.8, 21.5, 105.83, 21.52], 12, 2);
    for (let row = 0; row < grid.height; row++) {
      for (let col = 0; col < grid.width; col++) {
        const [lon, lat] = cellCentre(grid, col, row);
        expect(cellIndexAt(grid, lon, lat)).toBe(row * grid.width + col);
      }
    }
    const [west, south, east, north] = gridBounds(grid);
    expect(cellIndexAt(grid, west - 1e-6, (south + north) / 2)).toBe(-1);
    expect(cellIndexAt(grid, (west + east) / 2, north + 1e-6)).toBe(-1);
  });

  it('is 35.5 m a cell at z=12 and 21.6° N, a little less north than east', () => {
    const { eastM, northM } = cellMetres(12, 21.6);
    expect(eastM).toBeCloseTo(35.56, 1);
    expect(northM / eastM).toBeCloseTo(0.9942, 3);
  });
});

describe('distances', () => {
  // Vincenty's inverse formula on WGS 84
  it.each([
    [[105.8, 21.6], [105.8, 21.7], 11_072.56],
    [[105.8, 21.6], [105.9, 21.6], 10_354.92],
    [[105.5, 21.4], [106.2, 22.0], 98_287.3],
  ] as const)('from %j to %j is %d m on the ellipsoid', (from, to, expectedM) => {
    expect(Math.abs(distanceM(from, to) / expectedM - 1)).toBeLessThan(2e-5);
  });

  it('go there and back', () => {
    fc.assert(
      fc.property(
        somewhere,
        fc.double({ min: 0, max: 359.99, noNaN: true }),
        fc.double({ min: 10, max: 60_000, noNaN: true }),
        ({ lon, lat }, bearing, lengthM) => {
          const end = destination([lon, lat], bearing, lengthM);
          expect(distanceM([lon, lat], end)).toBeCloseTo(lengthM, 3);
          const turn = Math.abs(bearingDeg([lon, lat], end) - bearing);
          expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-4);
        },
      ),
    );
  });
});
