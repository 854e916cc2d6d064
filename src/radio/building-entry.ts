import { inverseComplementaryNormal } from './location-variability.ts';

/** How a building keeps radio out: by its walls alone, or by metallised glass and foil as well. */
export type BuildingType = 'traditional' | 'thermally-efficient';

/** Coefficients r, s, t, u, v, w, x, y, z of ITU-R P.2109-2 annex 1 table 1. */
const coefficients: Readonly<Record<BuildingType, readonly number[]>> = {
  traditional: [12.64, 3.72, 0.96, 9.6, 2.0, 9.1, -3.0, 4.5, -2.0],
  'thermally-efficient': [28.19, -3.0, 8.48, 13.5, 3.8, 27.8, -2.9, 9.4, -2.1],
};

/** What is left of the loss beside a window, dB: C of eq. (1). */
const leastDb = -3;

/** dB an degree of elevation, eq. (3). */
const dbPerDegree = 0.212;

/**
 * Building entry loss in dB that a share of places indoors does not exceed, ITU-R P.2109-2 annex 1 eq. (1) to (9).
 *
 * @param frequencyMHz 80 MHz to 100 GHz
 * @param percent of places, above 0 and below 100
 * @param elevationDeg of the path at the façade
 * @throws RangeError outside these
 */
export const buildingEntryLossDb = (
  frequencyMHz: number,
  percent: number,
  building: BuildingType = 'traditional',
  elevationDeg = 0,
): number => {
  if (!(frequencyMHz >= 80 && frequencyMHz <= 100_000))
    throw new RangeError(`frequency ${frequencyMHz} MHz is not from 80 MHz to 100 GHz`);
  if (!(percent > 0 && percent < 100)) throw new RangeError(`${percent} % is not above 0 and below 100`);
  const [r, s, t, u, v, w, x, y, z] = coefficients[building];
  const logGHz = Math.log10(frequencyMHz / 1000);
  const median = r + s * logGHz + t * logGHz * logGHz + dbPerDegree * Math.abs(elevationDeg);
  const deviate = -inverseComplementaryNormal(percent / 100);
  const a = median + deviate * (u + v * logGHz);
  const b = w + x * logGHz + deviate * (y + z * logGHz);
  return 10 * Math.log10(10 ** (a / 10) + 10 ** (b / 10) + 10 ** (leastDb / 10));
};
