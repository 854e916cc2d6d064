/**
 * Inverse complementary cumulative normal distribution: the deviate that is exceeded with probability x.
 * ITU-R P.1812-7 attachment 2, eq. (96) and (97), within 0.00054; 0 < x < 1, clipped to [1e-6, 1 − 1e-6].
 */
export const inverseComplementaryNormal = (x: number): number => {
  if (x > 0.5) return -inverseComplementaryNormal(1 - x);
  const t = Math.sqrt(-2 * Math.log(Math.max(x, 1e-6)));
  const numerator = (0.010328 * t + 0.802853) * t + 2.515516698;
  const denominator = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1;
  return t - numerator / denominator;
};

/** Cumulative normal distribution, within 7.5e-8. Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
export const normalCdf = (x: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upperTail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return x < 0 ? upperTail : 1 - upperTail;
};

/** Side of the square a verdict about a place stands for: a group of homes. */
const defaultResolutionM = 100;

/**
 * Standard deviation in dB of the median loss over the places inside a square, ITU-R P.1812-7 §4.8 eq. (66).
 *
 * @param resolutionM side of the square, m, below 1 km; 100 by default, a group of homes
 * @param heightAboveClutterM receiver above the representative clutter around it; 10 m above it places no longer differ
 */
export const locationSigmaDb = (
  frequencyMHz: number,
  resolutionM = defaultResolutionM,
  heightAboveClutterM = 0,
): number => {
  const heightFactor = Math.min(1, Math.max(0, 1 - heightAboveClutterM / 10));
  return (0.52 + 0.024e-3 * frequencyMHz) * resolutionM ** 0.28 * heightFactor;
};

/**
 * What the median loss grows by to hold at a share of locations, dB. ITU-R P.1812-7 §4.8 eq. (67).
 *
 * @param percent share of locations that shall be reached, 1 to 99; 50 gives 0
 * @throws RangeError outside 1 to 99, where the Recommendation ends.
 */
export const locationCorrectionDb = (
  percent: number,
  frequencyMHz: number,
  resolutionM = defaultResolutionM,
  heightAboveClutterM = 0,
): number => {
  if (!(percent >= 1 && percent <= 99)) throw new RangeError(`percent must lie in 1 to 99, not ${percent}`);
  // exactly nothing at the median, where the approximation of I is 2e-8
  if (percent === 50) return 0;
  return -inverseComplementaryNormal(percent / 100) * locationSigmaDb(frequencyMHz, resolutionM, heightAboveClutterM);
};
