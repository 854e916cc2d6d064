import { wavelengthM } from '../constants.ts';
import type { SmoothEarth } from '../diffraction/smooth-earth.ts';
import type { PathProfile } from '../profile.ts';

/** Horizons and effective heights of a path over bare terrain, for the terms that are not diffraction. */
export interface PathGeometry {
  transhorizon: boolean;
  /** d_lt, d_lr: from each end to its horizon; to the worst point of a clear path. */
  txHorizonKm: number;
  rxHorizonKm: number;
  /** θ_t, θ_r: elevation of the horizon (of the other antenna on a clear path), mrad. */
  txElevationMrad: number;
  rxElevationMrad: number;
  /** θ: angle between the two rays, mrad. */
  angularDistanceMrad: number;
  /** h_st, h_sr of eq. (90): the fitted surface, never above the ground. */
  txSurfaceM: number;
  rxSurfaceM: number;
  /** h_te, h_re: antennas above that surface. */
  txEffectiveHeightM: number;
  rxEffectiveHeightM: number;
  /** h_m: how far terrain between the horizons rises above that surface. */
  roughnessM: number;
}

/** Elevation of a point seen from an antenna over a curved Earth, ITU-R P.1812-7 attachment 1 eq. (77), mrad. */
const elevationMrad = (overM: number, distanceKm: number, ae: number): number =>
  1000 * Math.atan(overM / (1000 * distanceKm) - distanceKm / (2 * ae));

/**
 * ITU-R P.1812-7 attachment 1 §4 and §5, eq. (76) to (93).
 *
 * @param surface fitted to the same profile
 * @param hts transmitting antenna, metres above sea level
 * @param hrs receiving antenna, metres above sea level
 * @param ae median effective Earth radius, km
 */
export const pathGeometry = (
  { distanceKm, heightM }: PathProfile,
  surface: SmoothEarth,
  hts: number,
  hrs: number,
  ae: number,
  frequencyMHz: number,
): PathGeometry => {
  const n = distanceKm.length;
  const d = distanceKm[n - 1];

  let steepest = Number.NEGATIVE_INFINITY;
  let lt = 1;
  for (let i = 1; i < n - 1; i++) {
    const elevation = elevationMrad(heightM[i] - hts, distanceKm[i], ae);
    if (elevation > steepest) {
      steepest = elevation;
      lt = i;
    }
  }
  const direct = elevationMrad(hrs - hts, d, ae);
  const transhorizon = steepest > direct;
  const txElevationMrad = Math.max(steepest, direct);

  let rxElevationMrad: number;
  let lr = lt;
  if (transhorizon) {
    rxElevationMrad = Number.NEGATIVE_INFINITY;
    for (let i = 1; i < n - 1; i++) {
      const elevation = elevationMrad(heightM[i] - hrs, d - distanceKm[i], ae);
      // of equal ones the nearest to the receiver is its horizon
      if (elevation >= rxElevationMrad) {
        rxElevationMrad = elevation;
        lr = i;
      }
    }
  } else {
    rxElevationMrad = elevationMrad(hts - hrs, d, ae);
    const fresnel = 0.002 / wavelengthM(frequencyMHz);
    let worst = Number.NEGATIVE_INFINITY;
    for (let i = 1; i < n - 1; i++) {
      const di = distanceKm[i];
      const ei = d - di;
      const over = heightM[i] + (500 * di * ei) / ae - (hts * ei + hrs * di) / d;
      const nu = over * Math.sqrt((fresnel * d) / (di * ei));
      if (nu >= worst) {
        worst = nu;
        lt = i;
      }
    }
    lr = lt;
  }

  const txSurfaceM = Math.min(surface.txFitM, heightM[0]);
  const rxSurfaceM = Math.min(surface.rxFitM, heightM[n - 1]);
  const slope = (rxSurfaceM - txSurfaceM) / d;
  let roughnessM = Number.NEGATIVE_INFINITY;
  for (let i = lt; i <= lr; i++) {
    roughnessM = Math.max(roughnessM, heightM[i] - (txSurfaceM + slope * distanceKm[i]));
  }

  return {
    transhorizon,
    txHorizonKm: distanceKm[lt],
    rxHorizonKm: d - distanceKm[lr],
    txElevationMrad,
    rxElevationMrad,
    angularDistanceMrad: (1000 * d) / ae + txElevationMrad + rxElevationMrad,
    txSurfaceM,
    rxSurfaceM,
    txEffectiveHeightM: hts - txSurfaceM,
    rxEffectiveHeightM: hrs - rxSurfaceM,
    roughnessM,
  };
};
