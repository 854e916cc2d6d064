import type { PathProfile } from '../profile.ts';
import { knifeEdgeLossDb } from './knife-edge.ts';

/** The one knife edge that stands for a whole profile. */
export interface Bullington {
  lossDb: number;
  /** Whether the straight ray between the antennas clears every point of the profile. */
  lineOfSight: boolean;
  /** Diffraction parameter of the equivalent edge; of the worst point on a clear path. */
  nu: number;
  /** Where the equivalent edge stands; on a clear path the worst point. */
  edgeDistanceKm: number;
  /** Point of the profile that is the transmitter's horizon; on a clear path the worst point. */
  txHorizon: number;
  /** Point of the profile that is the receiver's horizon; on a clear path the worst point. */
  rxHorizon: number;
}

/** Bullington loss from the equivalent edge's own, ITU-R P.526-15 §4.5.1, P.1812-7 eq. (21). */
export const withBlend = (edgeLossDb: number, lengthKm: number): number =>
  edgeLossDb + (1 - Math.exp(-edgeLossDb / 6)) * (10 + 0.02 * lengthKm);

/**
 * Bullington's construction on a profile, ITU-R P.526-15 §4.5.1, P.1812-7 §4.3.1 eq. (13) to (20).
 *
 * @param surfaceScale 1 for the profile as it is, 0 for a smooth one: the same points at height zero (P.1812-7 §4.3.4)
 * @param hts transmitting antenna, metres above the profile's datum
 * @param hrs receiving antenna, metres above the profile's datum
 * @param ae effective Earth radius, km
 * @param lambda wavelength, m
 */
export const bullington = (
  { distanceKm, heightM, clutterM }: PathProfile,
  surfaceScale: 0 | 1,
  hts: number,
  hrs: number,
  ae: number,
  lambda: number,
): Bullington => {
  const n = distanceKm.length;
  const d = distanceKm[n - 1];
  const bulge = 500 / ae;

  // steepest line from the transmitter to a point
  let stim = Number.NEGATIVE_INFINITY;
  let txHorizon = 1;
  for (let i = 1; i < n - 1; i++) {
    const di = distanceKm[i];
    const g = surfaceScale * (heightM[i] + clutterM[i]) + bulge * di * (d - di);
    const slope = (g - hts) / di;
    if (slope > stim) {
      stim = slope;
      txHorizon = i;
    }
  }
  const str = (hrs - hts) / d;

  if (stim < str) {
    // clear: the point that comes nearest in units of the Fresnel zone
    let nu = Number.NEGATIVE_INFINITY;
    let worst = 1;
    for (let i = 1; i < n - 1; i++) {
      const di = distanceKm[i];
      const ei = d - di;
      const over = surfaceScale * (heightM[i] + clutterM[i]) + bulge * di * ei - (hts * ei + hrs * di) / d;
      const v = over * Math.sqrt((0.002 * d) / (lambda * di * ei));
      if (v > nu) {
        nu = v;
        worst = i;
      }
    }
    return {
      lossDb: withBlend(knifeEdgeLossDb(nu), d),
      lineOfSight: true,
      nu,
      edgeDistanceKm: distanceKm[worst],
      txHorizon: worst,
      rxHorizon: worst,
    };
  }

  // blocked: the edge stands where the two horizon lines meet
  let srim = Number.NEGATIVE_INFINITY;
  let rxHorizon = 1;
  for (let i = 1; i < n - 1; i++) {
    const di = distanceKm[i];
    const ei = d - di;
    const g = surfaceScale * (heightM[i] + clutterM[i]) + bulge * di * ei;
    const slope = (g - hrs) / ei;
    if (slope > srim) {
      srim = slope;
      rxHorizon = i;
    }
  }
  // they meet between the horizons; a ray that just grazes has two parallel lines and no such point
  const closing = stim + srim;
  const db =
    closing > 0
      ? Math.min(Math.max((hrs - hts + srim * d) / closing, distanceKm[txHorizon]), distanceKm[rxHorizon])
      : distanceKm[txHorizon];
  const nu = (hts + stim * db - (hts * (d - db) + hrs * db) / d) * Math.sqrt((0.002 * d) / (lambda * db * (d - db)));
  return {
    lossDb: withBlend(knifeEdgeLossDb(nu), d),
    lineOfSight: false,
    nu,
    edgeDistanceKm: db,
    txHorizon,
    rxHorizon,
  };
};
