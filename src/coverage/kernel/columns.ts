import { candidatesOf } from './candidates';
import {
  bulge,
  dsm,
  dtm,
  horizon,
  known,
  lanesBytes,
  nuScale,
  placeOf,
  receiverHeight,
  slope,
  steepest,
} from './lines';

/*
 * The columns of four lines where a cell is asked about: the sample, which lanes are asked, their cells, and how many
 * decibels a path there may lose before the cell has no need of it.
 */

export let sampleOf: usize = 0;
export let asked: usize = 0;
export let cells: usize = 0;
export let spare: usize = 0;

export function makeColumns(longest: i32): void {
  const bytes = <usize>longest * lanesBytes;
  sampleOf = heap.alloc((<usize>longest) << 2);
  asked = heap.alloc(3 * bytes);
  cells = asked + bytes;
  spare = cells + bytes;
}

/** More than levels lose in rounding, half decibels: nothing is ruled out by so little. */
const rounding: f32 = 0.01;

/** ν² at which an edge loses whole and half decibels, and how many of them; the weakest level that is told, tenths of dBm. */
let nu2AtLoss: usize = 0;
let nu2Entries: i32 = 0;
let weakest: v128 = i32x4(0, 0, 0, 0);
export function takeLosses(table: usize, entries: i32, weakestTenths: i32): void {
  nu2AtLoss = table;
  nu2Entries = entries;
  weakest = i32x4.splat(weakestTenths);
}

/** Levels as they stand, tenths of dBm; what each line would give at a step's distance, near and farther than a sample. */
let levels: usize = 0;
let falls: usize = 0;
let steep: v128 = i32x4(0, 0, 0, 0);
let gentle: v128 = i32x4(0, 0, 0, 0);
let steepTo: i32 = 0;
/** ν² of an edge is its height², times this, over the lengths it is seen across. */
let scale: v128 = i32x4(0, 0, 0, 0);

export function takeIncumbents(
  levelTenthsDbm: usize,
  decibels: usize,
  near: usize,
  far: usize,
  nearTo: i32,
  lowestMHz: f32,
): void {
  levels = levelTenthsDbm;
  falls = decibels;
  steep = v128.load(near);
  gentle = v128.load(far);
  steepTo = nearTo;
  scale = f32x4.mul(f32x4.mul(nuScale, nuScale), f32x4.splat(lowestMHz));
}

const bitsOfLanes = i32x4(1, 2, 4, 8);

/**
 * Lists the columns of a batch that have candidates, with all that is not ruled out.
 *
 * @param origin cell of the site's row in the first column, and the cells from a column and from a row to the next
 * @param acrossRest where in its row the site stands
 * @param isSifted whether what is weaker than the levels, or behind the antenna's horizon, is left out
 * @returns how many
 */
export function list(
  batch: i32,
  from: i32,
  last: i32,
  origin: i32,
  alongStride: i32,
  acrossStride: i32,
  acrossRest: f32,
  isWhole: bool,
  isSifted: bool,
  usesTerrain: bool,
): i32 {
  const candidates = candidatesOf(batch);
  let n: i32 = 0;
  for (let k = from; k <= last; k++) {
    const bits = <i32>load<u8>(candidates + <usize>k);
    if (bits === 0) {
      // most stretches are all marked, or not at all
      if (load<u64>(candidates + <usize>k) === 0) k += 7;
      continue;
    }
    let mask = i32x4.ne(v128.and(i32x4.splat(bits), bitsOfLanes), i32x4.splat(0));
    if (!isWhole) mask = v128.and(mask, v128.load(known + <usize>k * lanesBytes));
    // a line passes a cell it owns well inside its borders: rounding changes no row
    const v = f32x4.add(f32x4.splat(acrossRest), f32x4.mul(slope, placeOf(k)));
    const rows = i32x4.trunc_sat_f32x4_s(f32x4.floor(v));
    const cell = i32x4.add(i32x4.splat(origin + (k - 1) * alongStride), i32x4.mul(rows, i32x4.splat(acrossStride)));
    let left = f32x4.splat(1e6);
    if (isSifted) {
      const there = i32x4.max_s(levelsAt(cell, mask), weakest);
      const free = f32x4.sub(k <= steepTo ? steep : gentle, f32x4.splat(f32.load(falls + ((<usize>k) << 2))));
      left = f32x4.mul(f32x4.sub(free, f32x4.convert_i32x4_s(there)), f32x4.splat(0.1));
      if (usesTerrain) mask = v128.andnot(mask, losesMore(k, left));
    }
    if (!v128.any_true(mask)) continue;
    i32.store(sampleOf + ((<usize>n) << 2), k);
    const to = <usize>n * lanesBytes;
    v128.store(asked + to, mask);
    v128.store(cells + to, cell);
    v128.store(spare + to, left);
    n++;
  }
  return n;
}

