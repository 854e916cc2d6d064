import { bridge } from './bridge';
import { makeCandidates } from './candidates';
import { asked, losesMore, makeColumns, sampleOf, spare } from './columns';
import { bullingtonDb } from './edge-loss';
import { findHorizons, gather as gatherTerrain, prepare } from './gather';
import { dsm, horizon, lanesBytes, makeRoom, placeOf, steepest, stepKm } from './lines';
import { smoothEarthDb, takeEarth } from './smooth-earth';
import { beginWalk, geometryOf, lineOfSight, makeBounds, nu, rxEffective, txEffective } from './walk';

export { clearCandidates, lastCandidates, markColumn } from './candidates';
export { asked, cells, list, sampleOf, spare, takeIncumbents, takeLosses } from './columns';
export { dsm, dtm, placeSite, takeLines } from './lines';
export { tune } from './smooth-earth';

/** Bytes of memory, on a boundary of sixteen. */
export function allocate(bytes: i32): usize {
  return heap.alloc(<usize>bytes);
}

/**
 * Results, one after the other in arrays of `room` bytes each: four times the column's number plus the lane, path length in
 * steps, km of a step, ν a root of MHz, effective heights of both antennas, line of sight, loss.
 */
export let results: usize = 0;
export let room: usize = 0;

/** Room for radials whose longest line has so many samples, and whose widest sector so many lines. */
export function open(longest: i32, lines: i32, effectiveRadiusKm: f32): void {
  makeRoom(longest);
  makeBounds(longest);
  makeCandidates(longest, lines);
  makeColumns(longest);
  takeEarth(effectiveRadiusKm);
  // four lanes are written at a time
  room = (<usize>(4 * longest + 4)) << 2;
  results = heap.alloc(8 * room);
}

/** Gathers the ground under the batch and finds the horizons. Returns whether all of it is known; if not, it is bridged. */
export function gather(heights: usize, unit: f32, clutter: usize, stride: i32, row: i32, rest: f32, last: i32): bool {
  const isWhole = gatherTerrain(heights, unit, clutter, stride, row, rest, last);
  if (!isWhole) bridge(last);
  findHorizons(dsm, steepest, horizon, last);
  return isWhole;
}

/** For every set of four lanes which bytes bring its lanes to the front. */
const packing = heap.alloc(16 * lanesBytes);
for (let bits = 0; bits < 16; bits++) {
  let n: usize = 0;
  for (let lane = 0; lane < 4; lane++) {
    if ((bits >> lane) & 1) i32.store(packing + ((<usize>bits) << 4) + (n++ << 2), 0x03020100 + 0x04040404 * lane);
  }
}

/**
 * Geometry of the paths to all that the listed columns ask, at the frequency tuned to and above; where `isSifted`, less those
 * that lose more than they may.
 *
 * @returns how many results
 */
export function walk(columns: i32, frequencyMHz: f32, isSifted: bool): i32 {
  let last: i32 = 0;
  for (let n: i32 = 0; n < columns; n++) {
    const to = <usize>n * lanesBytes;
    const k = i32.load(sampleOf + ((<usize>n) << 2));
    let mask = v128.load(asked + to);
    if (isSifted) {
      mask = v128.andnot(mask, losesMore(k, v128.load(spare + to)));
      v128.store(asked + to, mask);
    }
    if (v128.any_true(mask)) last = k;
  }
  if (last === 0) return 0;
  prepare(last);
  beginWalk(last);
  let count: usize = 0;
  for (let n: i32 = 0; n < columns; n++) {
    const mask = v128.load(asked + <usize>n * lanesBytes);
    if (!v128.any_true(mask)) continue;
    const k = i32.load(sampleOf + ((<usize>n) << 2));
    geometryOf(k, frequencyMHz, mask);
    const bits = i32x4.bitmask(mask);
    const lanes = v128.load(packing + ((<usize>bits) << 4));
    const p = results + (count << 2);
    v128.store(p, i8x16.swizzle(i32x4.add(i32x4.splat(n << 2), i32x4(0, 1, 2, 3)), lanes));
    v128.store(p + room, placeOf(k));
    v128.store(p + 2 * room, i8x16.swizzle(stepKm, lanes));
    v128.store(p + 3 * room, i8x16.swizzle(nu, lanes));
    v128.store(p + 4 * room, i8x16.swizzle(txEffective, lanes));
    v128.store(p + 5 * room, i8x16.swizzle(rxEffective, lanes));
    v128.store(p + 6 * room, i8x16.swizzle(lineOfSight, lanes));
    count += popcnt(bits);
  }
  return <i32>count;
}

/** Diffraction losses of so many results at the frequency tuned to, dB; `first` steps to their lines' first samples. */
export function lose(count: i32, rootMHz: f32, first: f32): void {
  const infinity = f32x4.splat(Infinity);
  for (let i: i32 = 0; i < count; i += 4) {
    const p = results + ((<usize>i) << 2);
    const steps = v128.load(p + room);
    const d = f32x4.mul(steps, v128.load(p + 2 * room));
    let loss = bullingtonDb(f32x4.mul(v128.load(p + 3 * room), f32x4.splat(rootMHz)), d);
    const hte = v128.load(p + 4 * room);
    const isAsked = f32x4.lt(hte, infinity);
    if (v128.any_true(isAsked)) {
      const term = smoothEarthDb(d, steps, first, hte, v128.load(p + 5 * room));
      loss = f32x4.add(loss, v128.and(term, isAsked));
    }
    v128.store(p + 7 * room, loss);
  }
}
