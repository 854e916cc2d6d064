import type { Antenna } from '../model/facts.ts';
import type { Cell } from '../model/site.ts';
import { patternGainDbi } from './antenna/pattern.ts';
import { seenAzimuthDeg, seenElevationDeg } from './antenna/tilt.ts';

/** Where an antenna looks. Azimuth clockwise from north; both tilts are positive downwards. */
export type Pointing = Pick<Cell, 'azimuthDeg' | 'mechanicalTiltDeg' | 'electricalTiltDeg'>;

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
  antenna: Antenna,
  pointing: Pointing,
  azimuthDeg: number,
  elevationDeg: number,
): number => {
  const { mechanicalTiltDeg, electricalTiltDeg } = pointing;
  if (antenna.kind === 'omni') return patternGainDbi(antenna, electricalTiltDeg, 0, elevationDeg);
  const off = azimuthDeg - pointing.azimuthDeg;
  return patternGainDbi(
    antenna,
    electricalTiltDeg,
    seenAzimuthDeg(mechanicalTiltDeg, off, elevationDeg),
    seenElevationDeg(mechanicalTiltDeg, off, elevationDeg),
  );
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
  return (Math.atan2(rise, (a + rxAltitudeM) * Math.sin(psi)) * 180) / Math.PI;
};