function levelsAt(cell: v128, mask: v128): v128 {
  // lanes not asked may lie off the grid
  const at = v128.and(cell, mask);
  const a = i32.load16_s(levels + ((<usize>i32x4.extract_lane(at, 0)) << 1));
  const b = i32.load16_s(levels + ((<usize>i32x4.extract_lane(at, 1)) << 1));
  const c = i32.load16_s(levels + ((<usize>i32x4.extract_lane(at, 2)) << 1));
  const d = i32.load16_s(levels + ((<usize>i32x4.extract_lane(at, 3)) << 1));
  return i32x4.replace_lane(i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(a), 1, b), 2, c), 3, d);
}

/** ν² above which an obstacle that blocks a path loses more than so many decibels, at any distance. */
function nu2Losing(lossDb: v128): v128 {
  const i = i32x4.min_s(
    i32x4.max_s(i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.add(lossDb, lossDb), f32x4.splat(rounding))), i32x4.splat(0)),
    i32x4.splat(nu2Entries - 1),
  );
  const a = f32.load(nu2AtLoss + ((<usize>i32x4.extract_lane(i, 0)) << 2));
  const b = f32.load(nu2AtLoss + ((<usize>i32x4.extract_lane(i, 1)) << 2));
  const c = f32.load(nu2AtLoss + ((<usize>i32x4.extract_lane(i, 2)) << 2));
  const d = f32.load(nu2AtLoss + ((<usize>i32x4.extract_lane(i, 3)) << 2));
  const found = f32x4.replace_lane(f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(a), 1, b), 2, c), 3, d);
  return v128.and(found, f32x4.ge(lossDb, f32x4.splat(0)));
}

/**
 * Whether paths to a sample lose more than so many decibels, told at little cost: from the antenna's horizon alone, then with
 * the obstacle right before the receiver. False where that does not tell.
 */
export function losesMore(k: i32, lossDb: v128): v128 {
  const zero = f32x4.splat(0);
  const at = <usize>k * lanesBytes;
  const x = placeOf(k);
  const h = f32x4.add(v128.load(dtm + at), f32x4.splat(receiverHeight));
  const rise = f32x4.sub(h, f32x4.mul(f32x4.mul(bulge, x), x));
  const stim = v128.load(steepest + at);
  const xh = v128.load(horizon + at);
  const above = f32x4.sub(f32x4.mul(stim, x), rise);
  const limit = f32x4.mul(nu2Losing(lossDb), x);
  // ν² = scale·above²·db/(x·(x − db)), growing with db, and the equivalent edge is not nearer than the horizon
  const scaled = f32x4.mul(f32x4.mul(above, above), scale);
  const byHorizon = f32x4.gt(f32x4.mul(scaled, xh), f32x4.mul(limit, f32x4.sub(x, xh)));
  // a horizon of the receiver's that is too low puts the equivalent edge, at top/closing, too near to the site
  const srim = f32x4.sub(v128.load(dsm + at - lanesBytes), rise);
  const closing = f32x4.add(stim, srim);
  const top = f32x4.add(rise, f32x4.mul(srim, x));
  const rest = f32x4.sub(f32x4.mul(closing, x), top);
  const byBoth = v128.and(
    f32x4.gt(f32x4.mul(scaled, top), f32x4.mul(limit, rest)),
    v128.and(f32x4.gt(closing, zero), f32x4.gt(rest, zero)),
  );
  return v128.and(v128.or(byHorizon, byBoth), f32x4.gt(above, zero));
}
