/** WGS 84 (EPSG:7030): semi-major axis in metres and first eccentricity squared. */
const semiMajorM = 6_378_137;
const flattening = 1 / 298.257223563;
const e2 = flattening * (2 - flattening);

const radians = Math.PI / 180;

/**
 * Metres a degree of longitude and of latitude at a latitude: the prime-vertical and meridian radii of
 * curvature of the WGS 84 ellipsoid.
 */
export const metresPerDegree = (latDeg: number): { eastM: number; northM: number } => {
  const s = Math.sin(latDeg * radians);
  const w2 = 1 - e2 * s * s;
  const primeVerticalM = semiMajorM / Math.sqrt(w2);
  const meridianM = (semiMajorM * (1 - e2)) / (w2 * Math.sqrt(w2));
  return { eastM: primeVerticalM * Math.cos(latDeg * radians) * radians, northM: meridianM * radians };
};
