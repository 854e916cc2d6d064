/** Steps of a table that differ by more than this share of their mean are not equal. */
export const unevenShare = 0.05;
/** Micrometres: no table is made from steps told more closely. */
const mostDecimals = 6;

/** Half of the last digit a number is written with. */
const halfDigit = (value: number): number => {
  const [digits, exponent = '0'] = String(value).split('e');
  return 0.5 * 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
};

/** The first point of a profile that does not lie where equal steps would have it; −1 where all do. */
export const firstUneven = (distanceKm: Float64Array): number => {
  const last = distanceKm.length - 1;
  const step = distanceKm[last] / last;
  return distanceKm.findIndex((d, i) => Math.abs(d - i * step) > unevenShare * step);
};

/**
 * The step of a profile whose distances were written with some digits, m: the roundest that gives them all back, or else their
 * mean. The Irregular Terrain Model looks at whole steps, and at the edge of one the last bits of a step can move a loss
 * by a tenth of a decibel.
 */
export const writtenStepM = (distanceKm: Float64Array): number => {
  const last = distanceKm.length - 1;
  const mean = (1000 * distanceKm[last]) / last;
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const step = Number(mean.toFixed(decimals));
    // a hair more than half a digit: products are rounded, too
    if (distanceKm.every((d, i) => Math.abs(1000 * d - i * step) <= 1000 * halfDigit(d) * 1.0001)) return step;
  }
  return mean;
};
