import type { Antenna } from '../../model/facts.ts';
import { measuredGainDbi } from './measured.ts';

/** Attenuation in dB of the 3GPP parabola at an angle off its axis, up to a floor. TR 38.901 table 7.3-1. */
const parabola = (angleDeg: number, beamwidthDeg: number, floorDb: number): number => {
  const x = angleDeg / beamwidthDeg;
  return Math.min(12 * x * x, floorDb);
};

/**
 * Gain in dBi in the antenna's own coordinates: azimuth off its boresight in [−180, 180], elevation above its equator
 * (degrees), electrical tilt shifting the vertical pattern by the same angle at every azimuth.
 *
 * Sector, TR 36.814 table A.2.1.1-2 and TR 38.901 table 7.3-1: G − min(A_H + A_V, A_m), where A_H stops at A_m
 * (`frontToBackDb`) and A_V at SLA_V (`sideLobeDb`). Omni: G − A_V. Measured: `measuredGainDbi`.
 */
export const patternGainDbi = (
  antenna: Antenna,
  electricalTiltDeg: number,
  azimuthDeg: number,
  elevationDeg: number,
): number => {
  if (antenna.kind === 'measured') return measuredGainDbi(antenna, electricalTiltDeg, azimuthDeg, elevationDeg);
  const aV = parabola(elevationDeg + electricalTiltDeg, antenna.verticalBeamwidthDeg, antenna.sideLobeDb);
  if (antenna.kind === 'omni') return antenna.gainDbi - aV;
  const aH = parabola(azimuthDeg, antenna.horizontalBeamwidthDeg, antenna.frontToBackDb);
  return antenna.gainDbi - Math.min(aH + aV, antenna.frontToBackDb);
};

/** No direction gets more than this from an antenna, whatever its tilts, dBi. */
export const highestGainDbi = (antenna: Antenna): number => {
  if (antenna.kind !== 'measured') return antenna.gainDbi;
  const { gainDbi, horizontalDb, verticalDb } = antenna;
  // the vertical cut is taken relative to the horizontal one in front and behind, and can give back what that takes
  const back = Math.max(horizontalDb[0], horizontalDb[180], 0) - Math.min(...verticalDb);
  return gainDbi - Math.min(...horizontalDb) + Math.max(0, back);
};
