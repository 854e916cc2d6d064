import { bullingtonDb } from './edge-loss';
import { decibels, exp2, log2 } from './maths';

/*
 * What the smooth Earth adds to delta-Bullington diffraction over land with vertical polarisation, ITU-R P.1812-7 §4.3.4
 * eq. (39): max(Ldsph − Lbulls, 0). Distances in km, heights in metres.
 */

/** Effective radius of the Earth, its cube root, and kilometres to the horizon a root of a metre of height. */
let radiusKm: f32 = 0;
let cubeRootRadius: f32 = 0;
let horizonKm: f32 = 0;
/** The frequency's wavelength, and normalised admittance, distance and height without the cube root of the radius, eq. (31) to (33). */
let wavelengthM: f32 = 0;
let admittance: f32 = 0;
let perKm: f32 = 0;
let perMetre: f32 = 0;

export function takeEarth(effectiveRadiusKm: f32): void {
  radiusKm = effectiveRadiusKm;
  cubeRootRadius = <f32>Math.cbrt(effectiveRadiusKm);
  horizonKm = sqrt<f32>(0.002 * effectiveRadiusKm);
}

/** Takes a frequency, for all that follows. */
export function tune(wavelength: f32, admittanceOfLand: f32, distanceScale: f32, heightScale: f32): void {
  wavelengthM = wavelength;
  admittance = admittanceOfLand;
  perKm = distanceScale;
  perMetre = heightScale;
}

/** The square of what eq. (26) asks to be free around a smooth Earth, m² a km of path and m of wavelength. */
const needed2: f32 = 17.456 * 17.456;

/**
 * Whether a path clears the smooth Earth by what §4.3.2 eq. (26) asks, told at little cost: the ray stands
 * (hte·d2 + hre·d1)/d above a flat Earth, nowhere less than √(hte·hre) of 2·√(d1·d2)/d, and the bulge is least there.
 */
export function isClear(d: v128, hte: v128, hre: v128): v128 {
  const bulge = f32x4.mul(f32x4.splat(125 / radiusKm), f32x4.mul(d, d));
  const least = f32x4.add(bulge, f32x4.sqrt(f32x4.mul(d, f32x4.splat((needed2 * wavelengthM) / 4))));
  return f32x4.gt(f32x4.mul(hte, hre), f32x4.mul(least, least));
}

/** m and c of eq. (25): the smooth Earth reflects at b, a root of m·b³ − (m + 1)·b + c, nearer to the middle than c. */
let m: v128 = i32x4(0, 0, 0, 0);
let c: v128 = i32x4(0, 0, 0, 0);
function takePath(d: v128, hte: v128, hre: v128): void {
  const per = f32x4.div(f32x4.splat(1), f32x4.add(hte, hre));
  m = f32x4.mul(f32x4.mul(f32x4.splat(250 / radiusKm), f32x4.mul(d, d)), per);
  c = f32x4.mul(f32x4.sub(hte, hre), per);
}

/** b of eq. (25b). */
function reflectionPoint(): v128 {
  const m1 = f32x4.add(m, f32x4.splat(1));
  const m3 = f32x4.mul(m, f32x4.splat(3));
  const m0 = m;
  const c0 = c;
  // from nearer to the middle Newton's steps never pass the root
  let b = f32x4.div(c0, m1);
  let isOpen = f32x4.eq(b, b);
  for (let round = 0; round < 8; round++) {
    const b2 = f32x4.mul(b, b);
    const value = f32x4.add(f32x4.mul(b, f32x4.sub(f32x4.mul(m0, b2), m1)), c0);
    const change = f32x4.div(value, f32x4.sub(f32x4.mul(m3, b2), m1));
    b = f32x4.sub(b, v128.and(change, isOpen));
    // what is left is about the square of the last change
    isOpen = v128.and(isOpen, f32x4.gt(f32x4.abs(change), f32x4.splat(3e-4)));
    if (!v128.any_true(isOpen)) break;
  }
  return b;
}

