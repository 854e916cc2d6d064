import type { LonLat } from '../../model/place.ts';
import { earthRadiusKm } from '../constants.ts';

/**
 * Latitude of the middle of a path in degrees: half its length along the great circle's direction at its start,
 * ITU-R P.2001-4 attachment H, which P.1812 refers to.
 */
export const pathCentreLatitudeDeg = (from: LonLat, to: LonLat, lengthKm: number): number => {
  const rad = Math.PI / 180;
  const latFrom = from[1] * rad;
  const latTo = to[1] * rad;
  const dLon = (to[0] - from[0]) * rad;
  const bearing = Math.atan2(
    Math.sin(dLon) * Math.cos(latTo),
    Math.cos(latFrom) * Math.sin(latTo) - Math.sin(latFrom) * Math.cos(latTo) * Math.cos(dLon),
  );
  const half = lengthKm / 2 / earthRadiusKm;
  const sine = Math.sin(latFrom) * Math.cos(half) + Math.cos(latFrom) * Math.sin(half) * Math.cos(bearing);
  return Math.asin(sine) / rad;
};
