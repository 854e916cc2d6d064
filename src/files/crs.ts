import { lonLatToPixel } from '../geo/grid.ts';
import { mercatorHalfM, mercatorPixelM } from './web-mercator.ts';

/** From WGS 84 degrees to a reference system's own units. */
export type Projection = (lon: number, lat: number) => readonly [x: number, y: number];

/**
 * VN-2000 to WGS 84 (EPSG:4756 "VN-2000 to WGS 84 (2)", 1 m): metres, arc seconds, ppm. The register states the
 * rotations for a coordinate frame; PROJ's towgs84 takes them for a position vector, so their signs are turned.
 */
const vn2000 =
  '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs';

/** EPSG codes of VN-2000 / TM-3 and the central meridians of their zones. */
const tm3Meridians: ReadonlyMap<number, number> = new Map([
  [5896, 107.75],
  [5897, 102],
  [5898, 105],
  [5899, 108],
  [9205, 103],
  [9206, 104],
  [9207, 104.5],
  [9208, 104.75],
  [9209, 105.5],
  [9210, 105.75],
  [9211, 106],
  [9212, 106.25],
  [9213, 106.5],
  [9214, 107],
  [9215, 107.25],
  [9216, 107.5],
  [9217, 108.25],
  [9218, 108.5],
]);

/** PROJ string of a reference system that needs proj4; undefined for one we don't know. */
const projString = (epsg: number): string | undefined => {
  const zone = epsg % 100;
  if (epsg >= 32601 && epsg <= 32660) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
  if (epsg >= 32701 && epsg <= 32760) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
  if (epsg === 4756) return `+proj=longlat ${vn2000}`;
  if (epsg === 3405 || epsg === 3406) return `+proj=utm +zone=${epsg - 3357} ${vn2000} +units=m`;
  const meridian = tm3Meridians.get(epsg);
  if (meridian === undefined) return undefined;
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9999 +x_0=500000 +y_0=0 ${vn2000} +units=m`;
};

/** What `projectionTo` understands, for a refusal. */
export const knownSystems = 'EPSG:4326, 3857, 326xx, 327xx (UTM), 4756, 3405, 3406, 5896-5899, 9205-9218 (VN-2000)';

/** Projection into an EPSG reference system; undefined for one we don't know. proj4 loads only when it is needed. */
export const projectionTo = async (epsg: number): Promise<Projection | undefined> => {
  if (epsg === 4326) return (lon, lat) => [lon, lat];
  if (epsg === 3857) {
    const pixelM = mercatorPixelM(0);
    return (lon, lat) => {
      const [x, y] = lonLatToPixel(0, lon, lat);
      return [x * pixelM - mercatorHalfM, mercatorHalfM - y * pixelM];
    };
  }
  const text = projString(epsg);
  if (text === undefined) return undefined;
  const { default: proj4 } = await import('proj4');
  const { forward } = proj4('EPSG:4326', text);
  return (lon, lat) => forward([lon, lat]) as [number, number];
};
