// @module-tag slow
import { booleanPointInPolygon } from '@turf/turf';
import { expect, test } from 'vitest';
import { areaMask } from '../../src/geo/area-mask.ts';
import { cellCentre, gridCovering } from '../../src/geo/grid.ts';
import type { AreaGeometry } from '../../src/model/pack.ts';
import { budget } from '../support/budget.ts';
import { seededRandom } from '../support/random.ts';

const middle = [105.8, 21.6] as const;

/** A star-shaped ring around a place, degrees wide. */
const aRing = (random: () => number, [lon, lat]: readonly [number, number], degrees: number): number[][] => {
  const corners = Array.from({ length: 9 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 9;
    const far = degrees * (0.4 + 0.6 * random());
    return [lon + far * Math.cos(angle), lat + far * Math.sin(angle)];
  });
  return [...corners, corners[0]];
};

test('a mask has the cells whose centres lie inside an area, and none in its holes or beyond the grid', () => {
  const random = seededRandom(7);
  const grid = gridCovering([105.74, 21.55, 105.86, 21.66], 12);
  for (let k = 0; k < budget(3, 8); k++) {
    const beyond = aRing(random, [105.85, 21.65], 0.05);
    const areas: AreaGeometry[] = [
      { type: 'Polygon', coordinates: [aRing(random, middle, 0.05), aRing(random, middle, 0.015)] },
      { type: 'MultiPolygon', coordinates: [[beyond], [aRing(random, [105.76, 21.57], 0.008)]] },
    ];
    const mask = areaMask(grid, areas);
    let inside = 0;
    for (let row = 0; row < grid.height; row++) {
      for (let col = 0; col < grid.width; col++) {
        const [lon, lat] = cellCentre(grid, col, row);
        const expected = areas.some((area) => booleanPointInPolygon([lon, lat], area));
        expect(mask[row * grid.width + col] === 1, `shape ${k}, cell ${col} ${row}`).toBe(expected);
        if (expected) inside++;
      }
    }
    expect(inside).toBeGreaterThan(1_000);
  }
});
