/** A window of the Web Mercator pixel grid at a zoom level. Column and row count from the world's north-west corner. */
export interface Grid {
  zoom: number;
  col0: number;
  row0: number;
  width: number;
  height: number;
}

export type RasterData = Int16Array | Uint8Array | Float32Array;

/** Values at the centres of a grid's cells, row by row from the north-west. */
export interface Raster<T extends RasterData = RasterData> {
  grid: Grid;
  data: T;
}

/** Elevation in whole metres; `NO_HEIGHT` where unknown. */
export type TerrainRaster = Raster<Int16Array>;
export const NO_HEIGHT = -32768;

/** Land-cover classes; the values stand in the raster. */
export const landCoverClasses = {
  0: 'unknown',
  1: 'water',
  2: 'open',
  3: 'suburban',
  4: 'urban',
  5: 'forest',
  6: 'dense-urban',
} as const;
export type LandCoverClass = (typeof landCoverClasses)[keyof typeof landCoverClasses];
export type LandCoverRaster = Raster<Uint8Array>;
