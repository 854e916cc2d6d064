/**
 * Basic transmission loss by troposcatter not exceeded for p % of time, dB. ITU-R P.1812-7 §4.4 eq. (44), (45).
 *
 * @param angularDistanceMrad θ
 * @param refractivityN0 sea-level surface refractivity at the path's centre, N-units
 * @param timePercent p, at most 50
 */
export const troposcatterLossDb = (
  distanceKm: number,
  frequencyGHz: number,
  angularDistanceMrad: number,
  refractivityN0: number,
  timePercent: number,
): number =>
  190.1 +
  25 * Math.log10(frequencyGHz) -
  2.5 * Math.log10(frequencyGHz / 2) ** 2 +
  20 * Math.log10(distanceKm) +
  0.573 * angularDistanceMrad -
  0.15 * refractivityN0 -
  10.125 * Math.log10(50 / timePercent) ** 0.7;
