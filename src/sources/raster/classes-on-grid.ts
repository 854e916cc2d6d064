import type { Grid } from '../../model/raster.ts';
import type { RasterWindow } from './degree-raster.ts';
import { edgesOf } from './grid-edges.ts';

/**
 * Classes on a grid, by the mode of the source cells whose middle lies in a cell, or the nearest one where none does.
 * Codes are never averaged. Written into `data` where the window has something; 0 is nothing.
 */
export const layClasses = (window: RasterWindow, grid: Grid, data: Uint8Array): void => {
  const { lons, lats } = edgesOf(grid);
  const { west, north, cellX, cellY, width, height } = window;
  // source columns whose middle lies between two edges: from the first to before the next
  const firstColumn = Int32Array.from(lons, (lon) => Math.ceil((lon - west) / cellX - 0.5));
  const firstRow = Int32Array.from(lats, (lat) => Math.ceil((north - lat) / cellY - 0.5));
  const counts = new Int32Array(256);
  for (let r = 0; r < grid.height; r++) {
    const middleRow = Math.floor((north - (lats[r] + lats[r + 1]) / 2) / cellY);
    const [rowFrom, rowTo] = rangeOf(firstRow[r], firstRow[r + 1], middleRow, height);
    if (rowFrom >= rowTo) continue;
    for (let c = 0; c < grid.width; c++) {
      const middleColumn = Math.floor(((lons[c] + lons[c + 1]) / 2 - west) / cellX);
      const [from, to] = rangeOf(firstColumn[c], firstColumn[c + 1], middleColumn, width);
      let mode = 0;
      for (let y = rowFrom; y < rowTo; y++) {
        for (let x = from; x < to; x++) {
          const code = window.data[y * width + x];
          if (code !== 0 && ++counts[code] > counts[mode]) mode = code;
        }
      }
      for (let y = rowFrom; y < rowTo; y++) for (let x = from; x < to; x++) counts[window.data[y * width + x]] = 0;
      if (mode !== 0) data[r * grid.width + c] = mode;
    }
  }
};

const rangeOf = (first: number, end: number, nearest: number, length: number): [from: number, to: number] =>
  first < end ? [Math.max(0, first), Math.min(length, end)] : [Math.max(0, nearest), Math.min(length, nearest + 1)];
