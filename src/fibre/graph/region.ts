import { distanceM } from '../../geo/distance.ts';
import { cellIndexAt, lonLatToPixel } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import type { Ground } from './ground.ts';

/** How far around a hamlet is looked, against the straight line to the nearest lit node, and how far at least. */
const reach = 2;
const leastM = 2000;

/**
 * The cells within reach of any of the hamlets, by cell. A cable that left them would be longer than any that is likely; the
 * bound takes what lies outside for lit, so that a tree which it does not draw there is proven against the whole country.
 *
 * @param wider 1 at first, more where the bound was drawn to the edge
 */
export const regionOf = (
  { grid, cellM }: Ground,
  hamlets: readonly LonLat[],
  lit: readonly LonLat[],
  wider: number,
): Uint8Array => {
  const region = new Uint8Array(grid.width * grid.height);
  for (const hamlet of hamlets) {
    if (cellIndexAt(grid, ...hamlet) < 0) continue;
    const nearestM = lit.reduce((least, node) => Math.min(least, distanceM(node, hamlet)), Number.POSITIVE_INFINITY);
    const radius = (wider * Math.max(leastM, reach * nearestM)) / cellM;
    const [x, y] = lonLatToPixel(grid.zoom, ...hamlet);
    const [col, row] = [x - grid.col0 - 0.5, y - grid.row0 - 0.5];
    const top = Math.max(0, Math.ceil(row - radius));
    const bottom = Math.min(grid.height - 1, Math.floor(row + radius));
    for (let r = top; r <= bottom; r++) {
      const half = Math.sqrt(radius * radius - (r - row) ** 2);
      const left = Math.max(0, Math.ceil(col - half));
      const right = Math.min(grid.width - 1, Math.floor(col + half));
      if (left <= right) region.fill(1, r * grid.width + left, r * grid.width + right + 1);
    }
  }
  return region;
};
