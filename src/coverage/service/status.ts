import { normalCdf } from '../../radio/location-variability.ts';
import type { Certainty, ServiceStatus } from './service-types.ts';

/** NaN, where nothing is received, is below every threshold. */
export const isServed = (levelDbm: number, thresholdDbm: number): boolean => levelDbm >= thresholdDbm;

/** No signal: the centre is not reached. Signal hole: the centre is, some cluster is not. */
export const statusOf = (
  centreLevelDbm: number,
  clusterLevelDbm: readonly number[],
  thresholdDbm: number,
): ServiceStatus => {
  if (!isServed(centreLevelDbm, thresholdDbm)) return 'none';
  return clusterLevelDbm.every((levelTenthsDbm) => isServed(levelTenthsDbm, thresholdDbm)) ? 'served' : 'partial';
};

/**
 * How sure a verdict is. `marginDb` is RSRP at the planner's location percentage minus the threshold, `sigmaDb` the
 * standard deviation of location variability. The chance that the margin keeps its sign over locations:
 * at least 95 % is certain, at least 75 % likely. Where nothing is received (NaN) the verdict is certain.
 */
export const certaintyOf = (marginDb: number, sigmaDb: number): Certainty => {
  if (Number.isNaN(marginDb)) return 'certain';
  const chance = normalCdf(Math.abs(marginDb) / sigmaDb);
  if (chance >= 0.95) return 'certain';
  return chance >= 0.75 ? 'likely' : 'doubtful';
};
