/** Mean radius of the Earth that the P-series Recommendations use, km. */
export const earthRadiusKm = 6371;

/** The median effective Earth radius of the ITU's worked examples and this product's default, km (k about 4/3). */
export const medianEffectiveEarthRadiusKm = 8500;

/** ΔN of that median radius, N-units/km. */
export const medianDeltaN = 157 * (1 - earthRadiusKm / medianEffectiveEarthRadiusKm);

/**
 * Effective Earth radius exceeded half of the time, km. ITU-R P.1812-7 eq. (6) and (7a).
 *
 * @param deltaN average refractivity lapse rate over the lowest kilometre, N-units/km, positive (30 to 70 as a rule)
 */
export const effectiveEarthRadiusKm = (deltaN: number): number => (earthRadiusKm * 157) / (157 - deltaN);

/** Speed of light as ITU-R P.1812 and P.2001 round it, m/s: 1e-4 dB from what the exact constant gives. */
const speedOfLight = 2.998e8;

/** Wavelength, m. */
export const wavelengthM = (frequencyMHz: number): number => speedOfLight / (frequencyMHz * 1e6);