/** Metres free under the ray where the smooth Earth reflects, eq. (25), and what eq. (26) asks there. */
let clearance: v128 = i32x4(0, 0, 0, 0);
let needed: v128 = i32x4(0, 0, 0, 0);
let share: v128 = i32x4(0, 0, 0, 0);
function findClearance(d: v128, hte: v128, hre: v128): void {
  takePath(d, hte, hre);
  const half = f32x4.splat(0.5);
  const b = reflectionPoint();
  // beyond the horizon there may be no such root
  const share1 = f32x4.pmin(f32x4.splat(1), f32x4.pmax(f32x4.splat(0), f32x4.add(half, f32x4.mul(half, b))));
  const share2 = f32x4.sub(f32x4.splat(1), share1);
  const product = f32x4.mul(f32x4.mul(share1, share2), d);
  const ray = f32x4.add(f32x4.mul(hte, share2), f32x4.mul(hre, share1));
  clearance = f32x4.sub(ray, f32x4.mul(f32x4.mul(product, d), f32x4.splat(500 / radiusKm)));
  needed = f32x4.sqrt(f32x4.mul(product, f32x4.splat(needed2 * wavelengthM)));
  share = share1;
}

/**
 * Whether the spherical-Earth loss may be more than nothing: over the horizon, or less clear than eq. (26) asks where the
 * ray is as low and the bulge as high as they can be about the place of reflection. The loss falls with either height, so
 * heights at or below the true ones rule it out safely.
 */
export function mayAdd(d: v128, hte: v128, hre: v128): v128 {
  takePath(d, hte, hre);
  const one = f32x4.splat(1);
  // b lies between one step of Newton's past c/(m + 1), and c
  const m1 = f32x4.add(m, one);
  const start = f32x4.div(c, m1);
  const start2 = f32x4.mul(start, start);
  const cubic = f32x4.mul(f32x4.mul(m, start2), start);
  const b = f32x4.add(start, f32x4.div(cubic, f32x4.sub(m1, f32x4.mul(f32x4.mul(f32x4.splat(3), m), start2))));
  const product = f32x4.mul(f32x4.mul(f32x4.splat(0.25), d), f32x4.sub(one, f32x4.mul(b, b)));
  const lowest = f32x4.mul(f32x4.splat(0.5), f32x4.mul(f32x4.add(hte, hre), f32x4.sub(one, f32x4.mul(c, c))));
  const bulge = f32x4.mul(f32x4.mul(product, d), f32x4.splat(500 / radiusKm));
  const most = f32x4.sqrt(f32x4.mul(product, f32x4.splat(needed2 * wavelengthM)));
  const reach = f32x4.add(f32x4.sqrt(hte), f32x4.sqrt(hre));
  const isBeyond = f32x4.ge(d, f32x4.mul(reach, f32x4.splat(horizonKm)));
  return v128.or(isBeyond, f32x4.le(lowest, f32x4.add(bulge, most)));
}

/** The term in dB, d a path's length and `steps` the same in steps, `first` of them to the first sample. */
export function smoothEarthDb(d: v128, steps: v128, first: f32, hte: v128, hre: v128): v128 {
  const zero = f32x4.splat(0);
  const reach = f32x4.add(f32x4.sqrt(hte), f32x4.sqrt(hre));
  const isBeyond = f32x4.ge(d, f32x4.mul(reach, f32x4.splat(horizonKm)));
  findClearance(d, hte, hre);
  // at the radius that makes the path graze, 500·(d/reach)², then in proportion to the clearance
  const grazing = exp2(
    f32x4.mul(f32x4.add(log2(f32x4.div(d, reach)), f32x4.splat(4.482892142331044)), f32x4.splat(2 / 3)),
  );
  const root = v128.bitselect(f32x4.splat(cubeRootRadius), grazing, isBeyond);
  const fraction = f32x4.sub(f32x4.splat(1), f32x4.div(clearance, needed));
  const part = v128.bitselect(f32x4.splat(1), f32x4.max(fraction, zero), isBeyond);
  const spherical = f32x4.mul(part, f32x4.max(firstTermDb(d, hte, hre, root), zero));
  if (!v128.any_true(f32x4.gt(spherical, zero))) return zero;
  const smooth = smoothBullingtonDb(d, steps, first, hte, hre);
  return f32x4.max(f32x4.sub(spherical, smooth), zero);
}

