import type { Grid } from '../../model/raster.ts';
import type { RasterWindow } from './degree-raster.ts';
import { edgesOf } from './grid-edges.ts';

/** The share of a source cell in each grid cell along one axis: from which, and how much in it and in those after it. */
const sharesOf = (start: number, end: number, edges: Float64Array): { first: number; shares: number[] } => {
  const rising = edges[edges.length - 1] > edges[0];
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const overlap = (i: number): number =>
    Math.min(high, rising ? edges[i + 1] : edges[i]) - Math.max(low, rising ? edges[i] : edges[i + 1]);
  const first = Math.max(0, bisect(edges, rising ? low : high, rising));
  const shares: number[] = [];
  for (let i = first; i + 1 < edges.length && overlap(i) > 0; i++) shares.push(overlap(i) / (high - low));
  return { first, shares };
};

/** Index of the cell between edges that a value lies in; −1 before the first. */
const bisect = (edges: Float64Array, value: number, rising: boolean): number => {
  let [from, to] = [-1, edges.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (rising ? edges[middle] <= value : edges[middle] >= value) from = middle;
    else to = middle;
  }
  return from;
};

/** People on a grid: those of each source cell go to the cells it covers, by area, so that the sum stays. */
export const peopleOnGrid = (window: RasterWindow, grid: Grid): Float32Array => {
  const { lons, lats } = edgesOf(grid);
  const { west, north, cellX, cellY, width, height, data } = window;
  const people = new Float32Array(grid.width * grid.height);
  const columns = Array.from({ length: width }, (_, x) => sharesOf(west + x * cellX, west + (x + 1) * cellX, lons));
  for (let y = 0; y < height; y++) {
    const rows = sharesOf(north - y * cellY, north - (y + 1) * cellY, lats);
    if (rows.shares.length === 0) continue;
    for (let x = 0; x < width; x++) {
      const count = data[y * width + x];
      if (!(count > 0)) continue;
      const { first, shares } = columns[x];
      rows.shares.forEach((down, j) => {
        const at = (rows.first + j) * grid.width + first;
        for (let i = 0; i < shares.length; i++) people[at + i] += count * down * shares[i];
      });
    }
  }
  return people;
};
