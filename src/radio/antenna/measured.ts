import type { MeasuredAntenna } from '../../model/facts.ts';

/** A cut at any angle in degrees: linear between whole degrees, around the circle. */
const cutDb = (cut: ArrayLike<number>, angleDeg: number): number => {
  const a = angleDeg - 360 * Math.floor(angleDeg / 360);
  const i = Math.floor(a);
  const low = cut[i % 360];
  return low + (cut[(i + 1) % 360] - low) * (a - i);
};

/**
 * Gain in dBi of a measured antenna in its own coordinates, with its vertical cut shifted to `electricalTiltDeg`.
 *
 * The two cuts are joined by horizontal projection interpolation (Gil, Llorente, Gil and Gutiérrez, "On a 3D
 * interpolation method for base-station-antenna radiation patterns", IEEE Antennas and Propagation Magazine 43(2),
 * 2001): the horizontal cut, plus what the vertical cut takes off in front and behind, weighted by how far the azimuth
 * is from each. It gives both cuts back unchanged where they agree with each other.
 */
export const measuredGainDbi = (
  antenna: MeasuredAntenna,
  electricalTiltDeg: number,
  azimuthDeg: number,
  elevationDeg: number,
): number => {
  const { horizontalDb, verticalDb } = antenna;
  const below = -elevationDeg - electricalTiltDeg + antenna.electricalTiltDeg;
  const behind = Math.abs(azimuthDeg) / 180;
  const front = cutDb(verticalDb, below) - horizontalDb[0];
  const back = cutDb(verticalDb, 180 - below) - horizontalDb[180];
  return antenna.gainDbi - cutDb(horizontalDb, azimuthDeg) - (1 - behind) * front - behind * back;
};
