const radians = Math.PI / 180;

/** The same direction in (−180, 180]. */
export const wrapDeg = (angleDeg: number): number => angleDeg - 360 * Math.ceil((angleDeg - 180) / 360);

/*
 * Mechanical tilt turns the antenna about the horizontal axis across its boresight azimuth: it looks down in front,
 * up behind, and rolls at the sides. Both functions take a direction of the world, azimuth off the boresight azimuth
 * and elevation above the horizon, and give it in the coordinates of an antenna tilted down by `tiltDeg`.
 */

/** Azimuth off the tilted boresight, degrees in (−180, 180]. */
export const seenAzimuthDeg = (tiltDeg: number, azimuthDeg: number, elevationDeg: number): number => {
  if (tiltDeg === 0) return wrapDeg(azimuthDeg);
  const az = wrapDeg(azimuthDeg) * radians;
  const el = elevationDeg * radians;
  const t = tiltDeg * radians;
  const x = Math.cos(el) * Math.cos(az) * Math.cos(t) - Math.sin(el) * Math.sin(t);
  return Math.atan2(Math.cos(el) * Math.sin(az), x) / radians;
};

/** Elevation above the tilted antenna's equator, degrees. */
export const seenElevationDeg = (tiltDeg: number, azimuthDeg: number, elevationDeg: number): number => {
  if (tiltDeg === 0) return elevationDeg;
  const az = azimuthDeg * radians;
  const el = elevationDeg * radians;
  const t = tiltDeg * radians;
  const z = Math.cos(el) * Math.cos(az) * Math.sin(t) + Math.sin(el) * Math.cos(t);
  return Math.asin(Math.max(-1, Math.min(1, z))) / radians;
};
