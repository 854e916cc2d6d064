import type { AntennaType } from '../model/facts.ts';
import type { Cell } from '../model/site.ts';

/** Where an antenna looks. Azimuth clockwise from north; both tilts are positive downwards. */
export type Pointing = Pick<Cell, 'azimuthDeg' | 'mechanicalTiltDeg' | 'electricalTiltDeg'>;

const radians = Math.PI / 180;

/** The same direction in (−180, 180]. */
export const wrapDeg = (angleDeg: number): number => {
  const a = angleDeg % 360;
  if (a > 180) return a - 360;
  return a <= -180 ? a + 360 : a;
};

/** Attenuation in dB of the 3GPP parabola at an angle off its axis, up to a floor. TR 38.901 table 7.3-1. */
const parabola = (angleDeg: number, beamwidthDeg: number, floorDb: number): number => {
  const x = angleDeg / beamwidthDeg;
  return Math.min(12 * x * x, floorDb);
};

/**
 * Gain in dBi in the antenna's own coordinates: azimuth off its boresight, elevation above its equator (both in
 * degrees), electrical tilt shifting the vertical pattern by the same angle at every azimuth.
 *
 * Sector, TR 36.814 table A.2.1.1-2 and TR 38.901 table 7.3-1: G − min(A_H + A_V, A_m), where A_H stops at A_m
 * (`frontToBackDb`) and A_V at SLA_V (`sideLobeDb`). Omni: G − A_V.
 */
export const patternGainDbi = (
  antenna: AntennaType,
  electricalTiltDeg: number,
  azimuthDeg: number,
  elevationDeg: number,
): number => {
  const aV = parabola(elevationDeg + electricalTiltDeg, antenna.verticalBeamwidthDeg, antenna.sideLobeDb);
  if (antenna.kind === 'omni') return antenna.gainDbi - aV;
  const aH = parabola(wrapDeg(azimuthDeg), antenna.horizontalBeamwidthDeg, antenna.frontToBackDb);
  return antenna.gainDbi - Math.min(aH + aV, antenna.frontToBackDb);
};

/**
 * A direction of the world as an antenna mechanically tilted down by `tiltDeg` sees it: azimuth off its boresight in
 * (−180, 180] and elevation, degrees. The tilt turns the antenna about the horizontal axis across its boresight
 * azimuth, so it looks down in front, up behind, and rolls at the sides.
 *
 * @param azimuthDeg off the boresight azimuth, clockwise
 * @param elevationDeg above the horizon
 */
export const tiltedDirection = (
  tiltDeg: number,
  azimuthDeg: number,
  elevationDeg: number,
): { azimuthDeg: number; elevationDeg: number } => {
  if (tiltDeg === 0) return { azimuthDeg: wrapDeg(azimuthDeg), elevationDeg };
  const az = azimuthDeg * radians;
  const el = elevationDeg * radians;
  const t = tiltDeg * radians;
  const ahead = Math.cos(el) * Math.cos(az);
  const right = Math.cos(el) * Math.sin(az);
  const up = Math.sin(el);
  // along the tilted boresight, and along the tilted antenna's own upward axis
  const x = ahead * Math.cos(t) - up * Math.sin(t);
  const z = ahead * Math.sin(t) + up * Math.cos(t);
  return { azimuthDeg: Math.atan2(right, x) / radians, elevationDeg: Math.atan2(z, Math.hypot(x, right)) / radians };
};

/**
 * Gain in dBi towards a direction of the world.
 *
 * Mechanical tilt rotates the whole pattern, electrical tilt shifts its vertical cut at every azimuth. An omni has no
 * boresight azimuth to tilt towards: its azimuth and mechanical tilt are ignored.
 *
 * @param azimuthDeg clockwise from north, from the antenna to the receiver
 * @param elevationDeg above the horizon, from the antenna to the receiver (`elevationAngleDeg`)
 */
export const antennaGainDbi = (
  antenna: AntennaType,
  pointing: Pointing,
  azimuthDeg: number,
  elevationDeg: number,
): number => {
  if (antenna.kind === 'omni') return patternGainDbi(antenna, pointing.electricalTiltDeg, 0, elevationDeg);
  const seen = tiltedDirection(pointing.mechanicalTiltDeg, azimuthDeg - pointing.azimuthDeg, elevationDeg);
  return patternGainDbi(antenna, pointing.electricalTiltDeg, seen.azimuthDeg, seen.elevationDeg);
};

/**
 * Elevation in degrees, positive up, of the straight line from transmitter to receiver over an earth of the given
 * effective radius; altitudes are metres above sea level. On a blocked path it is still the line between the two
 * ends, not the one to the horizon: the gain then depends on the ends alone, and moving an obstacle changes the
 * diffraction loss but not the antenna.
 */
export const elevationAngleDeg = (
  distanceM: number,
  txAltitudeM: number,
  rxAltitudeM: number,
  effectiveEarthRadiusKm: number,
): number => {
  const a = effectiveEarthRadiusKm * 1000;
  const psi = distanceM / a;
  const half = Math.sin(psi / 2);
  // (a + rx)·cos ψ − (a + tx), without taking two large numbers from each other
  const rise = rxAltitudeM * Math.cos(psi) - txAltitudeM - 2 * a * half * half;
  return Math.atan2(rise, (a + rxAltitudeM) * Math.sin(psi)) / radians;
};
