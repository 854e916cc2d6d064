import { medianEffectiveEarthRadiusKm, wavelengthM } from '../../radio/constants.ts';
import type { PathProfile } from '../../radio/profile.ts';

/** Share of the first Fresnel zone that has to be free: then the ground takes nothing of the signal. */
const freeShare = 0.6;

/**
 * Whether 60 % of the first Fresnel zone between two antennas is clear of the profile, over the median effective Earth where
 * no other is given. Null where part of the terrain is not known.
 */
export const isInSight = (
  { distanceKm, heightM, clutterM, unknownShare }: PathProfile,
  txHeightM: number,
  rxHeightM: number,
  frequencyMHz: number,
  effectiveEarthRadiusKm = medianEffectiveEarthRadiusKm,
): boolean | null => {
  if (unknownShare > 0) return null;
  const last = distanceKm.length - 1;
  const d = distanceKm[last];
  const hts = heightM[0] + txHeightM;
  const hrs = heightM[last] + rxHeightM;
  const lambda = wavelengthM(frequencyMHz);
  for (let i = 1; i < last; i++) {
    const d1 = distanceKm[i];
    const d2 = d - d1;
    const raisedM = heightM[i] + clutterM[i] + (500 * d1 * d2) / effectiveEarthRadiusKm;
    const rayM = (hts * d2 + hrs * d1) / d;
    // radius of the first Fresnel zone, ITU-R P.526-15 eq. (2) with n = 1
    if (rayM - raisedM < freeShare * Math.sqrt((1000 * lambda * d1 * d2) / d)) return false;
  }
  return true;
};
