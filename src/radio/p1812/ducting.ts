import type { PathGeometry } from './path-geometry.ts';
import { inlandFactor, type ZoneLengths } from './radio-climate.ts';

export interface DuctingInput {
  geometry: PathGeometry;
  zoneLengths: ZoneLengths;
  distanceKm: number;
  frequencyGHz: number;
  timePercent: number;
  /** β0. */
  anomalousIncidencePercent: number;
  /** a_e, the median radius. */
  effectiveEarthRadiusKm: number;
  /** Antennas above sea level. */
  txAltitudeM: number;
  rxAltitudeM: number;
  /** d_ct, d_cr: over land to the coast; far more than 5 where there is none. */
  txCoastKm: number;
  rxCoastKm: number;
}

/** Loss of an end whose horizon stands above the duct's, ITU-R P.1812-7 eq. (48), dB. */
const siteShieldingDb = (elevationMrad: number, horizonKm: number, f: number): number => {
  const above = elevationMrad - 0.1 * horizonKm;
  if (above <= 0) return 0;
  return 20 * Math.log10(1 + 0.361 * above * Math.sqrt(f * horizonKm)) + 0.264 * above * Math.cbrt(f);
};

/** Better coupling of an end near the coast into ducts over sea, ITU-R P.1812-7 eq. (49), dB. */
const coastCouplingDb = (coastKm: number, horizonKm: number, altitudeM: number, seaShare: number): number => {
  if (seaShare < 0.75 || coastKm > horizonKm || coastKm > 5) return 0;
  return -3 * Math.exp(-0.25 * coastKm * coastKm) * (1 + Math.tanh(0.07 * (50 - altitudeM)));
};

/** A(p): how the loss spreads over time, ITU-R P.1812-7 eq. (53) to (56), dB. */
const timeVariabilityDb = (input: DuctingInput): number => {
  const { geometry, distanceKm: d, timePercent: p } = input;

  const tau = inlandFactor(input.zoneLengths.longestInlandKm);
  const alpha = Math.max(-3.4, -0.6 - 3.5e-9 * d ** 3.1 * tau);
  const heights = (Math.sqrt(geometry.txEffectiveHeightM) + Math.sqrt(geometry.rxEffectiveHeightM)) ** 2;
  const geometryCorrection = Math.min(1, (((500 / input.effectiveEarthRadiusKm) * d * d) / heights) ** alpha);

  const between = Math.min(d - geometry.txHorizonKm - geometry.rxHorizonKm, 40);
  const over = geometry.roughnessM - 10;
  const roughnessCorrection = over <= 0 ? 1 : Math.exp(-4.6e-5 * over * (43 + 6 * between));

  const beta = input.anomalousIncidencePercent * geometryCorrection * roughnessCorrection;
  const logBeta = Math.log10(beta);
  const gamma =
    (1.076 / (2.0058 - logBeta) ** 1.012) *
    Math.exp(-(9.51 - 4.8 * logBeta + 0.198 * logBeta * logBeta) * 1e-6 * d ** 1.13);
  return -12 + (1.2 + 3.7e-3 * d) * Math.log10(p / beta) + 12 * (p / beta) ** gamma;
};

/**
 * Basic transmission loss by ducting and layer reflection not exceeded for p % of time, dB.
 * ITU-R P.1812-7 §4.5 eq. (46) to (56).
 */
export const ductingLossDb = (input: DuctingInput): number => {
  const { geometry, frequencyGHz: f, zoneLengths } = input;
  const { txHorizonKm, rxHorizonKm, txElevationMrad, rxElevationMrad } = geometry;

  const fixedDb =
    102.45 +
    20 * Math.log10(f) +
    20 * Math.log10(txHorizonKm + rxHorizonKm) +
    (f < 0.5 ? 45.375 - 137 * f + 92.5 * f * f : 0) +
    siteShieldingDb(txElevationMrad, txHorizonKm, f) +
    siteShieldingDb(rxElevationMrad, rxHorizonKm, f) +
    coastCouplingDb(input.txCoastKm, txHorizonKm, input.txAltitudeM, zoneLengths.seaShare) +
    coastCouplingDb(input.rxCoastKm, rxHorizonKm, input.rxAltitudeM, zoneLengths.seaShare);

  const angleMrad =
    (1000 * input.distanceKm) / input.effectiveEarthRadiusKm +
    Math.min(txElevationMrad, 0.1 * txHorizonKm) +
    Math.min(rxElevationMrad, 0.1 * rxHorizonKm);
  const dbPerMrad = 5e-5 * input.effectiveEarthRadiusKm * Math.cbrt(f);
  return fixedDb + dbPerMrad * angleMrad + timeVariabilityDb(input);
};
