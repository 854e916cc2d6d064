import { describe, expect, test } from 'vitest';
import { destination } from '../../../src/geo/distance.ts';
import { cellIndexAt, gridCovering } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { TerrainRaster } from '../../../src/model/raster.ts';
import { explainPath, type PathExplanation } from '../../../src/radio/explain-path.ts';
import { obstaclesOf, pointAtShare, profileChart } from '../../../src/ui/path/chart-geometry.ts';
import { readCoordinates } from '../../../src/ui/path/coordinates.ts';

const west: LonLat = [105.7, 21.6];
const size = { width: 640, height: 200, left: 40, right: 10, top: 10, bottom: 30 };

/** A 10 km path eastwards from a mast of 40 m over ground at 100 m with walls three cells thick. */
const overWalls = (walls: readonly { eastKm: number; heightM: number }[]): PathExplanation => {
  const grid = gridCovering([105.6, 21.55, 105.9, 21.65], 12);
  const data = new Int16Array(grid.width * grid.height).fill(100);
  for (const { eastKm, heightM } of walls) {
    const column = cellIndexAt(grid, ...destination(west, 90, eastKm * 1000)) % grid.width;
    for (let row = 0; row < grid.height; row++)
      data.fill(heightM, row * grid.width + column - 1, row * grid.width + column + 2);
  }
  const terrain: TerrainRaster = { grid, data };
  return explainPath(
    terrain,
    null,
    { position: west, heightM: 40 },
    { position: destination(west, 90, 10_000), heightM: 1.5 },
    {
      frequencyMHz: 1800,
      polarisation: 'vertical',
      timePercent: 50,
      locationPercent: 50,
      locationSigmaDb: 0,
      deltaN: 39.3,
      refractivityN0: 325,
    },
  );
};

const pointsOf = (d: string): [number, number][] =>
  [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the profile as a chart', () => {
  test('starts at the left margin, ends at the right one and stays inside the frame', () => {
    const { ground, ray, fresnel } = profileChart(overWalls([{ eastKm: 4, heightM: 160 }]), size);
    const points = [ground, ray, fresnel].flatMap(pointsOf);
    expect(Math.min(...points.map(([x]) => x))).toBeCloseTo(40, 1);
    expect(Math.max(...points.map(([x]) => x))).toBeCloseTo(630, 1);
    expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThanOrEqual(10);
    expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(170);
  });

  test('draws flat ground bulging in the middle and the ray straight between the antennas', () => {
    const path = overWalls([]);
    const { ground, ray, y } = profileChart(path, size);
    const outline = pointsOf(ground);
    const middle = outline[Math.floor((outline.length - 2) / 2)];
    // 5 km · 5 km / (2 · 8500 km) = 1.47 m above the ends
    expect(middle[1]).toBeCloseTo(y(101.47), 1);
    expect(pointsOf(ray).map(([, at]) => at)).toEqual([y(140), y(101.5)].map((at) => Number(at.toFixed(1))));
  });

  test('closes the Fresnel zone at both ends and holds its 60 % inside', () => {
    const path = overWalls([]);
    const { fresnel, fresnel60 } = profileChart(path, size);
    const whole = pointsOf(fresnel);
    const inner = pointsOf(fresnel60);
    const opening = (outline: [number, number][], at: number): number =>
      outline[outline.length - 1 - at][1] - outline[at][1];
    const half = Math.floor(whole.length / 4);
    expect(opening(whole, 0)).toBe(0);
    expect(opening(inner, half) / opening(whole, half)).toBeCloseTo(0.6, 1);
  });

  test('leaves clutter out where there is none', () => {
    expect(profileChart(overWalls([]), size).clutter).toBe('');
  });
});

describe('obstacles', () => {
  test('are the tops of what blocks the ray, in order from the mast', () => {
    const found = obstaclesOf(
      overWalls([
        { eastKm: 7, heightM: 150 },
        { eastKm: 3, heightM: 180 },
      ]),
    );
    expect(found.map(({ distanceKm }) => Math.round(distanceKm))).toEqual([3, 7]);
    expect(found[0].depth).toBeGreaterThan(2);
  });

  test('have the one that words name among them, however high its neighbours stand over the ray', () => {
    // one long stretch: highest over the ray in the middle, worst in Fresnel radii near the receiver
    const ridge = Array.from({ length: 47 }, (_, i) => ({ eastKm: 5 + i / 10, heightM: 165 }));
    const path = overWalls([...ridge, { eastKm: 5, heightM: 220 }, { eastKm: 9.6, heightM: 170 }]);
    expect(obstaclesOf(path).map(({ index }) => index)).toContain(path.worst.index);
  });

  test('are none on a clear path', () => {
    expect(obstaclesOf({ points: overWalls([]).points.filter(({ distanceKm }) => distanceKm < 9) })).toEqual([]);
  });

  test('are the deepest where there are more than asked for', () => {
    const found = obstaclesOf(
      overWalls([
        { eastKm: 7, heightM: 150 },
        { eastKm: 3, heightM: 180 },
      ]),
      1,
    );
    expect(found.map(({ distanceKm }) => Math.round(distanceKm))).toEqual([3]);
  });
});

test('a share of the path finds the nearest point, within the ends', () => {
  const path = overWalls([]);
  expect(pointAtShare(path, 0.25).distanceKm).toBeCloseTo(2.5, 1);
  expect(pointAtShare(path, 0).index).toBe(1);
  expect(pointAtShare(path, 1).index).toBe(path.points.length);
});

test.each([
  ['21.594 105.848', [105.848, 21.594]],
  ['21.594, 105.848', [105.848, 21.594]],
  ['21,594; 105,848', [105.848, 21.594]],
  ['21,594 105,848', [105.848, 21.594]],
  ['21.594,105.848', [105.848, 21.594]],
])('coordinates are read from %s', (text, position) => {
  expect(readCoordinates(text)).toEqual(position);
});

test.each(['', '21.594', 'a b', '105.848 21.594 3', '105.848 21.594'])('«%s» is no coordinates', (text) => {
  expect(readCoordinates(text)).toBeNull();
});
