/** Ends nearer than a metre are taken to be a metre apart, dB of a kilometre. */
export const nearestDb = -60;

/** What the straight line between two ends is longer than the ground below it, as a level, dB. */
export const slantDb = (riseM: number, distanceKm: number): number => {
  const r = riseM / (1000 * distanceKm);
  const r2 = r * r;
  // near level the logarithm is a short series
  return r2 < 0.01 ? 4.342944819 * r2 * (1 - r2 * (1 / 2 - r2 * (1 / 3 - r2 / 4))) : 10 * Math.log10(1 + r2);
};
