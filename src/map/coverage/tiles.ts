import { worldPixels } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';

/** The part of an image that one texture holds, in cells from the image's north-west corner. */
export interface Tile {
  col: number;
  row: number;
  width: number;
  height: number;
}

/** Cuts an image into textures no side of which is longer than `longestSide`, row by row. */
export const tilesOf = (width: number, height: number, longestSide: number): Tile[] => {
  const tiles: Tile[] = [];
  for (let row = 0; row < height; row += longestSide) {
    for (let col = 0; col < width; col += longestSide) {
      tiles.push({
        col,
        row,
        width: Math.min(longestSide, width - col),
        height: Math.min(longestSide, height - row),
      });
    }
  }
  return tiles;
};

/**
 * The matrix that takes a tile's unit square (0,0 north-west to 1,1 south-east) to clip space. `matrix` takes the unit
 * square of the Mercator world there, column by column. The product is taken in double precision before it is rounded
 * for the graphics card, so that cells keep their place to a fraction of a pixel at any zoom.
 */
export const tileMatrix = (matrix: ArrayLike<number>, grid: Grid, tile: Tile): Float32Array => {
  const world = worldPixels(grid.zoom);
  const x = (grid.col0 + tile.col) / world;
  const y = (grid.row0 + tile.row) / world;
  const width = tile.width / world;
  const height = tile.height / world;
  const product = new Float32Array(16);
  for (let i = 0; i < 4; i++) {
    product[i] = matrix[i] * width;
    product[4 + i] = matrix[4 + i] * height;
    product[8 + i] = matrix[8 + i];
    product[12 + i] = matrix[i] * x + matrix[4 + i] * y + matrix[12 + i];
  }
  return product;
};
