import { wavelengthM } from '../../radio/constants.ts';
import { knifeEdgeLossDb } from '../../radio/diffraction/knife-edge.ts';
import { sphericalEarthLossDb } from '../../radio/diffraction/spherical-earth.ts';

/**
 * What the smooth Earth adds to delta-Bullington diffraction, ITU-R P.1812-7 §4.3.4 eq. (39): max(Ldsph − Lbulls, 0), with
 * the smooth profile's Bullington loss taken at the few samples that can decide it.
 */
export class SmoothEarthTerm {
  private readonly frequencyMHz: number;
  private readonly radiusKm: number;
  private readonly lambda: number;

  constructor(frequencyMHz: number, effectiveEarthRadiusKm: number) {
    this.frequencyMHz = frequencyMHz;
    this.radiusKm = effectiveEarthRadiusKm;
    this.lambda = wavelengthM(frequencyMHz);
  }

  /**
   * Whether the spherical-Earth loss is more than nothing: over the horizon, or less clear than §4.3.2 eq. (26) asks. It
   * falls with either height, so heights at or below the true ones rule it out safely.
   */
  mayAdd(d: number, hte: number, hre: number): boolean {
    const { radiusKm: ae, lambda } = this;
    // the ray stands (hte·d2 + hre·d1)/d above a flat Earth, nowhere less than √(hte·hre) of 2·√(d1·d2)/d
    const spare = (2 * Math.sqrt(hte * hre)) / d - (250 * d) / ae;
    if (spare > 0 && spare * spare * d > neededAtOneKm2 * lambda) return false;
    const sum = hte + hre;
    const reach = Math.sqrt(hte) + Math.sqrt(hre);
    if (d * d >= 0.002 * ae * reach * reach) return true;
    const c = (hte - hre) / sum;
    const m = (250 * d * d) / (ae * sum);
    const b = reflectionPoint(m, c);
    const d1 = 0.5 * d * (1 + b);
    const d2 = d - d1;
    // the bulge below the straight ray at the reflection point leaves this much
    const clearance = (hte * d2 + hre * d1) / d - (500 * d1 * d2) / ae;
    return clearance <= 0 || clearance * clearance * d <= neededAtOneKm2 * d1 * d2 * lambda;
  }

  /**
   * The term in dB for a path that ends at sample k of a line.
   *
   * @param first steps to the first sample; stepKm between samples
   */
  lossDb(k: number, first: number, stepKm: number, hte: number, hre: number): number {
    const { radiusKm, frequencyMHz, lambda } = this;
    const d = (first + k - 1) * stepKm;
    const spherical = sphericalEarthLossDb(d, hte, hre, radiusKm, frequencyMHz, lambda, 'vertical', 0);
    if (!(spherical > 0)) return 0;
    const smooth = this.smoothBullingtonDb(k, first, stepKm, hte, hre);
    return spherical > smooth ? spherical - smooth : 0;
  }

  /** Lbulls: `bullington` on the line's samples at height zero. */
  private smoothBullingtonDb(k: number, first: number, stepKm: number, hte: number, hre: number): number {
    if (k < 2) return 0;
    const { radiusKm, lambda } = this;
    const u = first + k - 1;
    const d = u * stepKm;
    const bulge = (500 * stepKm * stepKm) / radiusKm;
    const at = (x: number): number => Math.min(k - 1, Math.max(1, Math.floor(x - first + 1)));
    // the horizon over a sphere is where the tangent touches: of the samples beside it, the steeper
    const txSlope = (i: number): number => bulge * (u - (first + i - 1)) - hte / (first + i - 1);
    const rxSlope = (i: number): number => bulge * (first + i - 1) - hre / (u - (first + i - 1));
    const tx = at(Math.sqrt(hte / bulge));
    const rx = at(u - Math.sqrt(hre / bulge));
    const stim = Math.max(txSlope(tx), txSlope(Math.min(tx + 1, k - 1)));
    let nu: number;
    if (stim < (hre - hte) / u) {
      nu = this.clearNu(k, first, u, bulge, hte, hre) * Math.sqrt(0.002 / (lambda * stepKm));
    } else {
      const srim = Math.max(rxSlope(rx), rxSlope(Math.min(rx + 1, k - 1)));
      const xb = Math.min(Math.max((hre - hte + srim * u) / (stim + srim), first), u - 0.5);
      nu =
        (hte + stim * xb - (hte * (u - xb) + hre * xb) / u) *
        Math.sqrt((0.002 * u) / (lambda * stepKm * xb * (u - xb)));
    }
    const edge = knifeEdgeLossDb(nu);
    return edge + (1 - Math.exp(-edge / 6)) * (10 + 0.02 * d);
  }

  /** The largest ν of the samples of a clear smooth path, times √(λ·step/0.002). */
  private clearNu(k: number, first: number, u: number, bulge: number, hte: number, hre: number): number {
    const nuAt = (i: number): number => {
      const x = first + i - 1;
      const y = u - x;
      return (bulge * x * y - (hte * y + hre * x) / u) * Math.sqrt(u / (x * y));
    };
    // one maximum, near the reflection point: climb to it
    const c = (hte - hre) / (hte + hre);
    const m = (0.5 * bulge * u * u) / (hte + hre);
    let i = Math.min(k - 1, Math.max(1, Math.round((u / 2) * (1 + reflectionPoint(m, c)) - first + 1)));
    let best = nuAt(i);
    for (const step of [1, -1]) {
      while (i + step >= 1 && i + step <= k - 1) {
        const next = nuAt(i + step);
        if (next <= best) break;
        best = next;
        i += step;
      }
    }
    return best;
  }
}

/** The square of what eq. (26) asks for, m² a km of wavelength in m: 17.456². */
const neededAtOneKm2 = 17.456 * 17.456;

/** b of P.1812-7 eq. (25b): where on the path the smooth Earth reflects, as a root of m·b³ − (m + 1)·b + c. */
const reflectionPoint = (m: number, c: number): number => {
  let b = c;
  for (let round = 0; round < 4; round++) {
    const b2 = b * b;
    const change = (m * b * b2 - (m + 1) * b + c) / (3 * m * b2 - m - 1);
    b -= change;
    if (change < 1e-12 && change > -1e-12) return b;
  }
  return (
    2 *
    Math.sqrt((m + 1) / (3 * m)) *
    Math.cos(Math.PI / 3 + Math.acos(((3 * c) / 2) * Math.sqrt((3 * m) / (m + 1) ** 3)) / 3)
  );
};
