import { type Random, randomFor } from '../../../src/model/random.ts';
import { BuildError } from '../build-error.ts';
import type { Land } from './land.ts';
import { cover } from './land-cover-codes.ts';

/** Homes are rare on steeper ground: rise over run. */
const usualSlope = 0.08;
const steepestSlope = 0.3;
/** How fast homes thin out away from a road. */
const roadReachM = 600;
/** Homes away from any road, against those beside one. */
const roadless = 0.04;
/** Spacing of hamlets as a share of the side of the square each would have to itself. */
const firstSpacing = 0.8;
const spacingStep = 0.93;
const drawsPerHamlet = 25;
/** A commune with less known terrain than this is settled as if all of it were level. */
const leastKnownShare = 0.25;

const coverWeight: Record<number, number> = {
  [cover.suburban]: 3,
  [cover.urban]: 4,
  [cover.denseUrban]: 4,
  [cover.forest]: 0.25,
  [cover.water]: 0,
};

/** Cells where a hamlet's centre may stand, with how much each is liked, summed up for drawing. */
interface Choice {
  cells: Int32Array;
  sums: Float64Array;
}

const lowGround = (land: Land, commune: number): Choice => {
  const relief = land.reliefOf(commune);
  const known = relief.knownShare >= leastKnownShare;
  const span = Math.max(5, relief.medianM - relief.p10M);
  const all = land.innerCells(commune);
  const cells = new Int32Array(all.length);
  const sums = new Float64Array(all.length);
  let n = 0;
  let sum = 0;
  for (const cell of all) {
    let weight = roadless + Math.exp(-land.roadM[cell] / roadReachM);
    weight *= coverWeight[land.landCover(cell)] ?? 1;
    if (known) {
      const heightM = land.heightM(cell);
      const slope = land.slope(cell);
      // comparisons with NaN are false: unknown ground drops out here
      if (!(heightM <= relief.medianM && slope <= steepestSlope)) continue;
      weight /= 1 + (slope / usualSlope) ** 2;
      weight *= Math.exp(-Math.max(0, heightM - relief.p10M) / span);
    }
    if (weight <= 0) continue;
    sum += weight;
    cells[n] = cell;
    sums[n++] = sum;
  }
  return { cells: cells.subarray(0, n), sums: sums.subarray(0, n) };
};

const draw = ({ cells, sums }: Choice, random: Random): number => {
  const at = random.next() * sums[sums.length - 1];
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return cells[low];
};

/** How many hamlets a commune has room for at most. */
export const roomForHamlets = (land: Land, commune: number): number => lowGround(land, commune).cells.length;

/**
 * Cells for the centres of `count` hamlets in a commune: in its low ground, near roads, off steep slopes, as far apart
 * as they fit. North to south. Throws when the commune has no cell to build on.
 */
export const hamletCentres = (land: Land, commune: number, count: number): number[] => {
  const choice = lowGround(land, commune);
  const { code } = land.communes[commune];
  if (choice.cells.length < count) {
    throw new BuildError(`Commune ${code} has ${choice.cells.length} cells of low ground for ${count} hamlets`);
  }
  const random = randomFor(`hamlet centres ${code}`);
  const areaM2 = land.innerCells(commune).length * land.cellM ** 2;
  const taken: { cell: number; x: number; y: number }[] = [];
  let spacingM = firstSpacing * Math.sqrt(areaM2 / count);
  while (taken.length < count) {
    for (let k = 0; k < drawsPerHamlet && taken.length < count; k++) {
      const cell = draw(choice, random);
      const [x, y] = land.flat(cell);
      if (taken.every((t) => Math.hypot(t.x - x, t.y - y) >= spacingM)) taken.push({ cell, x, y });
    }
    spacingM *= spacingStep;
  }
  return taken.map((t) => t.cell).sort((a, b) => a - b);
};
