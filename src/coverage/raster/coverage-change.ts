import { cellCentre, cellMetres } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';

/** What happens to a cell between two states of a network, worst first. */
export const changeClasses = ['lost', 'weaker', 'same', 'stronger', 'gained'] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** Levels that differ by less are as before: twice or half the power. */
export const noticeableChangeDb = 3;

/** In a picture of changes: served neither before nor after. */
export const NOT_SERVED = 255;

const tenths = 10;
const [lost, weaker, same, stronger, gained] = changeClasses.keys();

/** The class of a cell by its levels in tenths of dBm and the threshold of service in dBm; `NOT_SERVED` where it has none. */
export const changeClassOf = (before: number, after: number, thresholdDbm: number): number => {
  const [was, is] = [before >= thresholdDbm * tenths, after >= thresholdDbm * tenths];
  if (!was) return is ? gained : NOT_SERVED;
  if (!is) return lost;
  const change = after - before;
  if (change > noticeableChangeDb * tenths) return stronger;
  return change < -noticeableChangeDb * tenths ? weaker : same;
};

/** Square kilometres by what happens to them. */
export interface AreaChange {
  beforeKm2: number;
  afterKm2: number;
  byClassKm2: Record<ChangeClass, number>;
  /** Where most is lost and most is gained; null where nothing is. */
  mostLostAt: LonLat | null;
  mostGainedAt: LonLat | null;
}

/** Side of the squares in which changes are counted to find where most of them are: about 1 km at zoom 12. */
const squareCells = 32;

/** Counts cells of a class square by square, and knows the fullest square. */
const createSquares = (grid: Grid) => {
  const across = Math.ceil(grid.width / squareCells);
  const counts = new Uint32Array(across * Math.ceil(grid.height / squareCells));
  return {
    count: (i: number): void => {
      const row = Math.floor(i / grid.width);
      counts[Math.floor(row / squareCells) * across + Math.floor((i - row * grid.width) / squareCells)]++;
    },
    fullestAt: (): LonLat | null => {
      const fullest = counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0);
      if (counts[fullest] === 0) return null;
      const middle = (k: number): number => (k + 0.5) * squareCells - 0.5;
      return cellCentre(grid, middle(fullest % across), middle(Math.floor(fullest / across)));
    },
  };
};

/**
 * Adds up areas by what happens to them, a row of cells a step: cells of `mask` only, each by its size on the ellipsoid.
 *
 * @param before, after levels in tenths of dBm, row by row from the north-west
 */
export function* areaChange(
  grid: Grid,
  mask: Uint8Array,
  before: Int16Array,
  after: Int16Array,
  thresholdDbm: number,
): Generator<void, AreaChange> {
  const byClass = new Float64Array(changeClasses.length);
  const counts = new Uint32Array(NOT_SERVED + 1);
  const [losses, gains] = [createSquares(grid), createSquares(grid)];
  for (let row = 0; row < grid.height; row++) {
    counts.fill(0);
    for (let i = row * grid.width; i < (row + 1) * grid.width; i++) {
      if (mask[i] === 0) continue;
      const change = changeClassOf(before[i], after[i], thresholdDbm);
      counts[change]++;
      if (change === lost) losses.count(i);
      else if (change === gained) gains.count(i);
    }
    const { eastM, northM } = cellMetres(grid.zoom, cellCentre(grid, 0, row)[1]);
    for (let k = 0; k < byClass.length; k++) byClass[k] += (counts[k] * eastM * northM) / 1e6;
    yield;
  }
  const stays = byClass[weaker] + byClass[same] + byClass[stronger];
  return {
    beforeKm2: stays + byClass[lost],
    afterKm2: stays + byClass[gained],
    byClassKm2: {
      lost: byClass[lost],
      weaker: byClass[weaker],
      same: byClass[same],
      stronger: byClass[stronger],
      gained: byClass[gained],
    },
    mostLostAt: losses.fullestAt(),
    mostGainedAt: gains.fullestAt(),
  };
}
