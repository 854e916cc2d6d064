import { lonLatToPixel, pixelToLonLat } from '../../geo/grid.ts';
import { vn2000Proj } from '../../geo/vn2000.ts';
import { mercatorHalfM, mercatorPixelM } from '../raster/web-mercator.ts';

/** From WGS 84 degrees to a reference system's own units. */
export type Projection = (lon: number, lat: number) => readonly [x: number, y: number];

/** PROJ string of a reference system that needs proj4; undefined for one we don't know. */
const projString = (epsg: number): string | undefined => {
  const zone = epsg % 100;
  if (epsg >= 32601 && epsg <= 32660) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
  if (epsg >= 32701 && epsg <= 32760) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
  return vn2000Proj(epsg);
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

/** From a reference system's own units to degrees of WGS 84; undefined for one we don't know. */
export const projectionFrom = async (
  epsg: number,
): Promise<((x: number, y: number) => readonly [lon: number, lat: number]) | undefined> => {
  if (epsg === 4326) return (x, y) => [x, y];
  if (epsg === 3857) {
    const pixelM = mercatorPixelM(0);
    return (x, y) => pixelToLonLat(0, (x + mercatorHalfM) / pixelM, (mercatorHalfM - y) / pixelM);
  }
  const text = projString(epsg);
  if (text === undefined) return undefined;
  const { default: proj4 } = await import('proj4');
  const { inverse } = proj4('EPSG:4326', text);
  return (x, y) => inverse([x, y]) as [number, number];
};
