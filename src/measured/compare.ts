import { landCoverAt } from '../geo/sample.ts';
import type { Measurement } from '../model/measurement.ts';
import { type LandCoverClass, type LandCoverRaster, landCoverClasses } from '../model/raster.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { type ErrorStats, errorDb, type MeasuredPair, statsOf } from './errors.ts';

export interface MeasuredComparison {
  points: number;
  /** Points where the model hears nothing; in no figure. */
  noLevel: number;
  all: ErrorStats;
  byOperator: { operator: string; stats: ErrorStats }[];
  byLandCover: { landCover: LandCoverClass; stats: ErrorStats }[];
  /** Null where there is too little to fit and to hold out. */
  calibration: Calibration | null;
}

/** Measurements with what the model predicts there; NaN where it hears nothing. */
export const pairsOf = (
  measurements: readonly Measurement[],
  predictedDbm: readonly number[],
  landCover: LandCoverRaster,
): MeasuredPair[] =>
  measurements.map((measurement, i) => ({
    measurement,
    predictedDbm: predictedDbm[i],
    landCover: landCoverClasses[landCoverAt(landCover, ...measurement.position) as keyof typeof landCoverClasses],
  }));

const grouped = <K extends string>(pairs: readonly MeasuredPair[], key: (pair: MeasuredPair) => K): [K, number[]][] => {
  const groups = new Map<K, number[]>();
  for (const pair of pairs) {
    const group = groups.get(key(pair));
    if (group) group.push(errorDb(pair));
    else groups.set(key(pair), [errorDb(pair)]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** How far the model is off, by operator and by land cover, and what corrections by land cover would mend. */
export const compareMeasured = (pairs: readonly MeasuredPair[]): MeasuredComparison => {
  const withLevel = pairs.filter(({ predictedDbm }) => !Number.isNaN(predictedDbm));
  return {
    points: pairs.length,
    noLevel: pairs.length - withLevel.length,
    all: statsOf(withLevel.map(errorDb)),
    byOperator: grouped(withLevel, ({ measurement }) => measurement.operator).map(([operator, errors]) => ({
      operator,
      stats: statsOf(errors),
    })),
    byLandCover: grouped(withLevel, (pair) => pair.landCover).map(([landCover, errors]) => ({
      landCover,
      stats: statsOf(errors),
    })),
    calibration: calibrate(withLevel),
  };
};
