import { wavelengthM } from '../constants.ts';
import type { PathProfile } from '../profile.ts';
import { bullington } from './bullington.ts';
import { smoothEarth } from './smooth-earth.ts';
import { type Polarisation, sphericalEarthLossDb } from './spherical-earth.ts';

export interface DeltaBullingtonInput {
  profile: PathProfile;
  frequencyMHz: number;
  /** Antennas above the ground at their end. */
  txHeightM: number;
  rxHeightM: number;
  polarisation: Polarisation;
  effectiveEarthRadiusKm: number;
  /** Share of the path over sea, 0..1. */
  seaShare: number;
  /** For worked examples that take another speed of light; from the frequency when absent. */
  wavelengthM?: number;
}

/** Diffraction loss of a path and what it is made of. */
export interface DeltaBullington {
  /** Ld: the actual profile's Bullington loss plus what a smooth Earth adds to its own Bullington loss. */
  lossDb: number;
  bullingtonActualDb: number;
  bullingtonSmoothDb: number;
  sphericalDb: number;
  /** Antennas above the smooth Earth of the profile (h_tesph, h_resph of eq. 37). */
  txEffectiveHeightM: number;
  rxEffectiveHeightM: number;
  /** Whether the straight ray between the antennas clears every point of the profile with its clutter. */
  lineOfSight: boolean;
  /** Diffraction parameter of the equivalent edge; of the worst point on a clear path. */
  nu: number;
  /** Where the equivalent edge stands; on a clear path the worst point. */
  edgeDistanceKm: number;
  /** Points of the profile that are the ends' horizons; on a clear path both are the worst point. */
  txHorizon: number;
  rxHorizon: number;
}

/**
 * The complete delta-Bullington diffraction method, ITU-R P.526-15 §4.5.4, P.1812-7 §4.3.4 eq. (37) to (39).
 * NaN throughout where the profile's terrain is unknown.
 *
 * @throws RangeError when the frequency, the radius or the path's length is not positive.
 */
export const deltaBullington = (input: DeltaBullingtonInput): DeltaBullington => {
  const { profile, frequencyMHz, polarisation, effectiveEarthRadiusKm: ae, seaShare } = input;
  const n = profile.distanceKm.length;
  const d = profile.distanceKm[n - 1];
  if (!(frequencyMHz > 0)) throw new RangeError(`frequencyMHz must be positive, not ${frequencyMHz}`);
  if (!(ae > 0)) throw new RangeError(`effectiveEarthRadiusKm must be positive, not ${ae}`);
  if (n < 3 || !(d > 0)) throw new RangeError(`a profile needs 3 points and a length; this has ${n} and ${d} km`);

  const lambda = input.wavelengthM ?? wavelengthM(frequencyMHz);
  const hts = profile.heightM[0] + input.txHeightM;
  const hrs = profile.heightM[n - 1] + input.rxHeightM;

  const actual = bullington(profile, 1, hts, hrs, ae, lambda);
  const surface = smoothEarth(profile, hts, hrs);
  const hte = hts - surface.txM;
  const hre = hrs - surface.rxM;
  const smooth = bullington(profile, 0, hte, hre, ae, lambda);
  const sphericalDb = sphericalEarthLossDb(d, hte, hre, ae, frequencyMHz, lambda, polarisation, seaShare);

  return {
    lossDb: actual.lossDb + Math.max(sphericalDb - smooth.lossDb, 0),
    bullingtonActualDb: actual.lossDb,
    bullingtonSmoothDb: smooth.lossDb,
    sphericalDb,
    txEffectiveHeightM: hte,
    rxEffectiveHeightM: hre,
    lineOfSight: actual.lineOfSight,
    nu: actual.nu,
    edgeDistanceKm: actual.edgeDistanceKm,
    txHorizon: actual.txHorizon,
    rxHorizon: actual.rxHorizon,
  };
};
