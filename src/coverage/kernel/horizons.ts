/*
 * Questions about the samples of four lines before a given one, answered by branch and bound: over each block of 16
 * samples lies a straight line that no sample of it rises above, parallel to its chord. What such a line could give
 * decides whether its samples are looked at, so the answers are exact and few samples are seen. They are the largest of
 * numbers worked out in one way, whatever was asked before: the same to the last bit.
 */

import { all, lanesBytes, placeOf } from './lines';

const blockBits = 4;
const blockLength = 1 << blockBits;
const rangeBits = 3;
const blocksPerRange = 1 << rangeBits;
const rangeLength = blockLength * blocksPerRange;

/** More than sums and products of heights lose in rounding, metres: no sample is passed over by so little. */
const rounding: f32 = 0.004;

/** Slopes and bases of the bounds of a profile: blocks, then ranges of blocks, two times four floats each. */
export class Bounds {
  blocks: usize;
  ranges: usize;
  /** Samples 1 to this one lie in whole blocks. */
  boundTo: i32;
  constructor(longest: i32) {
    const count = <usize>(longest >> blockBits) + 1;
    this.blocks = heap.alloc(2 * lanesBytes * count);
    this.ranges = heap.alloc(2 * lanesBytes * ((count >> rangeBits) + 1));
    this.boundTo = 0;
  }

  /** Takes the profile's heights, samples 1 to `last`. */
  take(profile: usize, last: i32): void {
    this.boundTo = last & -blockLength;
    boundEvery(profile, last, blockLength, this.blocks);
    boundEvery(profile, last, rangeLength, this.ranges);
  }
}

function boundEvery(profile: usize, last: i32, length: i32, into: usize): void {
  const one = f32x4.splat(1);
  for (let from: i32 = 1; from + length - 1 <= last; from += length) {
    const to = from + length - 1;
    const begin = profile + <usize>from * lanesBytes;
    const end = profile + <usize>to * lanesBytes;
    const s = f32x4.mul(f32x4.sub(v128.load(end), v128.load(begin)), f32x4.splat(<f32>1 / <f32>(length - 1)));
    let x = placeOf(from);
    let base = f32x4.splat(-Infinity);
    for (let p = begin; p <= end; p += lanesBytes) {
      base = f32x4.pmax(f32x4.sub(v128.load(p), f32x4.mul(s, x)), base);
      x = f32x4.add(x, one);
    }
    v128.store(into, s);
    v128.store(into, f32x4.add(base, f32x4.splat(rounding)), lanesBytes);
    into += 2 * lanesBytes;
  }
}

/** The steepest line back to a sample; its number, the largest of those that lie as steep; and its height. */
export let steepestBack: v128 = i32x4(0, 0, 0, 0);
export let touch: v128 = i32x4(0, 0, 0, 0);
export let touchY: v128 = i32x4(0, 0, 0, 0);

export function beginAt(slopeBack: v128, sample: v128, y: v128): void {
  steepestBack = slopeBack;
  touch = sample;
  touchY = y;
}

/**
 * Looks among samples `low` to `high`, before k, for ones seen higher from (u, h) looking back than the steepest so far:
 * (y − h)/(u − x). Only the lanes wanted are sure to be right.
 */
export function searchBack(profile: usize, bounds: Bounds, low: i32, high: i32, k: i32, h: v128, wanted: v128): void {
  const u = placeOf(k);
  const one = f32x4.splat(1);
  const boundTo = bounds.boundTo;
  const blocks = bounds.blocks;
  const zero = f32x4.splat(0);
  let best = steepestBack;
  let at = touch;
  let atY = touchY;
  let i = high;
  while (i >= low) {
    const block = (i - 1) >> blockBits;
    const start = max((block << blockBits) + 1, low);
    if (i <= boundTo) {
      const p = blocks + ((<usize>block) << 5);
      const q = f32x4.add(v128.load(p), best);
      const end = v128.bitselect(placeOf(i), placeOf(start), f32x4.gt(q, zero));
      const top = f32x4.add(v128.load(p, lanesBytes), f32x4.mul(q, end));
      const line = f32x4.add(h, f32x4.mul(best, u));
      if (!v128.any_true(v128.and(f32x4.gt(top, line), wanted))) {
        i = start - 1;
        continue;
      }
    }
    let sample = all(i);
    let away = all(k - i);
    const stop = profile + ((<usize>start) << 4);
    for (let p = profile + ((<usize>i) << 4); p >= stop; p -= lanesBytes) {
      const y = v128.load(p);
      const seen = f32x4.div(f32x4.sub(y, h), away);
      const isAsFar = v128.and(f32x4.eq(seen, best), f32x4.gt(sample, at));
      const isHigher = v128.or(f32x4.gt(seen, best), isAsFar);
      best = f32x4.pmax(best, seen);
      at = v128.bitselect(sample, at, isHigher);
      atY = v128.bitselect(y, atY, isHigher);
      sample = f32x4.sub(sample, one);
      away = f32x4.add(away, one);
    }
    i = start - 1;
  }
  steepestBack = best;
  touch = at;
  touchY = atY;
}

/**
 * How far a sample before k stands above the line slope·x at most; `least` where none stands higher.
 */
