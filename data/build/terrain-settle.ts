import type { Grid } from '../../src/model/raster.ts';
import type { ReliefTarget } from './relief-curve.ts';

/** Over this many cells from its border a commune's correction grows from nothing to whole. */
const rampCells = 8;
const rounds = 8;
/** Deviation of the mean or the 90th percentile that is left alone. */
const allowed = (figure: number): number => Math.max(12, 0.12 * figure);

/** Cells to the nearest cell of another commune, at most `rampCells`; 0 at the border. */
const borderDistance = (grid: Grid, communeIndex: Int16Array): Uint8Array => {
  const { width } = grid;
  const distance = new Uint8Array(communeIndex.length).fill(rampCells);
  for (let i = 0; i < communeIndex.length; i++) {
    const own = communeIndex[i];
    if (
      communeIndex[i - 1] !== own ||
      communeIndex[i + 1] !== own ||
      communeIndex[i - width] !== own ||
      communeIndex[i + width] !== own
    )
      distance[i] = 0;
  }
  // two sweeps carry the distance from the north-west and from the south-east
  for (let i = width + 1; i < distance.length; i++)
    distance[i] = Math.min(distance[i], distance[i - 1] + 1, distance[i - width] + 1);
  for (let i = distance.length - width - 1; i >= 0; i--)
    distance[i] = Math.min(distance[i], distance[i + 1] + 1, distance[i + width] + 1);
  return distance;
};

/**
 * What blending between communes leaves too high or too low in a small one, mended inside it: all of it is
 * lifted and the part above its median stretched or pressed until mean and 90th percentile are met, less and less towards its border so that no
 * step arises. Changes `heights` in place.
 */
export const settleCommunes = (
  grid: Grid,
  heights: Int16Array,
  communeIndex: Int16Array,
  targets: readonly (ReliefTarget | null)[],
): void => {
  const cells: number[][] = targets.map(() => []);
  for (let i = 0; i < communeIndex.length; i++) if (communeIndex[i] >= 0) cells[communeIndex[i]].push(i);
  const distance = borderDistance(grid, communeIndex);
  targets.forEach((target, k) => {
    if (!target) return;
    for (let round = 0; round < rounds; round++) {
      const sorted = Int16Array.from(cells[k], (i) => heights[i]).sort();
      const median = sorted[Math.round(0.5 * (sorted.length - 1))];
      const p90 = sorted[Math.round(0.9 * (sorted.length - 1))];
      const mean = sorted.reduce((sum, h) => sum + h, 0) / sorted.length;
      const meanIsOff = Math.abs(mean - target.meanM) > allowed(target.meanM);
      const p90IsOff = Math.abs(p90 - target.p90M) > allowed(target.p90M);
      if (!meanIsOff && !p90IsOff) return;
      const scale = p90IsOff ? Math.max(0.1, target.p90M - median) / Math.max(1, p90 - median) : 1;
      const lift = meanIsOff ? target.meanM - mean : 0;
      for (const i of cells[k]) {
        const share = distance[i] / rampCells;
        const above = Math.max(0, heights[i] - median);
        heights[i] = Math.max(1, Math.round(heights[i] + share * (lift + above * (scale - 1))));
      }
    }
  });
};