/** First term of the residue series, P.1812-7 eq. (29) to (36), dB. */
function firstTermDb(d: v128, hte: v128, hre: v128, root: v128): v128 {
  const one = f32x4.splat(1);
  const k = f32x4.div(f32x4.splat(admittance), root);
  const k2 = f32x4.mul(k, k);
  const over = f32x4.add(one, f32x4.mul(k2, f32x4.add(f32x4.splat(1.6), f32x4.mul(f32x4.splat(0.67), k2))));
  const under = f32x4.add(one, f32x4.mul(k2, f32x4.add(f32x4.splat(4.5), f32x4.mul(f32x4.splat(1.53), k2))));
  const beta = f32x4.div(over, under);
  const normalised = f32x4.div(f32x4.mul(f32x4.splat(perMetre), f32x4.mul(beta, beta)), root);
  const x = f32x4.div(f32x4.mul(f32x4.mul(f32x4.splat(perKm), beta), d), f32x4.mul(root, root));
  const xDb = decibels(x);
  const far = f32x4.sub(f32x4.add(f32x4.splat(11), xDb), f32x4.mul(f32x4.splat(17.6), x));
  // 5.6488·X^1.425
  const power = exp2(f32x4.mul(xDb, f32x4.splat(1.425 / 3.010299956639812)));
  const near = f32x4.sub(f32x4.mul(f32x4.splat(-2), xDb), f32x4.mul(f32x4.splat(5.6488), power));
  const distanceTerm = v128.bitselect(far, near, f32x4.ge(x, f32x4.splat(1.6)));
  const least = f32x4.add(f32x4.splat(2), f32x4.mul(f32x4.splat(2), decibels(k)));
  const gains = f32x4.add(
    heightGainDb(f32x4.mul(normalised, hte), least),
    heightGainDb(f32x4.mul(normalised, hre), least),
  );
  return f32x4.neg(f32x4.add(distanceTerm, gains));
}

/** Height gain of an antenna of normalised height β·Y, P.1812-7 eq. (34), (35), dB. */
function heightGainDb(b: v128, least: v128): v128 {
  const isHigh = f32x4.gt(b, f32x4.splat(2));
  const over = f32x4.sub(b, f32x4.splat(1.1));
  const low = f32x4.add(b, f32x4.mul(f32x4.splat(0.1), f32x4.mul(b, f32x4.mul(b, b))));
  const db = decibels(v128.bitselect(over, low, isHigh));
  const highGain = f32x4.sub(
    f32x4.mul(f32x4.splat(17.6), f32x4.sqrt(f32x4.max(over, f32x4.splat(0)))),
    f32x4.add(f32x4.mul(f32x4.splat(0.5), db), f32x4.splat(8)),
  );
  return f32x4.max(v128.bitselect(highGain, f32x4.mul(f32x4.splat(2), db), isHigh), least);
}

