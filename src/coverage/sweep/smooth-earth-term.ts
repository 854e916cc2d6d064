import { wavelengthM } from '../../radio/constants.ts';
import { landSurface } from '../../radio/diffraction/spherical-earth.ts';
import { bullingtonLossDb } from './edge-loss.ts';
import { decibels } from './fast-log.ts';

/** The square of what P.1812-7 eq. (26) asks to be free around a smooth Earth, m² a km of path and m of wavelength. */
const needed2 = 17.456 * 17.456;
const cubeRoot500 = Math.cbrt(500);

/** 5.6488·X^1.425 of P.1812-7 eq. (30) up to X = 1.6, from a table. */
const nearPerX = 512;
const nearTerm = Float64Array.from({ length: 1.6 * nearPerX + 3 }, (_, i) => 5.6488 * (i / nearPerX) ** 1.425);

/** b of P.1812-7 eq. (25b): where on the path the smooth Earth reflects, as a root of m·b³ − (m + 1)·b + c. */
const reflectionPoint = (m: number, c: number): number => {
  let b = c;
  for (let round = 0; round < 4; round++) {
    const b2 = b * b;
    const change = (m * b * b2 - (m + 1) * b + c) / (3 * m * b2 - m - 1);
    b -= change;
    // what is left is about the square of the last change
    if (change < 1e-6 && change > -1e-6) return b;
  }
  return (
    2 *
    Math.sqrt((m + 1) / (3 * m)) *
    Math.cos(Math.PI / 3 + Math.acos(((3 * c) / 2) * Math.sqrt((3 * m) / (m + 1) ** 3)) / 3)
  );
};

/**
 * What the smooth Earth adds to delta-Bullington diffraction over land with vertical polarisation, ITU-R P.1812-7 §4.3.4
 * eq. (39): max(Ldsph − Lbulls, 0). As `sphericalEarthLossDb` and `bullington` on a smooth profile have it, within
 * 0.005 dB: logarithms come from tables, and the smooth profile is looked at only where its horizons can be.
 */
export class SmoothEarthTerm {
  private readonly radiusKm: number;
  private readonly lambda: number;
  /** Normalised admittance, distance and height without the cube root of the Earth's radius, eq. (31) to (33). */
  private readonly admittance: number;
  private readonly perKm: number;
  private readonly perMetre: number;
  private readonly cubeRootRadius: number;
  /** Half of what the bulge and eq. (26) take, for a path of 1 km. */
  private readonly halfBulge: number;
  private readonly halfNeeded2: number;
  /** Kilometres to the horizon a root of a metre of height. */
  private readonly horizonKm: number;

  constructor(frequencyMHz: number, effectiveEarthRadiusKm: number) {
    const f = frequencyMHz / 1000;
    this.radiusKm = effectiveEarthRadiusKm;
    this.lambda = wavelengthM(frequencyMHz);
    const { permittivity, conductivity } = landSurface;
    const lossy = (18 * conductivity) / f;
    const horizontal = 0.036 * f ** (-1 / 3) * ((permittivity - 1) ** 2 + lossy ** 2) ** -0.25;
    this.admittance = horizontal * Math.hypot(permittivity, lossy);
    this.perKm = 21.88 * Math.cbrt(f);
    this.perMetre = 0.9575 * Math.cbrt(f) ** 2;
    this.cubeRootRadius = Math.cbrt(effectiveEarthRadiusKm);
    this.halfBulge = 125 / effectiveEarthRadiusKm;
    this.halfNeeded2 = (needed2 * this.lambda) / 4;
    this.horizonKm = Math.sqrt(0.002 * effectiveEarthRadiusKm);
  }

  /**
   * Whether a path clears the smooth Earth by what §4.3.2 eq. (26) asks, told at little cost: the ray stands
   * (hte·d2 + hre·d1)/d above a flat Earth, nowhere less than √(hte·hre) of 2·√(d1·d2)/d, and the bulge is least there.
   */
  isClear(d: number, hte: number, hre: number): boolean {
    const least = this.halfBulge * d * d + Math.sqrt(this.halfNeeded2 * d);
    return hte * hre > least * least;
  }

  /**
   * Whether the spherical-Earth loss is more than nothing: over the horizon, or less clear than §4.3.2 eq. (26) asks. It
   * falls with either height, so heights at or below the true ones rule it out safely.
   */
  mayAdd(d: number, hte: number, hre: number): boolean {
    const { radiusKm: ae, lambda } = this;
    if (this.isClear(d, hte, hre)) return false;
    if (d >= this.horizonKm * (Math.sqrt(hte) + Math.sqrt(hre))) return true;
    const sum = hte + hre;
    const d1 = 0.5 * d * (1 + reflectionPoint((250 * d * d) / (ae * sum), (hte - hre) / sum));
    const d2 = d - d1;
    const clearance = (hte * d2 + hre * d1) / d - (500 * d1 * d2) / ae;
    return clearance <= 0 || clearance * clearance * d <= needed2 * d1 * d2 * lambda;
  }

