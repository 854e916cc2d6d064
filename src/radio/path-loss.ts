import { medianEffectiveEarthRadiusKm } from './constants.ts';
import { type DeltaBullington, deltaBullington } from './diffraction/delta-bullington.ts';
import type { Polarisation } from './diffraction/spherical-earth.ts';
import { freeSpaceLossDb, slantDistanceKm } from './free-space.ts';
import type { PathProfile } from './profile.ts';

/** What a path's loss depends on besides its profile. */
export interface PathRadio {
  frequencyMHz: number;
  /** Antennas above the ground at their end. */
  txHeightM: number;
  rxHeightM: number;
  /** Vertical by default. */
  polarisation?: Polarisation;
  /** The median radius of 8,500 km by default; see `effectiveEarthRadiusKm` for another lapse rate. */
  effectiveEarthRadiusKm?: number;
  /** Share of the path over sea; 0 by default. */
  seaShare?: number;
}

/** Basic transmission loss exceeded half of the time at half of the locations. NaN where the terrain is unknown. */
export interface PathLoss {
  totalDb: number;
  freeSpaceDb: number;
  diffractionDb: number;
  /** Length of the straight ray, which free-space loss is taken along: it differs from the ground distance near a mast. */
  slantDistanceKm: number;
  diffraction: DeltaBullington;
}

/** Free-space loss along the straight ray plus delta-Bullington diffraction: P.1812-7 eq. (42). */
export const pathLoss = (profile: PathProfile, radio: PathRadio): PathLoss => {
  const { distanceKm, heightM } = profile;
  const last = distanceKm.length - 1;
  const diffraction = deltaBullington({
    profile,
    frequencyMHz: radio.frequencyMHz,
    txHeightM: radio.txHeightM,
    rxHeightM: radio.rxHeightM,
    polarisation: radio.polarisation ?? 'vertical',
    effectiveEarthRadiusKm: radio.effectiveEarthRadiusKm ?? medianEffectiveEarthRadiusKm,
    seaShare: radio.seaShare ?? 0,
  });
  const slantKm = slantDistanceKm(distanceKm[last], heightM[0] + radio.txHeightM, heightM[last] + radio.rxHeightM);
  const freeSpaceDb = freeSpaceLossDb(slantKm, radio.frequencyMHz);
  return {
    totalDb: freeSpaceDb + diffraction.lossDb,
    freeSpaceDb,
    diffractionDb: diffraction.lossDb,
    slantDistanceKm: slantKm,
    diffraction,
  };
};

/** Whether the straight ray between the antennas clears the profile over the median effective Earth. */
export const isClear = (
  { distanceKm, heightM, clutterM }: PathProfile,
  txHeightM: number,
  rxHeightM: number,
): boolean => {
  const last = distanceKm.length - 1;
  const d = distanceKm[last];
  const hts = heightM[0] + txHeightM;
  const hrs = heightM[last] + rxHeightM;
  for (let i = 1; i < last; i++) {
    const d1 = distanceKm[i];
    const raised = heightM[i] + clutterM[i] + (500 * d1 * (d - d1)) / medianEffectiveEarthRadiusKm;
    if (raised >= (hts * (d - d1) + hrs * d1) / d) return false;
  }
  return true;
};
