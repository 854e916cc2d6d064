import { NO_HEIGHT } from '../../../src/model/raster.ts';
import type { Ground } from '../ground.ts';

/** Cells a block's side. */
export const blockCells = 4;

/** The terrain in blocks of 4 × 4 cells, with sums that give mean and spread of any square at once. */
export interface LandBlocks {
  columns: number;
  rows: number;
  blockM: number;
  blockOf: (cell: number) => number;
  /** Mean height of a block; NaN where unknown. */
  heightM: (block: number) => number;
  /** Mean and standard deviation of the heights in a square of `2 · radiusM` around a cell; NaN where unknown. */
  around: (cell: number, radiusM: number) => { meanM: number; deviationM: number };
}

export const landBlocks = (ground: Ground, cellM: number): LandBlocks => {
  const { grid, data } = ground.terrain;
  const columns = Math.ceil(grid.width / blockCells);
  const rows = Math.ceil(grid.height / blockCells);
  const stride = columns + 1;
  const count = new Float64Array(stride * (rows + 1));
  const sum = new Float64Array(count.length);
  const squares = new Float64Array(count.length);
  // summed-area entry (r + 1, c + 1) first takes block (r, c) alone, then everything north-west of it
  for (let row = 0; row < grid.height; row++) {
    const base = (Math.floor(row / blockCells) + 1) * stride + 1;
    for (let col = 0; col < grid.width; col++) {
      const h = data[row * grid.width + col];
      if (h === NO_HEIGHT) continue;
      const s = base + Math.floor(col / blockCells);
      count[s]++;
      sum[s] += h;
      squares[s] += h * h;
    }
  }
  const heights = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const s = (r + 1) * stride + c + 1;
      heights[r * columns + c] = count[s] ? sum[s] / count[s] : Number.NaN;
    }
  }
  for (const table of [count, sum, squares]) {
    for (let r = 1; r <= rows; r++) {
      for (let c = 1; c <= columns; c++) {
        const s = r * stride + c;
        table[s] += table[s - 1] + table[s - stride] - table[s - stride - 1];
      }
    }
  }
  const blockM = blockCells * cellM;
  return {
    columns,
    rows,
    blockM,
    blockOf: (cell) =>
      Math.floor(Math.floor(cell / grid.width) / blockCells) * columns + Math.floor((cell % grid.width) / blockCells),
    heightM: (block) => heights[block],
    around: (cell, radiusM) => {
      const r = Math.floor(Math.floor(cell / grid.width) / blockCells);
      const c = Math.floor((cell % grid.width) / blockCells);
      const reach = Math.max(0, Math.round(radiusM / blockM));
      const r0 = Math.max(0, r - reach);
      const r1 = Math.min(rows, r + reach + 1);
      const c0 = Math.max(0, c - reach);
      const c1 = Math.min(columns, c + reach + 1);
      const of = (table: Float64Array): number =>
        table[r1 * stride + c1] - table[r0 * stride + c1] - table[r1 * stride + c0] + table[r0 * stride + c0];
      const n = of(count);
      if (n === 0) return { meanM: Number.NaN, deviationM: Number.NaN };
      const meanM = of(sum) / n;
      return { meanM, deviationM: Math.sqrt(Math.max(0, of(squares) / n - meanM * meanM)) };
    },
  };
};
