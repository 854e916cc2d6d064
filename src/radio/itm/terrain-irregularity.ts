import type { EvenProfile } from './itm-input.ts';
import { linearFit } from './linear-fit.ts';

/** Distance over which the terrain shows its whole irregularity, m. */
const asymptoticM = 50e3;

/** Δh(d) in m: what of the irregularity Δh a path of that length meets. ERL 79-ITS 67 eq. (3). */
export const irregularityAtM = (irregularityM: number, distanceM: number): number =>
  irregularityM * (1 - 0.8 * Math.exp(-distanceM / asymptoticM));

/** σ_h in m: deviation of the terrain within the first Fresnel zone, from Δh(d). ERL 79-ITS 67 eq. (3.6a). */
export const heightDeviationM = (irregularityAtDistanceM: number): number =>
  0.78 * irregularityAtDistanceM * Math.exp(-0.5 * irregularityAtDistanceM ** 0.25);

/** Heights at `count` points evenly spread between two indexes of a profile, which need not be whole. */
const resample = (heightM: Float64Array, from: number, to: number, count: number): Float64Array => {
  const last = heightM.length - 1;
  const step = (to - from) / (count - 1);
  const found = new Float64Array(count);
  // `beyond` is how far the point lies past the second of the two heights it lies between
  let left = Math.floor(from);
  let beyond = from - (left + 1);
  for (let i = 0; i < count; i++) {
    while (beyond > 0 && left + 1 < last) {
      beyond--;
      left++;
    }
    const right = heightM[left + 1];
    found[i] = right + (right - heightM[left]) * beyond;
    beyond += step;
  }
  return found;
};

/**
 * Δh in m: the range between the deciles of a stretch's heights around its line of least squares, as an endless path over
 * such terrain would have it. 0 where the stretch has less than two steps. The Algorithm, section 3, for a profile.
 */
export const terrainIrregularityM = ({ stepM, heightM }: EvenProfile, fromM: number, toM: number): number => {
  const from = fromM / stepM;
  const to = toM / stepM;
  if (to - from < 2) return 0;
  const tenth = Math.min(Math.max(4, Math.floor(0.1 * (to - from + 8))), 25);
  const count = 10 * tenth - 5;
  const sampled = resample(heightM, from, to, count);
  const [first, last] = linearFit(sampled, 0, count - 1);
  const slope = (last - first) / (count - 1);
  for (let i = 0; i < count; i++) sampled[i] -= first + slope * i;
  sampled.sort();
  const decileRangeM = sampled[count - tenth] - sampled[tenth - 1];
  return decileRangeM / (1 - 0.8 * Math.exp(-(toM - fromM) / asymptoticM));
};
