import { wavelengthM } from '../constants.ts';
import type { PathPoints } from '../profile.ts';
import { withBlend } from './bullington.ts';
import { knifeEdgeLossDb } from './knife-edge.ts';

/** Steps from a point looked at to the next, counted back from the receiver: as they get farther, so do the points. */
const stepFrom = (k: number): number => (k < 4 ? 1 : Math.min(32, k >> 1));

/** How a path is blocked as far as some of its points show. */
export interface Obstruction {
  lengthKm: number;
  /** d·a·b, km·(m/km)²: the path's length, and how much steeper than the straight ray its ends' horizons are at least; 0 where the ray may be clear. */
  steepness: number;
}

/**
 * Looks at some points of a path. Whatever the others hide, its horizons are at least as steep.
 *
 * @param txHeightM antenna above the ground at its end, `rxHeightM` the receiver's
 * @param effectiveEarthRadiusKm as for the loss
 */
export const obstructionOf = (
  points: PathPoints,
  txHeightM: number,
  rxHeightM: number,
  effectiveEarthRadiusKm: number,
): Obstruction => {
  const { count, lengthKm } = points;
  points.look(0);
  const hts = points.heightM + txHeightM;
  points.look(count - 1);
  const hrs = points.heightM + rxHeightM;
  const bulge = 500 / effectiveEarthRadiusKm;
  const rise = (hrs - hts) / lengthKm;
  let fromTx = 0;
  let fromRx = 0;
  for (let k = 1; k < count - 1; k += stepFrom(k)) {
    points.look(count - 1 - k);
    const d = points.distanceKm;
    const e = lengthKm - d;
    const over = points.heightM + points.clutterM + bulge * d * e - hts - rise * d;
    // unknown ground hides nothing
    if (!(over > 0)) continue;
    fromTx = Math.max(fromTx, over / d);
    fromRx = Math.max(fromRx, over / e);
  }
  return { lengthKm, steepness: lengthKm * fromTx * fromRx };
};

/**
 * A loss that delta-Bullington's is not below, but for rounding: two horizons a and b steeper than the straight ray meet where
 * ν = √(0.002·d·a·b/λ), which steeper ones only raise (P.1812-7 eq. (18) to (21)), and the smooth Earth only adds to it.
 */
export const diffractionLowerBoundDb = ({ lengthKm, steepness }: Obstruction, frequencyMHz: number): number => {
  if (steepness === 0) return 0;
  const nu = Math.sqrt((0.002 * steepness) / wavelengthM(frequencyMHz));
  return withBlend(knifeEdgeLossDb(nu), lengthKm);
};
