import { worldPixels } from '../../geo/grid.ts';

/** Half the width of the Web Mercator square, metres of EPSG:3857: π times the sphere's radius. */
export const mercatorHalfM = Math.PI * 6_378_137;

/** Side of a pixel of the grid at a zoom level, metres of EPSG:3857. */
export const mercatorPixelM = (zoom: number): number => (2 * mercatorHalfM) / worldPixels(zoom);
