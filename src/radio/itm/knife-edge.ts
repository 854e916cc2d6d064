import { type ItmPath, waveNumber } from './itm-path.ts';

/** Loss over one knife edge in dB, from ν². The Algorithm, eq. (6.1) for (4.21). */
const edgeLossDb = (nuSquared: number): number =>
  nuSquared < 5.76 ? 6.02 + 9.11 * Math.sqrt(nuSquared) - 1.27 * nuSquared : 12.953 + 10 * Math.log10(nuSquared);

/** Diffraction over the two horizons as over two knife edges, dB. TN 101, section 7, with ν as eq. (I.7). */
export const knifeEdgesDb = (path: ItmPath, distanceM: number): number => {
  const bentRad = distanceM / path.earthRadiusM - path.sightAngleRad;
  const betweenM = distanceM - path.horizonsM;
  const share = 0.0795775 * waveNumber(path.frequencyMHz) * bentRad * bentRad * betweenM;
  const [tx, rx] = path.horizons.distanceM.map((horizonM) => edgeLossDb((share * horizonM) / (betweenM + horizonM)));
  return tx + rx;
};