export function highest(profile: usize, bounds: Bounds, k: i32, slope: v128, least: v128, wanted: v128): v128 {
  const whole = (k - 1) & -blockLength;
  let best = highestOf(profile, whole + 1, k - 1, slope, least);
  let block = (whole >> blockBits) - 1;
  while (block >= 0) {
    if ((block & (blocksPerRange - 1)) === blocksPerRange - 1) {
      const range = bounds.ranges + ((<usize>(block >> rangeBits)) << 5);
      const from = placeOf(((block - blocksPerRange + 1) << blockBits) + 1);
      const top = topOver(range, from, f32x4.add(from, all(rangeLength - 1)), slope);
      if (!v128.any_true(v128.and(f32x4.gt(top, best), wanted))) {
        block -= blocksPerRange;
        continue;
      }
    }
    const from = (block << blockBits) + 1;
    const x = placeOf(from);
    const top = topOver(bounds.blocks + ((<usize>block) << 5), x, f32x4.add(x, all(blockLength - 1)), slope);
    if (v128.any_true(v128.and(f32x4.gt(top, best), wanted))) {
      best = highestOf(profile, from, from + blockLength - 1, slope, best);
    }
    block--;
  }
  return best;
}

function highestOf(profile: usize, from: i32, to: i32, slope: v128, least: v128): v128 {
  const one = f32x4.splat(1);
  let x = placeOf(from);
  let best = least;
  const end = profile + ((<usize>to) << 4);
  for (let p = profile + ((<usize>from) << 4); p <= end; p += lanesBytes) {
    best = f32x4.pmax(f32x4.sub(v128.load(p), f32x4.mul(slope, x)), best);
    x = f32x4.add(x, one);
  }
  return best;
}

/** The most that a bound stands above a line through the site, between two places. */
function topOver(bound: usize, from: v128, to: v128, slope: v128): v128 {
  const q = f32x4.sub(v128.load(bound), slope);
  const end = v128.bitselect(to, from, f32x4.gt(q, f32x4.splat(0)));
  return f32x4.add(v128.load(bound, lanesBytes), f32x4.mul(q, end));
}

/** Where the last clear path came nearest to the ground. */
let nearestX: v128 = i32x4(0, 0, 0, 0);
let nearestY: v128 = i32x4(0, 0, 0, 0);

export function forgetNearest(): void {
  // of no weight: infinitely far below
  nearestX = f32x4.splat(1);
  nearestY = f32x4.splat(-1e9);
}

/**
 * The least over²/(x·(u − x)) of the samples before k, where `over` is what a sample lacks to the line slope·x, which clears
 * them all; `most` where none has less.
 */
export function nearest(profile: usize, bounds: Bounds, k: i32, slope: v128, most: v128, wanted: v128): v128 {
  const one = f32x4.splat(1);
  const u = placeOf(k);
  const was = f32x4.sub(nearestY, f32x4.mul(slope, nearestX));
  // lanes nobody asks about must not keep a block from being skipped
  let best = v128.and(
    f32x4.pmin(f32x4.div(f32x4.mul(was, was), f32x4.mul(nearestX, f32x4.sub(u, nearestX))), most),
    wanted,
  );
  let atX = nearestX;
  let atY = nearestY;
  const whole = (k - 1) & -blockLength;
  let from = whole + 1;
  let to = k - 1;
  let block = (whole >> blockBits) - 1;
  for (;;) {
    let x = placeOf(from);
    const end = profile + ((<usize>to) << 4);
    for (let p = profile + ((<usize>from) << 4); p <= end; p += lanesBytes) {
      const y = v128.load(p);
      const o = f32x4.sub(y, f32x4.mul(slope, x));
      const value = f32x4.div(f32x4.mul(o, o), f32x4.mul(x, f32x4.sub(u, x)));
      const isLess = f32x4.lt(value, best);
      best = f32x4.pmin(best, value);
      atX = v128.bitselect(x, atX, isLess);
      atY = v128.bitselect(y, atY, isLess);
      x = f32x4.add(x, one);
    }
    // on to the next block that could come nearer
    let isFound = false;
    while (block >= 0 && !isFound) {
      if ((block & (blocksPerRange - 1)) === blocksPerRange - 1) {
        const range = bounds.ranges + ((<usize>(block >> rangeBits)) << 5);
        const start = placeOf(((block - blocksPerRange + 1) << blockBits) + 1);
        if (!mayComeNearer(range, start, f32x4.add(start, all(rangeLength - 1)), u, slope, best)) {
          block -= blocksPerRange;
          continue;
        }
      }
      const start = placeOf((block << blockBits) + 1);
      const bound = bounds.blocks + ((<usize>block) << 5);
      isFound = mayComeNearer(bound, start, f32x4.add(start, all(blockLength - 1)), u, slope, best);
      block--;
    }
    if (!isFound) break;
    from = ((block + 1) << blockBits) + 1;
    to = from + blockLength - 1;
  }
  nearestX = v128.bitselect(atX, nearestX, wanted);
  nearestY = v128.bitselect(atY, nearestY, wanted);
  return best;
}

/**
 * Whether a bound between two places lets a sample come nearer to the line than `best`. Of a straight line under it, over² / (x·(u − x))
 * has one least place, at u·a/(a + b) where it lacks a at the site and b at u, and grows either way from there.
 */
function mayComeNearer(bound: usize, from: v128, to: v128, u: v128, slope: v128, best: v128): bool {
  const zero = f32x4.splat(0);
  const q = f32x4.sub(v128.load(bound), slope);
  const base = v128.load(bound, lanesBytes);
  const a = f32x4.pmax(zero, f32x4.neg(base));
  const b = f32x4.pmax(zero, f32x4.neg(f32x4.add(base, f32x4.mul(q, u))));
  const least = f32x4.div(f32x4.mul(u, a), f32x4.add(a, b));
  const x = f32x4.pmin(to, f32x4.pmax(from, least));
  const o = f32x4.add(base, f32x4.mul(q, x));
  const limit = f32x4.mul(best, f32x4.mul(x, f32x4.sub(u, x)));
  const isNear = v128.or(f32x4.ge(o, zero), f32x4.lt(f32x4.mul(o, o), limit));
  // a lane of no weight has a best of nothing
  return v128.any_true(v128.and(isNear, f32x4.gt(best, zero)));
}
