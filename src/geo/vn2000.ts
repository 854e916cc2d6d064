/**
 * Datum shift from VN-2000 to WGS 84, EPSG operation "VN-2000 to WGS 84 (2)" (stated accuracy 1 m), the parameters of
 * Decision 05/2007/QĐ-BTNMT: metres, arc seconds, parts per million. The rotations are those of a coordinate frame.
 */
export const vn2000Shift = {
  xM: -191.90441429,
  yM: -39.30318279,
  zM: -111.45032835,
  rotationXArcSec: -0.00928836,
  rotationYArcSec: 0.01975479,
  rotationZArcSec: -0.00427372,
  scalePpm: 0.252906278,
} as const;

const { xM, yM, zM, rotationXArcSec, rotationYArcSec, rotationZArcSec, scalePpm } = vn2000Shift;

/** PROJ's towgs84 takes rotations of a position vector: those of a coordinate frame with their signs turned. */
const datum = `+ellps=WGS84 +towgs84=${[xM, yM, zM, -rotationXArcSec, -rotationYArcSec, -rotationZArcSec, scalePpm].join()} +no_defs`;

/** A plane of VN-2000: its EPSG code, its central meridian in degrees and the width of its zone. */
export interface Vn2000Zone {
  epsg: number;
  meridianDeg: number;
  widthDeg: 3 | 6;
}

const tm3 = (epsg: number, meridianDeg: number): Vn2000Zone => ({ epsg, meridianDeg, widthDeg: 3 });

/** Every plane of VN-2000 in the EPSG register: VN-2000 / TM-3 by meridian, and the two zones of 6°. */
export const vn2000Zones: readonly Vn2000Zone[] = [
  tm3(5897, 102),
  tm3(9205, 103),
  tm3(9206, 104),
  tm3(9207, 104.5),
  tm3(9208, 104.75),
  tm3(5898, 105),
  tm3(9209, 105.5),
  tm3(9210, 105.75),
  tm3(9211, 106),
  tm3(9212, 106.25),
  tm3(9213, 106.5),
  tm3(9214, 107),
  tm3(9215, 107.25),
  tm3(9216, 107.5),
  tm3(5896, 107.75),
  tm3(5899, 108),
  tm3(9217, 108.25),
  tm3(9218, 108.5),
  { epsg: 3405, meridianDeg: 105, widthDeg: 6 },
  { epsg: 3406, meridianDeg: 111, widthDeg: 6 },
];

/** Degrees of VN-2000, unprojected. */
export const vn2000Degrees = 4756;

/** The zone Thái Nguyên surveys in: 106°30', 3°. */
export const thaiNguyenZone = 9213;

/** PROJ's words for VN-2000 in degrees or in one of its planes, easting before northing; undefined for another system. */
export const vn2000Proj = (epsg: number): string | undefined => {
  if (epsg === vn2000Degrees) return `+proj=longlat ${datum}`;
  const zone = vn2000Zones.find((candidate) => candidate.epsg === epsg);
  if (!zone) return undefined;
  const scale = zone.widthDeg === 3 ? 0.9999 : 0.9996;
  return `+proj=tmerc +lat_0=0 +lon_0=${zone.meridianDeg} +k=${scale} +x_0=500000 +y_0=0 ${datum} +units=m`;
};
