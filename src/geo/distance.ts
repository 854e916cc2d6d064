import type { LonLat } from '../model/place.ts';
import { metresPerDegree } from './ellipsoid.ts';

/**
 * Length in metres of the geodesic between two positions, from the ellipsoid's radii at the middle latitude.
 * Within 0.1 % of the geodesic up to 100 km away from the poles.
 */
export const distanceM = (a: LonLat, b: LonLat): number => {
  const { eastM, northM } = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * eastM, (b[1] - a[1]) * northM);
};

/** Direction from `a` to `b`, degrees clockwise from north in [0, 360), same approximation as `distanceM`. */
export const bearingDeg = (a: LonLat, b: LonLat): number => {
  const { eastM, northM } = metresPerDegree((a[1] + b[1]) / 2);
  const bearing = (Math.atan2((b[0] - a[0]) * eastM, (b[1] - a[1]) * northM) * 180) / Math.PI;
  return bearing < 0 ? bearing + 360 : bearing;
};

/** The position `lengthM` metres from `from` in direction `bearingDeg`; the inverse of the two functions above. */
export const destination = (from: LonLat, bearing: number, lengthM: number): LonLat => {
  const angle = (bearing * Math.PI) / 180;
  const dNorthM = lengthM * Math.cos(angle);
  const dEastM = lengthM * Math.sin(angle);
  // the middle latitude depends on the end: two rounds settle it to well under a millimetre
  let lat = from[1];
  for (let round = 0; round < 3; round++) lat = from[1] + dNorthM / metresPerDegree((from[1] + lat) / 2).northM;
  return [from[0] + dEastM / metresPerDegree((from[1] + lat) / 2).eastM, lat];
};
