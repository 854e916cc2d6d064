/*
 * Four neighbouring radials at once, one a lane. Sample k, counted from 1, stands x = first + k − 1 steps from the
 * site on each of them. Heights are metres above the antenna; y is terrain with its clutter, less the Earth's bulge
 * bulge·x², so that rays are straight and horizons are tangents.
 *
 * What is known sample by sample lies in memory four numbers beside each other.
 */

/** Bytes of four numbers. */
export const lanesBytes: usize = 16;
export const minusInfinity: f32 = -Infinity;

/** Bare terrain, and y. */
export let dtm: usize = 0;
export let dsm: usize = 0;
/** Steepest line from the antenna to the samples before each, and x of the sample it touches; then over bare terrain, flat. */
export let steepest: usize = 0;
export let horizon: usize = 0;
export let dtmSteepest: usize = 0;
export let dtmHorizon: usize = 0;
/** Sums of the least-squares surface up to each sample, P.1812-7 eq. (83) and (84): pairs of two doubles. */
export let sums1: usize = 0;
export let sums2: usize = 0;

/** u of the first sample. */
export let first: f32 = 0;
/** The antenna above the site's foot and above sea level, and receivers above the ground. */
export let antennaHeight: f32 = 0;
export let antenna: f32 = 0;
export let receiverHeight: f32 = 0;

/** Line by line: cells across gained a step, kilometres of a step, bulge of a step, ν/√f of a metre at a step. */
export let slope: v128 = i32x4(0, 0, 0, 0);
export let stepKm: v128 = i32x4(0, 0, 0, 0);
export let bulge: v128 = i32x4(0, 0, 0, 0);
export let nuScale: v128 = i32x4(0, 0, 0, 0);

/** Where the terrain is known, ones in all bits; written only where some is not. */
export let known: usize = 0;

const sampleArrays = 7;

/** Room for lines of so many samples. */
export function makeRoom(longest: i32): void {
  const bytes = <usize>longest * lanesBytes;
  dtm = heap.alloc(bytes * sampleArrays);
  dsm = dtm + bytes;
  steepest = dsm + bytes;
  horizon = steepest + bytes;
  dtmSteepest = horizon + bytes;
  dtmHorizon = dtmSteepest + bytes;
  known = dtmHorizon + bytes;
  sums1 = heap.alloc(4 * bytes);
  sums2 = sums1 + 2 * bytes;
}

export function placeSite(antennaM: f32, antennaHeightM: f32, receiverHeightM: f32): void {
  antenna = antennaM;
  antennaHeight = antennaHeightM;
  receiverHeight = receiverHeightM;
}

/** The four lines' own numbers, each four floats in memory. */
export function takeLines(firstU: f32, slopes: usize, steps: usize, bulges: usize, nuScales: usize): void {
  first = firstU;
  slope = v128.load(slopes);
  stepKm = v128.load(steps);
  bulge = v128.load(bulges);
  nuScale = v128.load(nuScales);
}

/** A whole number as floats. By way of lanes: a single number's conversion holds up what follows several times as long. */
export function all(i: i32): v128 {
  return f32x4.convert_i32x4_s(i32x4.splat(i));
}

/** x of a sample. */
export function placeOf(k: i32): v128 {
  return f32x4.add(f32x4.splat(first), all(k - 1));
}

/** One float a lane out of memory at a sample of its own, `k` four whole numbers. */
export function pick(array: usize, k: v128): v128 {
  const a = f32.load(array + ((<usize>i32x4.extract_lane(k, 0)) << 4));
  const b = f32.load(array + ((<usize>i32x4.extract_lane(k, 1)) << 4), 4);
  const c = f32.load(array + ((<usize>i32x4.extract_lane(k, 2)) << 4), 8);
  const d = f32.load(array + ((<usize>i32x4.extract_lane(k, 3)) << 4), 12);
  return f32x4.replace_lane(f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(a), 1, b), 2, c), 3, d);
}
