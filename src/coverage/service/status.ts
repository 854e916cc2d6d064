import { normalCdf } from '../../radio/location-variability.ts';
import type { Certainty, ServiceStatus } from './service-types.ts';

/** NaN, where nothing is heard, is below every threshold. */
export const isServed = (rsrpDbm: number, thresholdDbm: number): boolean => rsrpDbm >= thresholdDbm;

/** No signal: the centre is not reached. Signal hole: the centre is, some cluster is not. */
export const statusOf = (
  centreRsrpDbm: number,
  clusterRsrpDbm: readonly number[],
  thresholdDbm: number,
): ServiceStatus => {
  if (!isServed(centreRsrpDbm, thresholdDbm)) return 'none';
  return clusterRsrpDbm.every((rsrp) => isServed(rsrp, thresholdDbm)) ? 'served' : 'hole';
};

/**
 * How sure a verdict is. `marginDb` is RSRP at the planner's location percentage minus the threshold, `sigmaDb` the
 * standard deviation of location variability. The chance that the margin keeps its sign over locations:
 * at least 95 % is certain, at least 75 % likely. Where nothing is heard (NaN) the verdict is certain.
 */
export const certaintyOf = (marginDb: number, sigmaDb: number): Certainty => {
  if (Number.isNaN(marginDb)) return 'certain';
  const chance = normalCdf(Math.abs(marginDb) / sigmaDb);
  if (chance >= 0.95) return 'certain';
  return chance >= 0.75 ? 'likely' : 'doubtful';
};
