import type { Measurement } from '../model/measurement.ts';
import type { LandCoverClass } from '../model/raster.ts';

/** A measured level beside the predicted one; both in dBm, the prediction at the median of locations. */
export interface MeasuredPair {
  measurement: Measurement;
  predictedDbm: number;
  landCover: LandCoverClass;
}

/** Measured less predicted. A positive bias: more was measured than the model gives. */
export interface ErrorStats {
  count: number;
  biasDb: number;
  rmseDb: number;
  /** Whether there are enough points to say so much. */
  isEnough: boolean;
}

/** Fewer points than this say little: of 30, with an error of 8 dB, the bias is known to about ± 3 dB (95 %). */
export const leastPoints = 30;

export const errorDb = ({ measurement, predictedDbm }: MeasuredPair): number => measurement.rsrpDbm - predictedDbm;

export const statsOf = (errors: readonly number[]): ErrorStats => {
  const count = errors.length;
  const mean = (of: (error: number) => number): number =>
    count > 0 ? errors.reduce((sum, error) => sum + of(error), 0) / count : Number.NaN;
  return {
    count,
    biasDb: mean((error) => error),
    rmseDb: Math.sqrt(mean((error) => error * error)),
    isEnough: count >= leastPoints,
  };
};
