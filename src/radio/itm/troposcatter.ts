import { type ItmPath, waveNumber } from './itm-path.ts';

/** F(θd) in dB: what scatter takes besides frequency, from the angular distance in m. The Algorithm, eq. (6.9). */
const angularAttenuationDb = (thetaD: number): number => {
  if (thetaD <= 10e3) return 133.4 + 0.332e-3 * thetaD - 10 * Math.log10(thetaD);
  if (thetaD <= 70e3) return 104.6 + 0.212e-3 * thetaD - 2.5 * Math.log10(thetaD);
  return 71.8 + 0.157e-3 * thetaD + 5 * Math.log10(thetaD);
};

/** The curves of H0 for a scatter efficiency η_s of 1 to 5, TN 101 figure 9.3: factors of r⁻⁴ and r⁻². */
const gainCurves = [
  [25, 24],
  [80, 45],
  [177, 68],
  [395, 80],
  [705, 105],
] as const;

const onCurveDb = (eta: number, r: number): number => {
  const [a, b] = gainCurves[eta - 1];
  return 10 * Math.log10(1 + a / r ** 4 + b / r ** 2);
};

/** H0(r, η_s) in dB, between two curves in proportion. The Algorithm, eq. (6.10) and on. */
const curvesDb = (r: number, efficiency: number): number => {
  const eta = Math.min(Math.max(efficiency, 1), 5);
  const lower = Math.floor(eta);
  const beyond = eta - lower;
  return beyond === 0 ? onCurveDb(lower, r) : (1 - beyond) * onCurveDb(lower, r) + beyond * onCurveDb(lower + 1, r);
};

/** H0 in dB where the scatter efficiency is nil. TN 101, section 9.2. */
const withoutEfficiencyDb = (r1: number, r2: number): number => {
  const near = (1 + Math.SQRT2 / r1) * (1 + Math.SQRT2 / r2);
  return 10 * Math.log10((near * near * (r1 + r2)) / (r1 + r2 + 2 * Math.SQRT2));
};

/** H0 in dB: the frequency gain, which is a loss that low antennas have. TN 101, section 9.2. */
const frequencyGainDb = (path: ItmPath, distanceM: number, theta: number, r1: number, r2: number): number => {
  const { effectiveHeightM, horizons, surfaceRefractivity: ns } = path;
  const apart = horizons.distanceM[0] - horizons.distanceM[1];
  const ad = Math.abs(apart);
  const ratio = apart < 0 ? effectiveHeightM[0] / effectiveHeightM[1] : effectiveHeightM[1] / effectiveHeightM[0];
  // TN 101 eq. (9.5)
  const asymmetry = (distanceM - ad) / (distanceM + ad);
  const q = Math.min(Math.max(0.1, ratio / asymmetry), 10);
  const s = Math.max(0.1, asymmetry);

  // the height where the beams cross, and how well the air scatters there; the Algorithm, eq. (4.67)
  const crossingM = ((distanceM - ad) * (distanceM + ad) * theta * 0.25) / distanceM;
  const ofAir = 0.031 - ns * 2.32e-3 + ns * ns * 5.67e-6;
  const eta = (crossingM / 1755.6) * (1 + ofAir * Math.exp(-(Math.min(1.7, crossingM / 8000) ** 6)));

  const alike = (curvesDb(r1, eta) + curvesDb(r2, eta)) / 2;
  const unlike = Math.min(alike, 6 * (0.6 - Math.log10(Math.max(eta, 1))) * Math.log10(s) * Math.log10(q));
  const gainDb = Math.max(alike + unlike, 0);
  return eta < 1 ? eta * gainDb + (1 - eta) * withoutEfficiencyDb(r1, r2) : gainDb;
};

/** A larger frequency gain is not believed: that of a farther distance stands in, dB. */
const mostGainDb = 15;

/** What scatter takes over a distance, and the frequency gain in it. */
export interface Troposcatter {
  lossDb: number;
  gainDb: number;
}

/**
 * Attenuation by troposcatter over a distance, dB below free space; null where antennas are so low for the frequency that
 * there is none. TN 101, section 9; the Algorithm, section 4.
 *
 * @param farther the same over a farther distance
 */
export const troposcatter = (path: ItmPath, distanceM: number, farther?: Troposcatter): Troposcatter | null => {
  const { effectiveHeightM, horizons, earthRadiusM } = path;
  const k = waveNumber(path.frequencyMHz);
  const crossing = horizons.elevationRad[0] + horizons.elevationRad[1] + distanceM / earthRadiusM;
  // TN 101 eq. (9.4a)
  const r1 = 2 * k * crossing * effectiveHeightM[0];
  const r2 = 2 * k * crossing * effectiveHeightM[1];
  if (r1 < 0.2 && r2 < 0.2) return null;

  const own = frequencyGainDb(path, distanceM, crossing, r1, r2);
  const gainDb = farther && Math.max(own, farther.gainDb) > mostGainDb ? farther.gainDb : own;
  const theta = distanceM / earthRadiusM - path.sightAngleRad;
  return {
    gainDb,
    lossDb:
      angularAttenuationDb(theta * distanceM) +
      10 * Math.log10(k * 47.7 * theta ** 4) -
      0.1 * (path.surfaceRefractivity - 301) * Math.exp((-theta * distanceM) / 40e3) +
      gainDb,
  };
};
