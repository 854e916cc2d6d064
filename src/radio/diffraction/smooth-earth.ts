import type { PathProfile } from '../profile.ts';

/** Heights of the smooth Earth fitted to a profile, metres above sea level, at either end. */
export interface SmoothEarth {
  /** Least-squares surface, P.1812-7 eq. (85) and (86). */
  txFitM: number;
  rxFitM: number;
  /** Lowered where obstacles stand above the ray and never above the ground, eq. (89): what diffraction uses. */
  txM: number;
  rxM: number;
}

/**
 * Smooth-Earth surface of the bare terrain of a profile, ITU-R P.526-15 §4.5.3, P.1812-7 attachment 1 §5.6.1 and §5.6.2.
 *
 * @param hts transmitting antenna, metres above sea level
 * @param hrs receiving antenna, metres above sea level
 */
export const smoothEarth = ({ distanceKm, heightM }: PathProfile, hts: number, hrs: number): SmoothEarth => {
  const n = distanceKm.length;
  const d = distanceKm[n - 1];

  let v1 = 0;
  let v2 = 0;
  let highest = Number.NEGATIVE_INFINITY;
  let txSlope = Number.NEGATIVE_INFINITY;
  let rxSlope = Number.NEGATIVE_INFINITY;
  let da = distanceKm[0];
  let ha = heightM[0];
  for (let i = 1; i < n; i++) {
    const db = distanceKm[i];
    const hb = heightM[i];
    const step = db - da;
    v1 += step * (hb + ha);
    v2 += step * (hb * (2 * db + da) + ha * (db + 2 * da));
    if (i < n - 1) {
      const over = hb - (hts * (d - db) + hrs * db) / d;
      if (over > highest) highest = over;
      const fromTx = over / db;
      if (fromTx > txSlope) txSlope = fromTx;
      const fromRx = over / (d - db);
      if (fromRx > rxSlope) rxSlope = fromRx;
    }
    da = db;
    ha = hb;
  }

  const txFitM = (2 * v1 * d - v2) / (d * d);
  const rxFitM = (v2 - v1 * d) / (d * d);
  let txM = txFitM;
  let rxM = rxFitM;
  if (highest > 0) {
    txM -= (highest * txSlope) / (txSlope + rxSlope);
    rxM -= (highest * rxSlope) / (txSlope + rxSlope);
  }
  return { txFitM, rxFitM, txM: Math.min(txM, heightM[0]), rxM: Math.min(rxM, heightM[n - 1]) };
};
