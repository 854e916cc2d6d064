import { Bounds, beginAt, forgetNearest, highest, nearest, searchBack, steepestBack, touch, touchY } from './horizons';
import {
  all,
  antennaHeight,
  bulge,
  dsm,
  dtm,
  dtmHorizon,
  dtmSteepest,
  horizon,
  lanesBytes,
  nuScale,
  pick,
  placeOf,
  receiverHeight,
  steepest,
  stepKm,
  sums1,
  sums2,
} from './lines';
import { isClear, mayAdd } from './smooth-earth';

/*
 * The geometry of delta-Bullington diffraction (ITU-R P.1812-7 §4.3) on the profiles from the site to samples of four lines:
 * the same as taking the whole profile anew at each, at a cost that hardly grows with its length.
 */

/** ν at and below which a knife edge loses nothing, P.1812-7 eq. (12), squared. */
const floorNu2: f32 = 0.78 * 0.78;

let dsmBounds: Bounds = new Bounds(0);
let dtmBounds: Bounds = new Bounds(0);
let lastSample: i32 = 0;
let isDtmBound: bool = false;
/** No sample before this one stands above the lines proven. */
let provenTo: i32 = 1;
let provenBase: v128 = i32x4(0, 0, 0, 0);
let provenSlope: v128 = i32x4(0, 0, 0, 0);

export function makeBounds(longest: i32): void {
  dsmBounds = new Bounds(longest);
  dtmBounds = new Bounds(longest);
}

/** Lines gathered and prepared up to `last` are asked about, in rising order. */
export function beginWalk(last: i32): void {
  dsmBounds.take(dsm, last);
  lastSample = last;
  isDtmBound = false;
  provenTo = 1;
  forgetNearest();
  const y = v128.load(dsm + lanesBytes);
  beginAt(f32x4.splat(0), f32x4.splat(1), y);
}

/** ν a root of MHz, and antennas over the smooth Earth: what `geometryOf` found, lane by lane. */
export let nu: v128 = i32x4(0, 0, 0, 0);
export let txEffective: v128 = i32x4(0, 0, 0, 0);
export let rxEffective: v128 = i32x4(0, 0, 0, 0);
export let lineOfSight: v128 = i32x4(0, 0, 0, 0);

/**
 * Geometry of the paths to sample k on the lines wanted: `nu` of the equivalent edge, −Infinity on a clear path where the
 * loss is nothing at the lowest frequency and above; effective heights, P.1812-7 eq. (37), Infinity where the smooth Earth
 * adds nothing there.
 */
export function geometryOf(k: i32, lowestMHz: f32, wanted: v128): void {
  const zero = f32x4.splat(0);
  const at = <usize>k * lanesBytes;
  const x = placeOf(k);
  const over = v128.load(dtm + at);
  const rx = f32x4.add(over, f32x4.splat(receiverHeight));
  const rise = f32x4.sub(rx, f32x4.mul(f32x4.mul(bulge, x), x));
  const stim = v128.load(steepest + at);
  const above = f32x4.sub(f32x4.mul(stim, x), rise);
  const isClearPath = f32x4.lt(above, zero);
  const wantedClear = v128.and(isClearPath, wanted);
  let value = f32x4.splat(-Infinity);
  if (v128.any_true(wantedClear) && k > 1) {
    const slopeUp = f32x4.div(rise, x);
    const scale2 = f32x4.mul(f32x4.mul(nuScale, nuScale), f32x4.mul(x, f32x4.splat(lowestMHz)));
    const most = f32x4.div(f32x4.splat(floorNu2), scale2);
    const least = nearest(dsm, dsmBounds, k, slopeUp, most, wantedClear);
    const edge = f32x4.neg(f32x4.mul(f32x4.sqrt(f32x4.mul(least, x)), nuScale));
    value = v128.bitselect(edge, value, f32x4.lt(least, most));
  }
  if (!i32x4.all_true(isClearPath)) {
    findReceiverHorizon(k, x, rise, stim, isClearPath);
    const srim = steepestBack;
    const xt = f32x4.add(touch, placeOf(0));
    // where the two horizon lines meet, at top/closing, between the horizons
    const closing = f32x4.add(stim, srim);
    const xh = v128.load(horizon + at);
    const meet = f32x4.div(f32x4.add(rise, f32x4.mul(srim, x)), closing);
    const isOpen = f32x4.le(closing, zero);
    const xb = v128.bitselect(xh, f32x4.pmin(f32x4.pmax(meet, xh), xt), isOpen);
    const blocked = f32x4.mul(f32x4.mul(above, f32x4.sqrt(f32x4.div(xb, f32x4.mul(f32x4.sub(x, xb), x)))), nuScale);
    value = v128.bitselect(value, blocked, isClearPath);
  }
  nu = value;
  lineOfSight = isClearPath;
  fitSmoothEarth(k, x, over, rx, isClearPath, wanted);
}

