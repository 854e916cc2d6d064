import type { Relief } from './ground.ts';

/** A commune's heights by quantile, m: least, 10 %, half, 90 %, greatest, and their mean. */
export interface ReliefTarget {
  minM: number;
  p10M: number;
  medianM: number;
  p90M: number;
  maxM: number;
  meanM: number;
}

export const quantiles = [0, 0.1, 0.5, 0.9, 1] as const;

/** The measured figures as a target; null where none were measured. */
export const targetOf = ({ minM, p10M, medianM, p90M, maxM, meanM }: Relief): ReliefTarget | null =>
  minM === null || p10M === null || medianM === null || p90M === null || maxM === null || meanM === null
    ? null
    : { minM, p10M, medianM, p90M, maxM, meanM };

/**
 * How strongly the curve bends between the median and the 90th percentile so that its mean is the target's:
 * height = median + (p90 − median)·t^bend.
 */
const bendFor = (t: ReliefTarget): number => {
  const straight = 0.05 * (t.minM + t.p10M) + 0.2 * (t.p10M + t.medianM) + 0.05 * (t.p90M + t.maxM);
  const rise = t.p90M - t.medianM;
  if (rise <= 0) return 1;
  // mean of the bent part is median + rise / (bend + 1)
  const wanted = (t.meanM - straight) / 0.4 - t.medianM;
  const bend = rise / wanted - 1;
  return Math.min(4, Math.max(0.3, Number.isFinite(bend) && wanted > 0 ? bend : 4));
};

/** Height in metres at a quantile 0..1, monotone, through all five figures and with the mean of the target. */
export const reliefCurve = (target: ReliefTarget): ((q: number) => number) => {
  const bend = bendFor(target);
  const { minM, p10M, medianM, p90M, maxM } = target;
  return (q) => {
    if (q <= 0.1) return minM + (p10M - minM) * (Math.max(0, q) / 0.1);
    if (q <= 0.5) return p10M + (medianM - p10M) * ((q - 0.1) / 0.4);
    if (q <= 0.9) return medianM + (p90M - medianM) * ((q - 0.5) / 0.4) ** bend;
    return p90M + (maxM - p90M) * ((Math.min(1, q) - 0.9) / 0.1);
  };
};
