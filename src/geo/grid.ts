import type { BoundingBox, LonLat } from '../model/place.ts';
import type { Grid } from '../model/raster.ts';
import { metresPerDegree } from './ellipsoid.ts';

/** Pixels a tile side, as map tiles have them. */
const tilePixels = 256;
const radians = Math.PI / 180;

/** Pixels around the world at a zoom level. */
export const worldPixels = (zoom: number): number => tilePixels * 2 ** zoom;

/**
 * Position on the Web Mercator pixel grid (EPSG:3857), in pixels from the world's north-west corner.
 * Cell (c, r) covers [c, c+1) × [r, r+1).
 */
export const lonLatToPixel = (zoom: number, lon: number, lat: number): [x: number, y: number] => {
  const size = worldPixels(zoom);
  const s = Math.sin(lat * radians);
  return [((lon + 180) / 360) * size, (0.5 - Math.atanh(s) / (2 * Math.PI)) * size];
};

/** Inverse of `lonLatToPixel`. */
export const pixelToLonLat = (zoom: number, x: number, y: number): LonLat => {
  const size = worldPixels(zoom);
  return [(x / size) * 360 - 180, Math.asin(Math.tanh((0.5 - y / size) * 2 * Math.PI)) / radians];
};

/** The smallest grid that covers a box, widened by whole cells on every side. */
export const gridCovering = (box: BoundingBox, zoom: number, marginCells = 0): Grid => {
  const [west, north] = lonLatToPixel(zoom, box[0], box[3]);
  const [east, south] = lonLatToPixel(zoom, box[2], box[1]);
  const col0 = Math.floor(west) - marginCells;
  const row0 = Math.floor(north) - marginCells;
  return {
    zoom,
    col0,
    row0,
    width: Math.ceil(east) + marginCells - col0,
    height: Math.ceil(south) + marginCells - row0,
  };
};

/** Metres a cell spans east and north on the WGS 84 ellipsoid at a latitude. They differ by 0.6 % at 21.6° N. */
export const cellMetres = (zoom: number, latDeg: number): { eastM: number; northM: number } => {
  const degrees = 360 / worldPixels(zoom);
  const perDegree = metresPerDegree(latDeg);
  return { eastM: perDegree.eastM * degrees, northM: perDegree.northM * degrees * Math.cos(latDeg * radians) };
};

/** Centre of a cell, counted from the grid's own north-west corner. */
export const cellCentre = (grid: Grid, col: number, row: number): LonLat =>
  pixelToLonLat(grid.zoom, grid.col0 + col + 0.5, grid.row0 + row + 0.5);

/** Index of the cell a position falls in, row by row from the north-west; −1 outside the grid. */
export const cellIndexAt = (grid: Grid, lon: number, lat: number): number => {
  const [x, y] = lonLatToPixel(grid.zoom, lon, lat);
  const col = Math.floor(x) - grid.col0;
  const row = Math.floor(y) - grid.row0;
  return col >= 0 && row >= 0 && col < grid.width && row < grid.height ? row * grid.width + col : -1;
};

/** West, south, east, north of a grid's outer edges. */
export const gridBounds = (grid: Grid): BoundingBox => {
  const [west, north] = pixelToLonLat(grid.zoom, grid.col0, grid.row0);
  const [east, south] = pixelToLonLat(grid.zoom, grid.col0 + grid.width, grid.row0 + grid.height);
  return [west, south, east, north];
};