/** The sample seen highest from the receivers looking back, where the path is not clear: into the horizons's answers. */
function findReceiverHorizon(k: i32, x: v128, h: v128, stim: v128, isClearPath: v128): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const isBlocked = v128.not(isClearPath);
  // the last answer's sample is a first answer
  beginAt(f32x4.div(f32x4.sub(touchY, h), f32x4.sub(all(k), touch)), touch, touchY);
  searchBack(dsm, dsmBounds, provenTo, k - 1, k, h, isBlocked);
  if (provenTo > 1) {
    // left of where the two horizons meet, the far one is the lower: nothing there reaches the line sought
    const line = f32x4.add(h, f32x4.mul(steepestBack, x));
    const closing = f32x4.add(stim, steepestBack);
    const origin = placeOf(0);
    const meet = f32x4.floor(f32x4.sub(f32x4.div(line, closing), origin));
    let low = v128.bitselect(f32x4.pmax(one, meet), one, f32x4.gt(closing, zero));
    // a line proven stands above all samples before it: what lies under both needs no look
    const before = all(provenTo - 1);
    const b = f32x4.neg(f32x4.add(steepestBack, provenSlope));
    const crossing = f32x4.sub(f32x4.div(f32x4.sub(provenBase, line), b), origin);
    const isFalling = f32x4.gt(b, zero);
    const high = v128.bitselect(f32x4.pmin(before, f32x4.ceil(crossing)), before, isFalling);
    const isRising = f32x4.lt(b, zero);
    low = v128.bitselect(f32x4.pmax(low, f32x4.floor(crossing)), low, isRising);
    // lanes with nothing to look at leave the range to the others
    const isSearched = v128.and(f32x4.le(low, high), isBlocked);
    if (v128.any_true(isSearched)) {
      const lows = v128.bitselect(low, before, isSearched);
      const highs = v128.bitselect(high, zero, isSearched);
      searchBack(dsm, dsmBounds, leastOf(lows), mostOf(highs), k, h, isSearched);
    }
  }
  provenTo = k;
  // on a clear path the ray itself is such a line
  provenBase = v128.bitselect(zero, f32x4.add(h, f32x4.mul(steepestBack, x)), isClearPath);
  provenSlope = v128.bitselect(f32x4.div(h, x), f32x4.neg(steepestBack), isClearPath);
}

