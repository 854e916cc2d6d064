/**
 * Basic transmission loss in free space, dB. ITU-R P.525-4 eq. (4), P.1812-7 eq. (8): the Recommendations round the
 * constant to 32.4 (MHz) and 92.4 (GHz); the unrounded 32.448 would give 0.05 dB more.
 *
 * @param distanceKm along the straight ray between the antennas
 */
export const freeSpaceLossDb = (distanceKm: number, frequencyMHz: number): number =>
  32.4 + 20 * Math.log10(frequencyMHz * distanceKm);

/** Length of the straight ray between the antennas, km. ITU-R P.1812-7 eq. (8a): both above the same datum, m. */
export const slantDistanceKm = (distanceKm: number, txAltitudeM: number, rxAltitudeM: number): number =>
  Math.hypot(distanceKm, (txAltitudeM - rxAltitudeM) / 1000);
