import {
  antenna,
  antennaHeight,
  bulge,
  dsm,
  dtm,
  dtmHorizon,
  dtmSteepest,
  first,
  lanesBytes,
  minusInfinity,
  slope,
  sums1,
  sums2,
} from './lines';

/** Added to a float, rounds it to a whole number that then stands in its lowest bits, above these. */
const wholeNumbers: f32 = 12582912;
const wholeBits: i32 = 0x4b400000;

/** A height in the upper half of a whole number, where its sign is the number's; and the one that stands for an unknown height. */
const upperHalf: i32 = 0x01008080;
const unknownHeight: i32 = 0x80000000;

/**
 * Gathers the ground under samples 1 to `last`: terrain linear between the two cell centres
 * beside the line, clutter that of the sample's cell. Cells across the lines lie beside each other in memory, and of four
 * neighbouring lines each passes at most a cell from the next. Unknown terrain is NaN.
 *
 * @param heights terrain of the first column at row 0, whole numbers of 16 bits; `clutter` the clutter there, bytes
 * @param unit metres that a height counts, over 65,536
 * @param stride cells from a column to the next
 * @param across row of the site, less a half: its whole part and the rest
 * @returns whether all terrain is known
 */
export function gather(
  heights: usize,
  unit: f32,
  clutter: usize,
  stride: i32,
  acrossRow: i32,
  acrossRest: f32,
  last: i32,
): bool {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const wholes = f32x4.splat(wholeNumbers);
  const everyHeight = i32x4.splat(0x02020000);
  const ofFirst = i32x4.splat(upperHalf);
  const unknown = i32x4.splat(unknownHeight);
  const metres = f32x4.splat(unit);
  const onlyFirstByte = i32x4.splat(<i32>0x80808000);
  const antennaAt = f32x4.splat(antenna);
  const start = f32x4.splat(acrossRest);
  const firstX = f32x4.splat(first);
  const gained = slope;
  const bulgeOf = bulge;
  const toSurface: usize = dsm - dtm;
  let steps = f32x4.splat(0);
  let gaps = i32x4.splat(0);
  let column = acrossRow - wholeBits;
  let to = dtm + lanesBytes;
  const end = to + ((<usize>last) << 4);
  for (; to < end; to += lanesBytes) {
    const x = f32x4.add(firstX, steps);
    const v = f32x4.add(start, f32x4.mul(gained, x));
    const low = f32x4.floor(v);
    const numbers = f32x4.add(low, wholes);
    const base = i32x4.extract_lane(numbers, 0);
    const rows = i32x4.sub(numbers, i32x4.splat(base));
    const fraction = f32x4.sub(v, low);
    const cell = <isize>(column + base);
    const places = i32x4.add(i32x4.mul(rows, everyHeight), ofFirst);
    const eight = v128.load(heights + (cell << 1));
    const before = i8x16.swizzle(eight, places);
    const after = i8x16.swizzle(eight, i32x4.add(places, everyHeight));
    const isGap = v128.or(i32x4.eq(before, unknown), i32x4.eq(after, unknown));
    const from = f32x4.convert_i32x4_s(before);
    const rise = f32x4.sub(f32x4.convert_i32x4_s(after), from);
    const h = f32x4.mul(f32x4.add(from, f32x4.mul(rise, fraction)), metres);
    const nearer = i32x4.sub(rows, f32x4.ge(fraction, half));
    const bytes = v128.load64_zero(clutter + cell);
    const cover = f32x4.convert_i32x4_s(i8x16.swizzle(bytes, v128.or(nearer, onlyFirstByte)));
    // all bits set are NaN
    const over = v128.or(f32x4.sub(h, antennaAt), isGap);
    const y = f32x4.sub(f32x4.add(over, cover), f32x4.mul(f32x4.mul(bulgeOf, x), x));
    v128.store(to, over);
    v128.store(to + toSurface, y);
    gaps = v128.or(gaps, isGap);
    steps = f32x4.add(steps, one);
    column += stride;
  }
  return !v128.any_true(gaps);
}

/**
 * The antenna's horizons over a profile: the steepest line to the samples before each, and x of the sample it touches.
 */
export function findHorizons(profile: usize, slopes: usize, places: usize, last: i32): void {
  const one = f32x4.splat(1);
  const firstX = f32x4.splat(first);
  const toSlope: usize = slopes - profile;
  const toPlace: usize = places - profile;
  let steps = f32x4.splat(0);
  let stim = f32x4.splat(minusInfinity);
  let at = f32x4.splat(0);
  let from = profile + lanesBytes;
  const end = from + ((<usize>last) << 4);
  for (; from < end; from += lanesBytes) {
    const x = f32x4.add(firstX, steps);
    v128.store(from + toSlope, stim);
    v128.store(from + toPlace, at);
    const seen = f32x4.div(v128.load(from), x);
    const isSteeper = f32x4.gt(seen, stim);
    stim = f32x4.pmax(stim, seen);
    at = v128.bitselect(x, at, isSteeper);
    steps = f32x4.add(steps, one);
  }
}

/** Makes ready what paths to samples up to `last` take besides: sums, and the horizon over bare terrain. */
export function prepare(last: i32): void {
  findHorizons(dtm, dtmSteepest, dtmHorizon, last);
  const one = f32x4.splat(1);
  const firstX = f32x4.splat(first);
  const two = f64x2.splat(2);
  let to1 = sums1 + 2 * lanesBytes;
  let to2 = sums2 + 2 * lanesBytes;
  let steps = f32x4.splat(0);
  let s1a = f64x2.splat(0);
  let s1b = f64x2.splat(0);
  let s2a = f64x2.splat(0);
  let s2b = f64x2.splat(0);
  let beforeA = f64x2.splat(-(<f64>antennaHeight));
  let beforeB = beforeA;
  let before = f64x2.splat(0);
  let to = dtm + lanesBytes;
  const end = to + ((<usize>last) << 4);
  for (; to < end; to += lanesBytes) {
    const x = f32x4.add(firstX, steps);
    const over = v128.load(to);
    const u = f64x2.promote_low_f32x4(x);
    const step = f64x2.sub(u, before);
    const near = f64x2.mul(step, f64x2.add(u, f64x2.mul(two, before)));
    const far = f64x2.mul(step, f64x2.add(f64x2.mul(two, u), before));
    const a = f64x2.promote_low_f32x4(over);
    const b = f64x2.promote_low_f32x4(
      i8x16.shuffle(over, over, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15),
    );
    s1a = f64x2.add(s1a, f64x2.mul(step, f64x2.add(a, beforeA)));
    s1b = f64x2.add(s1b, f64x2.mul(step, f64x2.add(b, beforeB)));
    s2a = f64x2.add(s2a, f64x2.add(f64x2.mul(far, a), f64x2.mul(near, beforeA)));
    s2b = f64x2.add(s2b, f64x2.add(f64x2.mul(far, b), f64x2.mul(near, beforeB)));
    v128.store(to1, s1a);
    v128.store(to1, s1b, 16);
    v128.store(to2, s2a);
    v128.store(to2, s2b, 16);
    to1 += 2 * lanesBytes;
    to2 += 2 * lanesBytes;
    beforeA = a;
    beforeB = b;
    before = u;
    steps = f32x4.add(steps, one);
  }
}
