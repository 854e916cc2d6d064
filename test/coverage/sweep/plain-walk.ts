import type { Line } from '../../../src/coverage/sweep/line.ts';
import type { PathProfile } from '../../../src/radio/profile.ts';

/** The profile from the mast to a sample of a gathered line, as the path model takes it: both ends bare. */
export const profileTo = (line: Line, k: number): PathProfile => {
  const distanceKm = new Float64Array(k + 1);
  const clutterM = new Float64Array(k + 1);
  for (let i = 1; i <= k; i++) {
    distanceKm[i] = (line.first + i - 1) * line.stepKm;
    if (i < k) clutterM[i] = line.clutterM[i];
  }
  return { distanceKm, heightM: line.heightM.slice(0, k + 1), clutterM, unknownShare: 0 };
};
