import { type ItmPath, waveNumber } from './itm-path.ts';
import { knifeEdgesDb } from './knife-edge.ts';
import { roundedEarthDb } from './rounded-earth.ts';
import { heightDeviationM, irregularityAtM } from './terrain-irregularity.ts';

/** The most that clutter takes, dB. */
const mostClutterDb = 15;

/**
 * Attenuation by diffraction over a distance beyond the horizons, dB below free space: knife edges where the terrain is
 * rough, a rounded Earth where it is smooth, and what clutter around low antennas takes. ERL 79-ITS 67 eq. (3.23), (3.38c);
 * the Algorithm, eq. (4.9) and (4.10).
 */
export const diffractionDb = (path: ItmPath, distanceM: number): number => {
  const { frequencyMHz, antennaHeightM, effectiveHeightM, irregularityM } = path;
  const heights = antennaHeightM[0] * antennaHeightM[1];
  const deviationM = heightDeviationM(irregularityAtM(irregularityM, path.smoothHorizonsM));
  const clutterDb = Math.min(mostClutterDb, 5 * Math.log10(1 + 1e-5 * heights * frequencyMHz * deviationM));

  // between known points a low antenna counts a little more than its height: C of eq. (4.9)
  const raised = Math.sqrt(1 + (effectiveHeightM[0] * effectiveHeightM[1] - heights) / (heights + 10));
  const bent = (path.horizonsM - path.sightAngleRad * path.earthRadiusM) / distanceM;
  const roughness = Math.min(irregularityAtM(irregularityM, distanceM) * waveNumber(frequencyMHz), 6283.2);
  const smooth = 25.1 / (25.1 + Math.sqrt((raised + bent) * roughness));
  return smooth * roundedEarthDb(path, distanceM) + (1 - smooth) * knifeEdgesDb(path, distanceM) + clutterDb;
};
