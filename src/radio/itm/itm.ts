import { checkInput } from './input-check.ts';
import { itmCodes, itmWarnings } from './itm-codes.ts';
import type { ItmInput } from './itm-input.ts';
import type { ItmPath } from './itm-path.ts';
import { checkPath } from './path-check.ts';
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
  const { profile, frequencyMHz, polarisation, environment } = input;
  if (code !== itmCodes.success || polarisation === null) return { code, warnings, result: null };

  const refractivity = surfaceRefractivity(environment.refractivityN0, meanAltitudeM(profile.heightM));
  const earthRadiusM = 1 / effectiveCurvaturePerM(refractivity);
  const antennaHeightM = [input.txHeightM, input.rxHeightM] as const;
  const { lengthM, horizons, effectiveHeightM, irregularityM } = itmGeometry(profile, antennaHeightM, earthRadiusM);
  const { distanceM, elevationRad } = horizons;
  const horizonsM = distanceM[0] + distanceM[1];
  const [txHeightM, rxHeightM] = effectiveHeightM;
  const path: ItmPath = {
    lengthM,
    horizons,
    effectiveHeightM,
    irregularityM,
    frequencyMHz,
    antennaHeightM,
    groundImpedance: groundImpedance(
      frequencyMHz,
      polarisation,
      environment.permittivity,
      environment.conductivitySPerM,
    ),
    surfaceRefractivity: refractivity,
    earthRadiusM,
    horizonsM,
    smoothHorizonsM: smoothHorizonM(txHeightM, earthRadiusM) + smoothHorizonM(rxHeightM, earthRadiusM),
    sightAngleRad: -Math.max(elevationRad[0] + elevationRad[1], -horizonsM / earthRadiusM),
  };
  const shape = checkPath(path);
  if (shape.code !== itmCodes.success) return { code: shape.code, warnings: warnings | shape.warnings, result: null };

  const reference = referenceAttenuation(path);
  const varied = variability(path, environment, reference.db);
  const freeSpace = freeSpaceDb(lengthM, frequencyMHz);
  const all = warnings | shape.warnings | (varied.isExtreme ? itmWarnings.extremeShares : 0);
  return {
    code: all === 0 ? itmCodes.success : itmCodes.withWarnings,
    warnings: all,
    result: {
      lengthM,
      horizons,
      effectiveHeightM,
      irregularityM,
      lossDb: freeSpace + varied.db,
      referenceDb: reference.db,
      freeSpaceDb: freeSpace,
      surfaceRefractivity: refractivity,
      earthRadiusM,
      mode: reference.mode,
    },
  };
};
