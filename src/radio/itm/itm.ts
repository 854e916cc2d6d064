import { checkInput } from './input-check.ts';
import { itmCodes, itmWarnings } from './itm-codes.ts';
import type { ItmInput } from './itm-input.ts';
import type { ItmPath } from './itm-path.ts';
import { type ItmGeometry, itmGeometry, smoothHorizonM } from './path-geometry.ts';
import { type ItmMode, referenceAttenuation } from './reference-attenuation.ts';
import { effectiveCurvaturePerM, groundImpedance, meanAltitudeM, surfaceRefractivity } from './surface.ts';
import { variability } from './variability.ts';

/** A basic transmission loss and how it comes about. */
export interface ItmResult extends ItmGeometry {
  /** A: not exceeded for the shares asked for. */
  lossDb: number;
  /** A_ref: attenuation below free space before variability. */
  referenceDb: number;
  freeSpaceDb: number;
  /** N_s, N-units. */
  surfaceRefractivity: number;
  earthRadiusM: number;
  mode: ItmMode;
}

/** What came of a computation: its code, its warnings as bits, and the result where there is one. */
export interface ItmOutcome {
  code: number;
  warnings: number;
  result: ItmResult | null;
}

/** Basic transmission loss in free space over the ground distance, dB. */
const freeSpaceDb = (distanceM: number, frequencyMHz: number): number =>
  32.45 + 20 * Math.log10(frequencyMHz) + 20 * Math.log10(distanceM / 1000);

/** Warnings about a path's shape, or the code of what no path has. */
const checkPath = (path: ItmPath): { code: number; warnings: number } => {
  const { horizons, effectiveHeightM, earthRadiusM, lengthM } = path;
  let warnings = 0;
  const warnIf = (holds: boolean, warning: number): void => {
    if (holds) warnings |= warning;
  };
  const smoothM = effectiveHeightM.map((heightM) => smoothHorizonM(heightM, earthRadiusM));
  warnIf(Math.abs(horizons.elevationRad[0]) > 0.2, itmWarnings.txHorizonAngle);
  warnIf(Math.abs(horizons.elevationRad[1]) > 0.2, itmWarnings.rxHorizonAngle);
  warnIf(horizons.distanceM[0] < 0.1 * smoothM[0], itmWarnings.txHorizonNear);
  warnIf(horizons.distanceM[1] < 0.1 * smoothM[1], itmWarnings.rxHorizonNear);
  warnIf(horizons.distanceM[0] > 3 * smoothM[0], itmWarnings.txHorizonFar);
  warnIf(horizons.distanceM[1] > 3 * smoothM[1], itmWarnings.rxHorizonFar);
  if (path.surfaceRefractivity < 150) return { code: itmCodes.surfaceRefractivityLow, warnings };
  if (path.surfaceRefractivity > 400) return { code: itmCodes.surfaceRefractivityHigh, warnings };
  warnIf(path.surfaceRefractivity < 250, itmWarnings.surfaceRefractivity);
  if (earthRadiusM < 4_000_000 || earthRadiusM > 13_333_333) return { code: itmCodes.effectiveEarth, warnings };
  const { re, im } = path.groundImpedance;
  if (re <= Math.abs(im)) return { code: itmCodes.groundImpedance, warnings };
  warnIf(lengthM < Math.abs(effectiveHeightM[0] - effectiveHeightM[1]) / 0.2, itmWarnings.distanceShort);
  warnIf(lengthM < 1e3, itmWarnings.distanceVeryShort);
  warnIf(lengthM > 1000e3, itmWarnings.distanceLong);
  warnIf(lengthM > 2000e3, itmWarnings.distanceVeryLong);
  return { code: itmCodes.success, warnings };
};

/**
 * The Irregular Terrain Model (Longley-Rice), point to point, 20 MHz to 20 GHz. Written from:
 * - TN 101: P. L. Rice, A. G. Longley, K. A. Norton, A. P. Barsis, "Transmission loss predictions for tropospheric communication
 *   circuits", NBS Technical Note 101, 1967;
 * - ERL 79-ITS 67: A. G. Longley, P. L. Rice, "Prediction of tropospheric radio transmission loss over irregular terrain", ESSA
 *   Technical Report, 1968;
 * - NTIA Report 82-100: G. A. Hufford, A. G. Longley, W. A. Kissick, "A guide to the use of the ITS irregular terrain model in
 *   the area prediction mode", 1982;
 * - the Algorithm: G. A. Hufford, "The ITS irregular terrain model, version 1.2.2: the algorithm", 1995.
 *
 * Nothing is thrown: what can't be computed has a code and no result, and what lies outside the ranges the model was made from
 * is computed and told in `warnings`.
 */
export const itm = (input: ItmInput): ItmOutcome => {
  const { code, warnings } = checkInput(input);
  const { profile, frequencyMHz, polarisation } = input;
  if (code !== itmCodes.success || polarisation === null) return { code, warnings, result: null };

  const refractivity = surfaceRefractivity(input.refractivityN0, meanAltitudeM(profile.heightM));
  const earthRadiusM = 1 / effectiveCurvaturePerM(refractivity);
  const antennaHeightM = [input.txHeightM, input.rxHeightM] as const;
  const geometry = itmGeometry(profile, antennaHeightM, earthRadiusM);
  const { distanceM, elevationRad } = geometry.horizons;
  const horizonsM = distanceM[0] + distanceM[1];
  const [txHeightM, rxHeightM] = geometry.effectiveHeightM;
  const path: ItmPath = {
    ...geometry,
    frequencyMHz,
    antennaHeightM,
    groundImpedance: groundImpedance(frequencyMHz, polarisation, input.permittivity, input.conductivitySPerM),
    surfaceRefractivity: refractivity,
    earthRadiusM,
    horizonsM,
    smoothHorizonsM: smoothHorizonM(txHeightM, earthRadiusM) + smoothHorizonM(rxHeightM, earthRadiusM),
    sightAngleRad: -Math.max(elevationRad[0] + elevationRad[1], -horizonsM / earthRadiusM),
  };
  const shape = checkPath(path);
  if (shape.code !== itmCodes.success) return { code: shape.code, warnings: warnings | shape.warnings, result: null };

  const reference = referenceAttenuation(path);
  const varied = variability(path, input, reference.db);
  const freeSpace = freeSpaceDb(geometry.lengthM, frequencyMHz);
  const all = warnings | shape.warnings | (varied.isExtreme ? itmWarnings.extremeShares : 0);
  return {
    code: all === 0 ? itmCodes.success : itmCodes.withWarnings,
    warnings: all,
    result: {
      ...geometry,
      lossDb: freeSpace + varied.db,
      referenceDb: reference.db,
      freeSpaceDb: freeSpace,
      surfaceRefractivity: refractivity,
      earthRadiusM,
      mode: reference.mode,
    },
  };
};