/** Lbulls: Bullington on the line's samples at height zero. */
function smoothBullingtonDb(d: v128, u: v128, first: f32, hte: v128, hre: v128): v128 {
  const one = f32x4.splat(1);
  const start = f32x4.splat(first);
  const end = f32x4.add(start, f32x4.nearest(f32x4.sub(f32x4.sub(u, one), start)));
  const step = f32x4.div(d, u);
  const bulge = f32x4.mul(f32x4.mul(step, step), f32x4.splat(500 / radiusKm));
  // the horizon over a sphere is where the tangent touches: of the samples beside it, the steeper
  const xt = sampleAt(f32x4.sqrt(f32x4.div(hte, bulge)), start, end);
  const xr = sampleAt(f32x4.sub(u, f32x4.sqrt(f32x4.div(hre, bulge))), start, end);
  const xtNext = f32x4.min(f32x4.add(xt, one), end);
  const xrNext = f32x4.min(f32x4.add(xr, one), end);
  const stim = f32x4.max(
    f32x4.sub(f32x4.mul(bulge, f32x4.sub(u, xt)), f32x4.div(hte, xt)),
    f32x4.sub(f32x4.mul(bulge, f32x4.sub(u, xtNext)), f32x4.div(hte, xtNext)),
  );
  const srim = f32x4.max(
    f32x4.sub(f32x4.mul(bulge, xr), f32x4.div(hre, f32x4.sub(u, xr))),
    f32x4.sub(f32x4.mul(bulge, xrNext), f32x4.div(hre, f32x4.sub(u, xrNext))),
  );
  const rise = f32x4.sub(hre, hte);
  const isClearPath = f32x4.lt(stim, f32x4.div(rise, u));
  const meet = f32x4.div(f32x4.add(rise, f32x4.mul(srim, u)), f32x4.add(stim, srim));
  const xb = f32x4.min(f32x4.max(meet, start), f32x4.sub(u, f32x4.splat(0.5)));
  const back = f32x4.sub(u, xb);
  const ray = f32x4.div(f32x4.add(f32x4.mul(hte, back), f32x4.mul(hre, xb)), u);
  const over = f32x4.sub(f32x4.add(hte, f32x4.mul(stim, xb)), ray);
  let nu = f32x4.mul(over, f32x4.sqrt(f32x4.div(u, f32x4.mul(xb, back))));
  if (v128.any_true(isClearPath)) {
    const least = nearestToSphere(u, start, end, bulge, hte, hre, isClearPath);
    nu = v128.bitselect(f32x4.neg(f32x4.sqrt(f32x4.mul(least, u))), nu, isClearPath);
  }
  const scale = f32x4.sqrt(f32x4.div(f32x4.splat(0.002 / wavelengthM), step));
  const db = bullingtonDb(f32x4.mul(nu, scale), d);
  // with no sample between the ends there is nothing to diffract at
  return v128.and(db, f32x4.ge(end, start));
}

/** The last sample at or before a place, of those between the ends, in steps from the site. */
function sampleAt(x: v128, start: v128, end: v128): v128 {
  const at = f32x4.add(f32x4.floor(f32x4.sub(x, start)), start);
  return f32x4.max(f32x4.min(at, end), start);
}

/** over²/(x·(u − x)) at the sample where a clear smooth path comes nearest: it has one such place; climb to it. */
function nearestToSphere(u: v128, start: v128, end: v128, bulge: v128, hte: v128, hre: v128, wanted: v128): v128 {
  const one = f32x4.splat(1);
  let x = sampleAt(f32x4.add(f32x4.mul(u, share), f32x4.splat(0.5)), start, end);
  let best = clearance2(x, u, bulge, hte, hre);
  let stride = one;
  for (let turns = 0; turns < 2; turns++) {
    for (;;) {
      const next = f32x4.add(x, stride);
      const value = clearance2(next, u, bulge, hte, hre);
      const isInside = v128.and(f32x4.ge(next, start), f32x4.le(next, end));
      const isLess = v128.and(v128.and(f32x4.lt(value, best), isInside), wanted);
      if (!v128.any_true(isLess)) break;
      best = v128.bitselect(value, best, isLess);
      x = v128.bitselect(next, x, isLess);
    }
    stride = f32x4.neg(one);
  }
  return best;
}

function clearance2(x: v128, u: v128, bulge: v128, hte: v128, hre: v128): v128 {
  const y = f32x4.sub(u, x);
  const product = f32x4.mul(x, y);
  const ray = f32x4.div(f32x4.add(f32x4.mul(hte, y), f32x4.mul(hre, x)), u);
  const over = f32x4.sub(f32x4.mul(bulge, product), ray);
  return f32x4.div(f32x4.mul(over, over), product);
}
