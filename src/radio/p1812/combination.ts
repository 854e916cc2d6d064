/** F_j: 1 for a straight path, 0 for one bent far round the Earth. ITU-R P.1812-7 eq. (57). */
export const angularFactor = (angularDistanceMrad: number): number =>
  1 - 0.5 * (1 + Math.tanh((3 * 0.8 * (angularDistanceMrad - 0.3)) / 0.3));

/** F_k: 1 for a short path, 0 for a long one, one half at 20 km. ITU-R P.1812-7 eq. (58). */
export const distanceFactor = (distanceKm: number): number =>
  1 - 0.5 * (1 + Math.tanh((3 * 0.5 * (distanceKm - 20)) / 20));

/** L_minbap: what ducting and line of sight leave at least. ITU-R P.1812-7 eq. (60), dB. */
export const enhancedMinimumDb = (ductingDb: number, lineOfSightDb: number): number => {
  // ln(exp a + exp b), kept from overflowing
  const high = Math.max(ductingDb, lineOfSightDb);
  const low = Math.min(ductingDb, lineOfSightDb);
  return high + 2.5 * Math.log1p(Math.exp((low - high) / 2.5));
};

/** Power sum of two ways for the signal to arrive, both fading on their own. ITU-R P.1812-7 eq. (63), dB. */
export const combinedLossDb = (oneDb: number, otherDb: number): number =>
  -5 * Math.log10(10 ** (-0.2 * oneDb) + 10 ** (-0.2 * otherDb));
