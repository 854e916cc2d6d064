import type { BoundingBox } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';

/** The tiles of the pixel grid at the grid's own zoom, 256 cells a side, that it touches. */
export const tilesOf = ({ col0, row0, width, height }: Grid): { x: number; y: number }[] => {
  const tiles: { x: number; y: number }[] = [];
  for (let y = Math.floor(row0 / 256); y * 256 < row0 + height; y++) {
    for (let x = Math.floor(col0 / 256); x * 256 < col0 + width; x++) tiles.push({ x, y });
  }
  return tiles;
};

/** South-west corners of the squares of so many degrees that a box touches. */
export const squaresOf = ([west, south, east, north]: BoundingBox, degrees: number): { lon: number; lat: number }[] => {
  const squares: { lon: number; lat: number }[] = [];
  const first = (value: number) => Math.floor(value / degrees) * degrees;
  for (let lat = first(south); lat < north; lat += degrees) {
    for (let lon = first(west); lon < east; lon += degrees) squares.push({ lon, lat });
  }
  return squares;
};

/** A corner as tile names have it: N21E105. */
export const cornerName = (lat: number, lon: number, between = ''): string => {
  const half = (value: number, positive: string, negative: string, digits: number) =>
    `${value < 0 ? negative : positive}${String(Math.abs(value)).padStart(digits, '0')}`;
  return `${half(lat, 'N', 'S', 2)}${between}${half(lon, 'E', 'W', 3)}`;
};