/** The least of four whole numbers in floats. */
function leastOf(numbers: v128): i32 {
  const a = i32x4.trunc_sat_f32x4_s(numbers);
  const b = i32x4.min_s(a, i8x16.shuffle(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return min(i32x4.extract_lane(b, 0), i32x4.extract_lane(b, 1));
}

function mostOf(numbers: v128): i32 {
  return -leastOf(f32x4.neg(numbers));
}

/** (2·v1·x − v2)/x² and (v2 − v1·x)/x² of the lines' sums. */
let fitTx: v128 = i32x4(0, 0, 0, 0);
let fitRx: v128 = i32x4(0, 0, 0, 0);
function fitSurface(k: i32): void {
  const at = <usize>k * (2 * lanesBytes);
  const x = f64x2.promote_low_f32x4(placeOf(k));
  const perX2 = f64x2.div(f64x2.splat(1), f64x2.mul(x, x));
  const v1a = f64x2.mul(v128.load(sums1 + at), x);
  const v1b = f64x2.mul(v128.load(sums1 + at, lanesBytes), x);
  const v2a = v128.load(sums2 + at);
  const v2b = v128.load(sums2 + at, lanesBytes);
  const ra = f64x2.sub(v2a, v1a);
  const rb = f64x2.sub(v2b, v1b);
  fitRx = together(f64x2.mul(ra, perX2), f64x2.mul(rb, perX2));
  fitTx = together(f64x2.mul(f64x2.sub(v1a, ra), perX2), f64x2.mul(f64x2.sub(v1b, rb), perX2));
}

function together(a: v128, b: v128): v128 {
  return i8x16.shuffle(
    f32x4.demote_f64x2_zero(a),
    f32x4.demote_f64x2_zero(b),
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
  );
}

/**
 * P.1812-7 eq. (85) to (89): first at heights that the true ones can't be below, and exactly only where that does not
 * rule the smooth Earth out.
 */
function fitSmoothEarth(k: i32, x: v128, over: v128, rx: v128, isClearPath: v128, wanted: v128): void {
  const zero = f32x4.splat(0);
  const infinity = f32x4.splat(Infinity);
  const foot = f32x4.splat(-antennaHeight);
  const d = f32x4.mul(x, stepKm);
  fitSurface(k);
  let tx = fitTx;
  let rxFit = fitRx;
  txEffective = infinity;
  rxEffective = infinity;
  let hte = f32x4.neg(f32x4.min(tx, foot));
  let hre = f32x4.sub(rx, f32x4.min(rxFit, over));
  let open = v128.andnot(wanted, isClear(d, hte, hre));
  if (!v128.any_true(open)) return;
  const at = <usize>k * lanesBytes;
  const str = f32x4.div(rx, x);
  const stim = v128.load(dtmSteepest + at);
  const fromTx = f32x4.sub(stim, str);
  const isObstructed = v128.and(f32x4.gt(fromTx, zero), open);
  if (v128.any_true(isObstructed)) {
    // the obstacle is at least as high as either horizon, and seen at least as steep from the receiver
    const xh = v128.load(dtmHorizon + at);
    const overAtTx = f32x4.mul(fromTx, xh);
    const backAtTx = f32x4.div(overAtTx, f32x4.sub(x, xh));
    const xt = f32x4.add(touch, placeOf(0));
    const atTouch = pick(dtm, i32x4.trunc_sat_f32x4_s(touch));
    const overAtRx = v128.andnot(f32x4.sub(atTouch, f32x4.mul(str, xt)), isClearPath);
    const backAtRx = f32x4.div(overAtRx, f32x4.sub(x, xt));
    const obstacleAtLeast = f32x4.max(overAtRx, overAtTx);
    const fromRxAtLeast = f32x4.max(backAtRx, backAtTx);
    const rxAtMost = f32x4.sub(
      rxFit,
      f32x4.div(f32x4.mul(obstacleAtLeast, fromRxAtLeast), f32x4.add(fromTx, fromRxAtLeast)),
    );
    const hreAtLeast = f32x4.sub(rx, f32x4.min(rxAtMost, over));
    const isRuledOut = v128.andnot(isObstructed, mayAdd(d, hte, hreAtLeast));
    open = v128.andnot(open, isRuledOut);
    if (!v128.any_true(open)) return;
    const asked = v128.and(isObstructed, open);
    if (v128.any_true(asked)) {
      if (!isDtmBound) {
        dtmBounds.take(dtm, lastSample);
        isDtmBound = true;
      }
      const obstacle = highest(dtm, dtmBounds, k, str, obstacleAtLeast, asked);
      // of a path that just grazes, rounding must not leave less than nothing
      const fromRx = f32x4.max(f32x4.add(dtmBack(k, x, rx, stim, xh, asked), str), zero);
      const both = f32x4.div(obstacle, f32x4.add(fromTx, fromRx));
      tx = v128.bitselect(f32x4.sub(tx, f32x4.mul(both, fromTx)), tx, isObstructed);
      rxFit = v128.bitselect(f32x4.sub(rxFit, f32x4.mul(both, fromRx)), rxFit, isObstructed);
      hte = f32x4.neg(f32x4.min(tx, foot));
      hre = f32x4.sub(rx, f32x4.min(rxFit, over));
    }
  }
  txEffective = v128.bitselect(hte, infinity, open);
  rxEffective = v128.bitselect(hre, infinity, open);
}

/** The steepest line from the receivers back to bare terrain. */
function dtmBack(k: i32, x: v128, rx: v128, stim: v128, xh: v128, wanted: v128): v128 {
  const keptBack = steepestBack;
  const keptTouch = touch;
  const keptY = touchY;
  const atHorizon = f32x4.mul(stim, xh);
  const sample = f32x4.nearest(f32x4.sub(xh, placeOf(0)));
  beginAt(f32x4.div(f32x4.sub(atHorizon, rx), f32x4.sub(x, xh)), sample, atHorizon);
  // nothing before the antenna's own horizon is seen over it
  const low = v128.bitselect(sample, all(k), wanted);
  searchBack(dtm, dtmBounds, max(leastOf(low), 1), k - 1, k, rx, wanted);
  const back = steepestBack;
  beginAt(keptBack, keptTouch, keptY);
  return back;
}
