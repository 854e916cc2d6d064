import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import type { Line } from './line.ts';
import { Skyline } from './skyline.ts';
import { SmoothEarthTerm } from './smooth-earth-term.ts';

/** Geometry of delta-Bullington diffraction on the paths to some samples of a line, in the order they were asked for. */
export interface PathGeometries {
  count: number;
  sample: Int32Array;
  /**
   * Diffraction parameter of the equivalent edge a root of MHz: ν = nu·√f. −Infinity on a clear path where the loss is
   * nothing at the lowest frequency and above.
   */
  nu: Float64Array;
  /** 1 where the ray clears the terrain with its clutter. */
  lineOfSight: Uint8Array;
  /**
   * Antennas above the smooth Earth fitted to the bare terrain, P.1812-7 eq. (37); Infinity where that Earth adds nothing
   * at the lowest frequency and above.
   */
  txEffectiveM: Float64Array;
  rxEffectiveM: Float64Array;
}

export const createGeometries = (room: number): PathGeometries => ({
  count: 0,
  sample: new Int32Array(room),
  nu: new Float64Array(room),
  lineOfSight: new Uint8Array(room),
  txEffectiveM: new Float64Array(room),
  rxEffectiveM: new Float64Array(room),
});

/** ν at and below which a knife edge loses nothing, P.1812-7 eq. (12), squared. */
const floorNu2 = 0.78 * 0.78;

/**
 * Gives, at the samples of a line asked for, the geometry of delta-Bullington diffraction (ITU-R P.1812-7 §4.3) on the
 * profile from the mast to that sample: the same as taking the whole profile anew at each, at a cost that hardly grows
 * with its length.
 */
export class Walker {
  /** Bare terrain of the line at hand up to a sample, made when first asked about. */
  private readonly bare: Skyline;
  private bareTo = 0;
  private readonly earth: SmoothEarthTerm;
  private readonly lowestMHz: number;
  private readonly rxHeightM: number;

  /**
   * @param longest room that the longest line takes
   * @param lowestMHz the lowest frequency the geometry shall serve
   * @param rxHeightM receivers above the ground
   */
  constructor(longest: number, lowestMHz: number, rxHeightM: number) {
    this.bare = new Skyline(longest);
    this.earth = new SmoothEarthTerm(lowestMHz, medianEffectiveEarthRadiusKm);
    this.lowestMHz = lowestMHz;
    this.rxHeightM = rxHeightM;
  }

  /** Geometry at `wanted` samples (rising, `wantedCount` of them) of a laid line, into `out`. */
  walk(line: Line, wanted: Int32Array, wantedCount: number, out: PathGeometries): void {
    out.count = wantedCount;
    if (wantedCount === 0) return;
    const last = wanted[wantedCount - 1];
    line.prepare(last);
    this.bareTo = 0;
    const { first, surface, steepest, horizon, heightM, bulge, antennaM: hts } = line;
    const { nu, lineOfSight, sample } = out;
    const { nuScale } = line;
    const floor = floorNu2 / (nuScale * nuScale * this.lowestMHz);
    for (let w = 0; w < wantedCount; w++) {
      const k = wanted[w];
      const x = first + k - 1;
      const hrc = heightM[k] + this.rxHeightM - bulge * x * x;
      const rise = hrc - hts;
      const stim = steepest[k];
      const above = stim * x - rise;
      let value = Number.NEGATIVE_INFINITY;
      let rxHorizon = 0;
      const isClear = above < 0;
      if (isClear) {
        const most = floor / x;
        const least = surface.nearest(k, x, hts, rise / x, most);
        if (least < most) value = -Math.sqrt(least * x) * nuScale;
      } else {
        rxHorizon = surface.tangent(k, x, hrc, hts, stim);
        const xt = first + rxHorizon - 1;
        const srim = surface.tangentSlope;
        // where the two horizon lines meet, at top/closing, between the horizons
        const closing = stim + srim;
        const xh = first + horizon[k] - 1;
        const top = rise + srim * x;
        let share = top / (closing * x - top);
        if (top < xh * closing || closing <= 0) share = xh / (x - xh);
        else if (top > xt * closing) share = xt / (x - xt);
        value = above * Math.sqrt(share / x) * nuScale;
      }
      sample[w] = k;
      nu[w] = value;
      lineOfSight[w] = isClear ? 1 : 0;
      this.fitSmoothEarth(line, k, rxHorizon, w, last, out);
    }
  }

  /**
   * P.1812-7 eq. (85) to (89): first at heights that the true ones can't be below, and exactly only where that does not
   * rule the smooth Earth out. `rxHorizon`: the receiver's over terrain with clutter; 0 on a clear path.
   */
  private fitSmoothEarth(line: Line, k: number, rxHorizon: number, w: number, last: number, out: PathGeometries): void {
    const { earth } = this;
    const { first, heightM, footM, antennaM: hts, bareSteepest, bareHorizon } = line;
    const x = first + k - 1;
    const h = heightM[k];
    const hrs = h + this.rxHeightM;
    const d = x * line.stepKm;
    const v1 = line.v1[k] * x;
    const v2 = line.v2[k];
    const perX2 = 1 / (x * x);
    let txM = (v1 + v1 - v2) * perX2;
    let rxM = (v2 - v1) * perX2;
    let hte = hts - Math.min(txM, footM);
    let hre = hrs - Math.min(rxM, h);
    out.txEffectiveM[w] = Number.POSITIVE_INFINITY;
    out.rxEffectiveM[w] = Number.POSITIVE_INFINITY;
    if (earth.isClear(d, hte, hre)) return;
    const str = (hrs - hts) / x;
    const fromTx = bareSteepest[k] - str;
    if (fromTx > 0) {
      // the obstacle is at least as high as either horizon, and seen at least as steep from the receiver
      const xh = first + bareHorizon[k] - 1;
      const xt = first + rxHorizon - 1;
      const overAtTx = fromTx * xh;
      const overAtRx = heightM[rxHorizon] - hts - str * xt;
      const backAtTx = overAtTx / (x - xh);
      const backAtRx = overAtRx / (x - xt);
      const obstacleAtLeast = Math.max(overAtRx, overAtTx);
      const fromRxAtLeast = Math.max(backAtRx, backAtTx);
      const rxAtMost = rxM - (obstacleAtLeast * fromRxAtLeast) / (fromTx + fromRxAtLeast);
      if (!earth.mayAdd(d, hte, hrs - Math.min(rxAtMost, h))) return;
      const bare = this.bareOf(line, last);
      const obstacle = bare.highest(k, hts, str, obstacleAtLeast);
      const t = bare.tangent(k, x, hrs, hts, bareSteepest[k]);
      const fromRx = (heightM[t] - hrs) / (x - (first + t - 1)) + str;
      txM -= (obstacle * fromTx) / (fromTx + fromRx);
      rxM -= (obstacle * fromRx) / (fromTx + fromRx);
      hte = hts - Math.min(txM, footM);
      hre = hrs - Math.min(rxM, h);
    }
    if (!earth.mayAdd(d, hte, hre)) return;
    out.txEffectiveM[w] = hte;
    out.rxEffectiveM[w] = hre;
  }

  private bareOf({ first, heightM }: Line, last: number): Skyline {
    const { bare } = this;
    if (this.bareTo === 0) {
      for (let k = 1; k <= last; k++) bare.y[k] = heightM[k];
      bare.bound(first, last);
      this.bareTo = last;
    }
    return bare;
  }
}
