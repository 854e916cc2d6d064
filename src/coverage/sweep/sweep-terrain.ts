import { worldPixels } from '../../geo/grid.ts';
import { terrainHeightAtPixel } from '../../geo/sample.ts';
import { type Grid, type LandCoverRaster, NO_HEIGHT, type TerrainRaster } from '../../model/raster.ts';
import { clutterHeightOf } from '../../radio/profile.ts';

/** The ground of a sweep, cell by cell of the pixel grid at the sweep's own zoom, row by row from the north-west. */
export interface SweepTerrain {
  grid: Grid;
  /** Bare terrain above sea level in units of `unitM`; `NO_HEIGHT` where unknown. */
  heights: Int16Array;
  /** A quarter of a metre, which the mean of four whole metres needs; a metre where there are heights over 8,191. */
  unitM: number;
  /** Representative height of the clutter on it, whole metres. */
  clutterM: Uint8Array;
  lowestM: number;
  highestM: number;
  /** Class of the land (`landCoverClasses`), for the models that ask about surroundings. */
  landCover: Uint8Array;
}

/** Where a ground's rasters are written, a number a cell; clutter zero so far. */
export type TerrainBuffers = Pick<SweepTerrain, 'heights' | 'clutterM'>;

/** The coarsest and the finest grid a ground is made for: 283 m to 8.9 m a cell at 21.6° N. */
export const sweepZooms = { min: 9, max: 14 } as const;

/** Cells of a coarser grid that lie wholly inside a finer one. */
const coarserGrid = ({ zoom, col0, row0, width, height }: Grid, to: number): Grid => {
  const n = 2 ** (zoom - to);
  const col = Math.ceil(col0 / n);
  const row = Math.ceil(row0 / n);
  return {
    zoom: to,
    col0: col,
    row0: row,
    width: Math.floor((col0 + width) / n) - col,
    height: Math.floor((row0 + height) / n) - row,
  };
};

/** The grid that a ground has at a zoom. RangeError outside `sweepZooms`. */
export const sweepGrid = (grid: Grid, zoom: number): Grid => {
  const { min, max } = sweepZooms;
  if (!(Number.isInteger(zoom) && zoom >= min && zoom <= max)) {
    throw new RangeError(`zoom must be a whole number from ${min} to ${max}, not ${zoom}`);
  }
  if (zoom <= grid.zoom) return coarserGrid(grid, zoom);
  const n = 2 ** (zoom - grid.zoom);
  return { zoom, col0: grid.col0 * n, row0: grid.row0 * n, width: grid.width * n, height: grid.height * n };
};

/** The unit in which all heights of a terrain fit into sixteen bits. */
const unitFor = ({ data }: TerrainRaster): number => {
  const most = 32_767 / 4;
  return data.every((h) => h === NO_HEIGHT || Math.abs(h) <= most) ? 0.25 : 1;
};

/** Mean of the known heights under each coarser cell; on a grid of the same zoom the heights themselves. */
const average = ({ grid: from, data }: TerrainRaster, grid: Grid, heights: Int16Array, unitM: number): void => {
  const n = 2 ** (from.zoom - grid.zoom);
  for (let r = 0, i = 0; r < grid.height; r++) {
    for (let c = 0; c < grid.width; c++, i++) {
      const corner = ((grid.row0 + r) * n - from.row0) * from.width + (grid.col0 + c) * n - from.col0;
      let sum = 0;
      let known = 0;
      for (let y = 0; y < n; y++) {
        for (let x = 0; x < n; x++) {
          const h = data[corner + y * from.width + x];
          if (h === NO_HEIGHT) continue;
          sum += h;
          known++;
        }
      }
      heights[i] = known > 0 ? Math.round(sum / known / unitM) : NO_HEIGHT;
    }
  }
};

/** Bilinear heights at the centres of finer cells. */
const interpolate = (terrain: TerrainRaster, grid: Grid, heights: Int16Array, unitM: number): void => {
  const n = 2 ** (grid.zoom - terrain.grid.zoom);
  for (let r = 0, i = 0; r < grid.height; r++) {
    for (let c = 0; c < grid.width; c++, i++) {
      const heightM = terrainHeightAtPixel(terrain, (grid.col0 + c + 0.5) / n, (grid.row0 + r + 0.5) / n);
      heights[i] = Number.isNaN(heightM) ? NO_HEIGHT : Math.round(heightM / unitM);
    }
  }
};

/** Mean clutter height under each cell, whole metres; the land-cover cell's own where that is as coarse or coarser. */
const coverWith = ({ grid: from, data }: LandCoverRaster, grid: Grid, clutterM: Uint8Array): void => {
  const scale = worldPixels(from.zoom) / worldPixels(grid.zoom);
  const n = Math.max(1, scale);
  for (let r = 0, i = 0; r < grid.height; r++) {
    for (let c = 0; c < grid.width; c++, i++) {
      const row = Math.floor((grid.row0 + r) * scale) - from.row0;
      const col = Math.floor((grid.col0 + c) * scale) - from.col0;
      let sum = 0;
      for (let y = row; y < row + n; y++) {
        for (let x = col; x < col + n; x++) {
          if (x >= 0 && y >= 0 && x < from.width && y < from.height) sum += clutterHeightOf(data[y * from.width + x]);
        }
      }
      clutterM[i] = Math.round(sum / (n * n));
    }
  }
};

/** Class of the land at each cell's centre; 0, unknown, outside. */
const classesOn = ({ grid: from, data }: LandCoverRaster, grid: Grid): Uint8Array => {
  const landCover = new Uint8Array(grid.width * grid.height);
  const scale = worldPixels(from.zoom) / worldPixels(grid.zoom);
  for (let r = 0, i = 0; r < grid.height; r++) {
    const row = Math.floor((grid.row0 + r + 0.5) * scale) - from.row0;
    for (let c = 0; c < grid.width; c++, i++) {
      const col = Math.floor((grid.col0 + c + 0.5) * scale) - from.col0;
      if (col >= 0 && row >= 0 && col < from.width && row < from.height) landCover[i] = data[row * from.width + col];
    }
  }
  return landCover;
};

/**
 * The ground at a zoom: averaged from a finer terrain, interpolated from a coarser one.
 *
 * @param landCover null where it is not known, or on a surface model, which has its clutter already
 * @param room where to write it, as many cells as `sweepGrid` has; its own where absent
 * @throws RangeError for a zoom outside `sweepZooms`
 */
export const sweepTerrainAt = (
  terrain: TerrainRaster,
  landCover: LandCoverRaster | null,
  zoom: number,
  withClutter = true,
  room?: TerrainBuffers,
): SweepTerrain => {
  const grid = sweepGrid(terrain.grid, zoom);
  const cells = grid.width * grid.height;
  const { heights, clutterM } = room ?? { heights: new Int16Array(cells), clutterM: new Uint8Array(cells) };
  const unitM = unitFor(terrain);
  if (zoom <= terrain.grid.zoom) average(terrain, grid, heights, unitM);
  else interpolate(terrain, grid, heights, unitM);
  if (landCover && withClutter) coverWith(landCover, grid, clutterM);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < cells; i++) {
    const h = heights[i];
    if (h === NO_HEIGHT) continue;
    if (h < lowest) lowest = h;
    if (h > highest) highest = h;
  }
  const classes = landCover ? classesOn(landCover, grid) : new Uint8Array(cells);
  return { grid, heights, unitM, clutterM, lowestM: lowest * unitM, highestM: highest * unitM, landCover: classes };
};
