import { expect, test } from 'vitest';
import { pathFeatures, pointOfPath, shareNear } from '../../src/map/path-data.ts';
import type { LonLat } from '../../src/model/place.ts';

const from: LonLat = [105.8, 21.5];
const to: LonLat = [105.9, 21.6];

test('a path is a line, its two ends and the point looked at', () => {
  const { features } = pathFeatures({ from, to, markShare: 0.5 });
  expect(features.map(({ properties }) => properties.role)).toEqual(['line', 'from', 'to', 'mark']);
});

test('nothing looked at, nothing marked; no path, nothing drawn', () => {
  expect(pathFeatures({ from, to, markShare: null }).features).toHaveLength(3);
  expect(pathFeatures(null).features).toEqual([]);
});

test('a share of the path lies on its line', () => {
  expect(pointOfPath({ from, to }, 0)[0]).toBeCloseTo(105.8, 9);
  expect(pointOfPath({ from, to }, 1)[1]).toBeCloseTo(21.6, 9);
  expect(pointOfPath({ from, to }, 0.25)[0]).toBeCloseTo(105.825, 9);
});

test('the pointer near the line gives the share, beside it nothing, beyond an end the end', () => {
  const a = { x: 0, y: 0 };
  const b = { x: 100, y: 0 };
  expect(shareNear(a, b, { x: 30, y: 8 }, 12)).toBeCloseTo(0.3, 9);
  expect(shareNear(a, b, { x: 30, y: 13 }, 12)).toBeNull();
  expect(shareNear(a, b, { x: 105, y: 0 }, 12)).toBe(1);
  expect(shareNear(a, a, { x: 0, y: 0 }, 12)).toBeNull();
});
