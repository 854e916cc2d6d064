import type { Ends, EvenProfile } from './itm-input.ts';

/** What each antenna sees of the terrain. */
export interface Horizons {
  /** Distance from each antenna to its horizon; the path's whole length where the other antenna is in sight. */
  distanceM: Ends;
  /** Elevation of each horizon seen from its antenna, above the horizontal. */
  elevationRad: Ends;
}

/** The radio horizons over an Earth of the effective radius. TN 101, section 6. */
export const findHorizons = ({ stepM, heightM }: EvenProfile, antennaHeightM: Ends, earthRadiusM: number): Horizons => {
  const last = heightM.length - 1;
  const lengthM = last * stepM;
  const txM = heightM[0] + antennaHeightM[0];
  const rxM = heightM[last] + antennaHeightM[1];
  // nothing in the way: each sees the other
  const bulge = lengthM / (2 * earthRadiusM);
  let txElevation = (rxM - txM) / lengthM - bulge;
  let rxElevation = -(rxM - txM) / lengthM - bulge;
  let txDistance = lengthM;
  let rxDistance = lengthM;
  let fromTx = 0;
  let fromRx = lengthM;
  for (let i = 1; i < last; i++) {
    fromTx += stepM;
    fromRx -= stepM;
    const seenFromTx = (heightM[i] - txM) / fromTx - fromTx / (2 * earthRadiusM);
    const seenFromRx = -(rxM - heightM[i]) / fromRx - fromRx / (2 * earthRadiusM);
    if (seenFromTx > txElevation) {
      txElevation = seenFromTx;
      txDistance = fromTx;
    }
    if (seenFromRx > rxElevation) {
      rxElevation = seenFromRx;
      rxDistance = fromRx;
    }
  }
  return { distanceM: [txDistance, rxDistance], elevationRad: [txElevation, rxElevation] };
};