  /**
   * The term in dB for a path that ends at sample k of a line.
   *
   * @param first steps to the first sample; stepKm between samples
   */
  lossDb(k: number, first: number, stepKm: number, hte: number, hre: number): number {
    const { radiusKm: ae, lambda } = this;
    const u = first + k - 1;
    const d = u * stepKm;
    const reach = Math.sqrt(hte) + Math.sqrt(hre);
    const sum = hte + hre;
    const m = (250 * d * d) / (ae * sum);
    const c = (hte - hre) / sum;
    if (d >= this.horizonKm * reach) {
      const spherical = this.firstTermDb(d, hte, hre, this.cubeRootRadius);
      const smooth = this.smoothBullingtonDb(k, first, stepKm, hte, hre, 0.5 * (1 + c));
      return spherical > smooth ? spherical - smooth : 0;
    }
    const b = reflectionPoint(m, c);
    const d1 = 0.5 * d * (1 + b);
    const d2 = d - d1;
    const clearance = (hte * d2 + hre * d1) / d - (500 * d1 * d2) / ae;
    const needed = Math.sqrt((needed2 * d1 * d2 * lambda) / d);
    if (clearance > needed) return 0;
    // at the radius that makes the path graze, 500·(d/reach)², then in proportion to the clearance
    const root = Math.cbrt(d / reach);
    const grazing = this.firstTermDb(d, hte, hre, cubeRoot500 * root * root);
    if (!(grazing > 0)) return 0;
    const spherical = (1 - clearance / needed) * grazing;
    const smooth = this.smoothBullingtonDb(k, first, stepKm, hte, hre, 0.5 * (1 + b));
    return spherical > smooth ? spherical - smooth : 0;
  }

  /** First term of the residue series, P.1812-7 eq. (29) to (36), dB. */
  private firstTermDb(d: number, hte: number, hre: number, cubeRootRadius: number): number {
    const k = this.admittance / cubeRootRadius;
    const k2 = k * k;
    const beta = (1 + 1.6 * k2 + 0.67 * k2 * k2) / (1 + 4.5 * k2 + 1.53 * k2 * k2);
    const x = (this.perKm * beta * d) / (cubeRootRadius * cubeRootRadius);
    const perMetre = (this.perMetre * beta * beta) / cubeRootRadius;
    let distanceTerm: number;
    if (x >= 1.6) distanceTerm = 11 + decibels(x) - 17.6 * x;
    else {
      const at = x * nearPerX;
      const i = at | 0;
      distanceTerm = -2 * decibels(x) - nearTerm[i] - (nearTerm[i + 1] - nearTerm[i]) * (at - i);
    }
    const least = 2 + 2 * decibels(k);
    return -distanceTerm - heightGainDb(perMetre * hte, least) - heightGainDb(perMetre * hre, least);
  }

  /** Lbulls: `bullington` on the line's samples at height zero. `nearestShare`: about where the path comes nearest to it. */
  private smoothBullingtonDb(
    k: number,
    first: number,
    stepKm: number,
    hte: number,
    hre: number,
    nearestShare: number,
  ): number {
    if (k < 2) return 0;
    const u = first + k - 1;
    const bulge = (500 * stepKm * stepKm) / this.radiusKm;
    // the horizon over a sphere is where the tangent touches: of the samples beside it, the steeper
    const xt = clampSample(Math.sqrt(hte / bulge), first, k);
    const xr = clampSample(u - Math.sqrt(hre / bulge), first, k);
    const xtNext = Math.min(xt + 1, u - 1);
    const xrNext = Math.min(xr + 1, u - 1);
    const stim = Math.max(bulge * (u - xt) - hte / xt, bulge * (u - xtNext) - hte / xtNext);
    let nu: number;
    if (stim < (hre - hte) / u) {
      nu = -Math.sqrt(nearestClear(k, first, u, bulge, hte, hre, nearestShare) * u);
    } else {
      const srim = Math.max(bulge * xr - hre / (u - xr), bulge * xrNext - hre / (u - xrNext));
      const xb = Math.min(Math.max((hre - hte + srim * u) / (stim + srim), first), u - 0.5);
      nu = (hte + stim * xb - (hte * (u - xb) + hre * xb) / u) * Math.sqrt(u / (xb * (u - xb)));
    }
    return bullingtonLossDb(nu * Math.sqrt(0.002 / (this.lambda * stepKm)), u * stepKm);
  }
}

/** Height gain of an antenna of normalised height β·Y, P.1812-7 eq. (34), (35), dB. */
const heightGainDb = (b: number, least: number): number => {
  const gain = b > 2 ? 17.6 * Math.sqrt(b - 1.1) - 0.5 * decibels(b - 1.1) - 8 : 2 * decibels(b + 0.1 * b * b * b);
  return Math.max(gain, least);
};

/** The last sample at or before a place, of those between the ends, in steps from the mast. */
const clampSample = (x: number, first: number, k: number): number =>
  first + Math.min(k - 1, Math.max(1, Math.floor(x - first + 1))) - 1;

/** over²/(x·(u − x)) at the sample where a clear smooth path comes nearest: it has one such place; climb to it. */
const nearestClear = (
  k: number,
  first: number,
  u: number,
  bulge: number,
  hte: number,
  hre: number,
  share: number,
): number => {
  let i = Math.min(k - 1, Math.max(1, Math.round(u * share - first + 1)));
  let best = clearance2(first + i - 1, u, bulge, hte, hre);
  let stepBy = 1;
  for (let turns = 0; turns < 2; turns++, stepBy = -1) {
    for (;;) {
      const next = i + stepBy;
      if (next < 1 || next > k - 1) break;
      const value = clearance2(first + next - 1, u, bulge, hte, hre);
      if (value >= best) break;
      best = value;
      i = next;
    }
  }
  return best;
};

const clearance2 = (x: number, u: number, bulge: number, hte: number, hre: number): number => {
  const y = u - x;
  const over = bulge * x * y - (hte * y + hre * x) / u;
  return (over * over) / (x * y);
};
