import { BuildError } from '../build-error.ts';
import type { Land } from './land.ts';
import { cover } from './land-cover-codes.ts';

const steepestSlope = 0.15;
const farthestCells = 12;

/**
 * The cell of a commune's office: its point, or the best cell near it, on level ground beside a road. The commune's
 * inner cell nearest to its point where nothing near fits.
 */
export const officeCell = (land: Land, commune: number): number => {
  const { point } = land.communes[commune];
  const middle = land.cellAt(point);
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let dy = -farthestCells; dy <= farthestCells; dy++) {
    for (let dx = -farthestCells; dx <= farthestCells; dx++) {
      const cell = middle + dy * land.width + dx;
      if (!land.isInner(commune, cell)) continue;
      if (land.landCover(cell) === cover.water) continue;
      const slope = land.slope(cell);
      const steep = Number.isNaN(slope) ? 0 : Math.max(0, slope - steepestSlope);
      const cost = Math.hypot(dx, dy) + land.roadM[cell] / land.cellM / 2 + 100 * steep;
      if (cost < bestCost) {
        best = cell;
        bestCost = cost;
      }
    }
  }
  if (best >= 0) return best;
  const [x, y] = land.flat(middle);
  for (const cell of land.innerCells(commune)) {
    const [cx, cy] = land.flat(cell);
    const cost = Math.hypot(cx - x, cy - y);
    if (cost < bestCost) {
      best = cell;
      bestCost = cost;
    }
  }
  if (best < 0)
    throw new BuildError(`Commune ${land.communes[commune].code} is too small for the grid: no cell inside`);
  return best;
};
