import { divide } from './complex.ts';
import { type ItmPath, waveNumber } from './itm-path.ts';
import { heightDeviationM, irregularityAtM } from './terrain-irregularity.ts';

/** Attenuation as it grows along a straight line, dB below free space. */
export interface StraightLine {
  atZeroDb: number;
  dbPerM: number;
}

export const on = ({ atZeroDb, dbPerM }: StraightLine, distanceM: number): number => atZeroDb + dbPerM * distanceM;

/**
 * Attenuation in dB below free space of the direct ray and the one reflected by the ground. The Algorithm, eq. (4.46) to (4.50).
 */
const twoRaysDb = (path: ItmPath, distanceM: number): number => {
  const { effectiveHeightM, groundImpedance, irregularityM } = path;
  const k = waveNumber(path.frequencyMHz);
  const [tx, rx] = effectiveHeightM;
  const sinPsi = (tx + rx) / Math.hypot(distanceM, tx + rx);
  const deviationM = heightDeviationM(irregularityAtM(irregularityM, distanceM));
  const coefficient = divide(
    { re: sinPsi - groundImpedance.re, im: -groundImpedance.im },
    { re: sinPsi + groundImpedance.re, im: groundImpedance.im },
  );
  const rough = Math.exp(-Math.min(10, k * deviationM * sinPsi));
  let re = coefficient.re * rough;
  let im = coefficient.im * rough;
  // however rough, some of the ground reflects
  const power = re * re + im * im;
  if (power < 0.25 || power < sinPsi) {
    const raised = Math.sqrt(sinPsi / power);
    re *= raised;
    im *= raised;
  }
  let phase = (2 * k * tx * rx) / distanceM;
  // beyond a quarter turn the fading is left out
  if (phase > Math.PI / 2) phase = Math.PI - (Math.PI / 2) ** 2 / phase;
  return -10 * Math.log10((Math.cos(phase) + re) ** 2 + (im - Math.sin(phase)) ** 2);
};

/**
 * Attenuation in sight over a distance, dB below free space: two rays, and the more of `diffraction` carried inwards the
 * rougher the terrain.
 */
export const lineOfSightDb = (path: ItmPath, diffraction: StraightLine, distanceM: number): number => {
  const roughness = (path.frequencyMHz * path.irregularityM) / Math.max(10e3, path.smoothHorizonsM);
  const w = 1 / (1 + roughness);
  return w * twoRaysDb(path, distanceM) + (1 - w) * on(diffraction, distanceM);
};
