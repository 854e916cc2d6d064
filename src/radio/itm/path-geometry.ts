import { findHorizons, type Horizons } from './horizons.ts';
import type { Ends, EvenProfile } from './itm-input.ts';
import { linearFit } from './linear-fit.ts';
import { terrainIrregularityM } from './terrain-irregularity.ts';

/** What the model makes of a profile: horizons, effective heights and the irregularity of the terrain. */
export interface ItmGeometry {
  lengthM: number;
  horizons: Horizons;
  /** h_e: antennas above the terrain that reflects for them. */
  effectiveHeightM: Ends;
  /** Δh. */
  irregularityM: number;
}

/** Distance in m to the horizon over a smooth Earth. */
export const smoothHorizonM = (heightM: number, earthRadiusM: number): number => Math.sqrt(2 * heightM * earthRadiusM);

const both = (of: (end: 0 | 1) => number): Ends => [of(0), of(1)];

/**
 * On a path in plain sight the profile's horizons are those of the antennas' own foregrounds, told by Δh. Where they would
 * not reach each other the heights are raised until they do. The Algorithm, section 3; for an area ERL 79-ITS 67, section 3.
 */
const inSight = (heightM: Ends, irregularityM: number, lengthM: number, earthRadiusM: number) => {
  const horizonM = (height: number): number =>
    smoothHorizonM(height, earthRadiusM) * Math.exp(-0.07 * Math.sqrt(irregularityM / Math.max(height, 5)));
  const reachM = horizonM(heightM[0]) + horizonM(heightM[1]);
  const factor = reachM <= lengthM ? (lengthM / reachM) ** 2 : 1;
  const effectiveHeightM = both((end) => heightM[end] * factor);
  const distanceM = both((end) => horizonM(effectiveHeightM[end]));
  const elevationRad = both((end) => {
    const height = effectiveHeightM[end];
    const smoothM = smoothHorizonM(height, earthRadiusM);
    return (0.65 * irregularityM * (smoothM / distanceM[end] - 1) - 2 * height) / smoothM;
  });
  return { effectiveHeightM, horizons: { distanceM, elevationRad } };
};

/** Horizons, effective heights and Δh of a profile. The Algorithm, section 3. */
export const itmGeometry = (profile: EvenProfile, antennaHeightM: Ends, earthRadiusM: number): ItmGeometry => {
  const { stepM, heightM } = profile;
  const last = heightM.length - 1;
  const lengthM = last * stepM;
  const horizons = findHorizons(profile, antennaHeightM, earthRadiusM);
  const [txHorizonM, rxHorizonM] = horizons.distanceM;

  // the terrain at an antenna's foot says little about the path
  const fromM = Math.min(15 * antennaHeightM[0], 0.1 * txHorizonM);
  const toM = lengthM - Math.min(15 * antennaHeightM[1], 0.1 * rxHorizonM);
  const irregularityM = terrainIrregularityM(profile, fromM, toM);

  const raised = (txFitM: number, rxFitM: number): Ends => [
    antennaHeightM[0] + Math.max(heightM[0] - txFitM, 0),
    antennaHeightM[1] + Math.max(heightM[last] - rxFitM, 0),
  ];
  if (txHorizonM + rxHorizonM > 1.5 * lengthM) {
    const [txFitM, rxFitM] = linearFit(heightM, fromM / stepM, toM / stepM);
    return { lengthM, irregularityM, ...inSight(raised(txFitM, rxFitM), irregularityM, lengthM, earthRadiusM) };
  }
  const [txFitM] = linearFit(heightM, fromM / stepM, (0.9 * txHorizonM) / stepM);
  const [, rxFitM] = linearFit(heightM, (lengthM - 0.9 * rxHorizonM) / stepM, toM / stepM);
  return { lengthM, irregularityM, horizons, effectiveHeightM: raised(txFitM, rxFitM) };
};
