import { area, booleanPointInPolygon, geomEach } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { divideArea } from '../../../src/geo/units/divide-area.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';

/** A horseshoe, open to the north: no half-plane cuts it simply. */
const horseshoe: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [105.7, 21.6],
      [105.8, 21.6],
      [105.8, 21.7],
      [105.77, 21.7],
      [105.77, 21.63],
      [105.73, 21.63],
      [105.73, 21.7],
      [105.7, 21.7],
      [105.7, 21.6],
    ],
  ],
};

const somewhere = fc.tuple(
  fc.double({ min: 105.7, max: 105.8, noNaN: true }),
  fc.double({ min: 21.6, max: 21.7, noNaN: true }),
);

/** Of a ring, in square degrees: what a plane holds comes out whole however it is cut, unlike an area on the sphere. */
const enclosed = (ring: readonly (readonly number[])[]): number =>
  Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0)) / 2;

const planeArea = (geometry: AreaGeometry): number => {
  let sum = 0;
  geomEach(geometry, (part) => {
    const polygons = part?.type === 'MultiPolygon' ? part.coordinates : [(part as AreaGeometry).coordinates];
    for (const [outer, ...holes] of polygons as number[][][][]) {
      sum += outer === undefined ? 0 : enclosed(outer) - holes.reduce((all, hole) => all + enclosed(hole), 0);
    }
  });
  return sum;
};

describe('an area divided among points', () => {
  it('stays whole for one point', () => {
    expect(divideArea(horseshoe, [[105.71, 21.61]], [3])).toEqual([horseshoe]);
  });

  it('gives each its share to a hundredth of the whole, and loses nothing', () => {
    const points: LonLat[] = [
      [105.715, 21.68],
      [105.785, 21.68],
      [105.75, 21.615],
    ];
    const parts = divideArea(horseshoe, points, [2, 1, 1]);
    const whole = area(horseshoe);
    expect(parts.reduce((sum, part) => sum + area(part), 0)).toBeCloseTo(whole, -2);
    [0.5, 0.25, 0.25].forEach((share, i) => {
      expect(Math.abs(area(parts[i]) / whole - share)).toBeLessThan(0.01);
    });
    expect(booleanPointInPolygon([105.71, 21.69], parts[0])).toBe(true);
  });

  it('loses nothing wherever the points lie', () => {
    fc.assert(
      fc.property(fc.array(somewhere, { minLength: 2, maxLength: 7 }), (points) => {
        const parts = divideArea(
          horseshoe,
          points,
          points.map((_, i) => 1 + (i % 3)),
        );
        const sum = parts.reduce((total, part) => total + planeArea(part), 0);
        expect(Math.abs(sum / planeArea(horseshoe) - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: budget(12, 2000) },
    );
  });
});
