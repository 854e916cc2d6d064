import { inverseComplementaryNormal } from '../location-variability.ts';
import { climates, curveAt, factorAt } from './climates.ts';
import type { ItmEnvironment } from './itm-input.ts';
import { type ItmPath, waveNumber } from './itm-path.ts';
import { farthestDeviate } from './ranges.ts';
import { irregularityAtM } from './terrain-irregularity.ts';

/** The attenuation that a share of time, locations and situations does not exceed. */
export interface Variability {
  /** Below free space; a little less than nothing is allowed, and tapered off. */
  db: number;
  /** Some share lies so far out that the distributions are not known there. */
  isExtreme: boolean;
}

const squared = (value: number): number => value * value;

/** An effective Earth radius of 9,000 km, which the effective distance is told with. */
const referenceRadiusM = 9000e3;

/** d_e in m, the distance as the distributions over time count it. The Algorithm, eq. (5.3). */
const effectiveDistanceM = ({ effectiveHeightM, frequencyMHz, lengthM }: ItmPath): number => {
  const horizonsM =
    Math.sqrt(2 * referenceRadiusM * effectiveHeightM[0]) +
    Math.sqrt(2 * referenceRadiusM * effectiveHeightM[1]) +
    Math.cbrt(575.7e12 / waveNumber(frequencyMHz));
  return lengthM < horizonsM ? (130e3 * lengthM) / horizonsM : 130e3 + lengthM - horizonsM;
};

/** σ_T at a deviate of time, dB: below the median level, above it, and more slowly where levels are rare. */
const timeDeviationDb = (climate: number, path: ItmPath, distanceM: number, zTime: number): number => {
  const { below, above, belowFactor, aboveFactor, rareShare, rareFrom } = climates[climate - 1];
  const q = Math.log(0.133 * waveNumber(path.frequencyMHz));
  if (zTime < 0) return curveAt(below, distanceM) * factorAt(belowFactor, q);
  const plus = curveAt(above, distanceM) * factorAt(aboveFactor, q);
  if (zTime <= rareFrom) return plus;
  const rare = rareShare * plus;
  return rare + ((plus - rare) * rareFrom) / zTime;
};

/** Statistics of the loss around A_ref. The Algorithm, section 5. */
export const variability = (path: ItmPath, environment: ItmEnvironment, referenceDb: number): Variability => {
  const { variabilityMode, climate } = environment;
  const distanceM = effectiveDistanceM(path);
  const k = waveNumber(path.frequencyMHz);
  const deviate = (percent: number): number => inverseComplementaryNormal(percent / 100);
  const zSituation = deviate(environment.situationPercent);
  const mode = variabilityMode % 10;
  const withoutSituations = variabilityMode >= 20;
  const withoutLocations = variabilityMode % 20 >= 10;

  // what is not told apart goes the way of what is
  const zTime = mode === 0 ? zSituation : deviate(environment.timePercent);
  const zLocation = mode === 3 ? deviate(environment.locationPercent) : mode === 2 ? zTime : zSituation;

  // the Algorithm, eq. (5.10)
  const sigmaSituation = withoutSituations ? 0 : 5 + 3 * Math.exp(-distanceM / 100e3);
  const rough = k * irregularityAtM(path.irregularityM, path.lengthM);
  const sigmaLocation = withoutLocations ? 0 : (10 * rough) / (rough + 13);
  const sigmaTime = timeDeviationDb(climate, path, distanceM, zTime);
  const yTime = sigmaTime * zTime;
  const yLocation = sigmaLocation * zLocation;
  const rest =
    squared(sigmaSituation) +
    squared(yTime) / (7.8 + squared(zSituation)) +
    squared(yLocation) / (24 + squared(zSituation));

  const spread = {
    0: { reliability: 0, variance: squared(sigmaTime) + squared(sigmaLocation) + rest },
    1: { reliability: yTime, variance: squared(sigmaLocation) + rest },
    2: { reliability: Math.hypot(sigmaTime, sigmaLocation) * zTime, variance: rest },
    3: { reliability: yTime + yLocation, variance: rest },
  }[mode as 0 | 1 | 2 | 3];
  const median = curveAt(climates[climate - 1].median, distanceM);
  const db = referenceDb - median - spread.reliability - Math.sqrt(spread.variance) * zSituation;
  return {
    // a level above free space by more than a little is not believed
    db: db < 0 ? (db * (29 - db)) / (29 - 10 * db) : db,
    isExtreme: [zTime, zLocation, zSituation].some((z) => Math.abs(z) > farthestDeviate),
  };
};
