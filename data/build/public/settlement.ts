import { cellCentre } from '../../../src/geo/grid.ts';
import type { Cluster } from '../../../src/model/hamlet.ts';
import type { Grid } from '../../../src/model/raster.ts';

/** A hamlet's homes are gathered by squares of so many cells: about 430 m at z=12. */
const squareCells = 12;
const mostClusters = 4;

/** People of a square: where they live, weighted by how many. */
interface Square {
  people: number;
  col: number;
  row: number;
}

/** Squares with people that belong to each of several centres, most people first. */
export interface Settlement {
  squares: readonly Square[];
  people: number;
}

/** The people of a commune's cells, given to the nearest of its centres, gathered by squares. */
export const settle = (
  cells: Int32Array,
  raster: Float32Array,
  grid: Grid,
  centres: readonly number[],
): Settlement[] => {
  const { width } = grid;
  const gathered = centres.map(() => new Map<number, Square>());
  for (const cell of cells) {
    const people = raster[cell];
    if (!(people > 0)) continue;
    const [col, row] = [cell % width, Math.floor(cell / width)];
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centres.length; k++) {
      const d = ((centres[k] % width) - col) ** 2 + (Math.floor(centres[k] / width) - row) ** 2;
      if (d < least) {
        least = d;
        nearest = k;
      }
    }
    const key = Math.floor(row / squareCells) * width + Math.floor(col / squareCells);
    const square = gathered[nearest].get(key);
    if (!square) gathered[nearest].set(key, { people, col, row });
    else {
      square.col += ((col - square.col) * people) / (square.people + people);
      square.row += ((row - square.row) * people) / (square.people + people);
      square.people += people;
    }
  }
  return gathered.map((bySquare) => {
    const squares = [...bySquare.values()].sort((a, b) => b.people - a.people || a.row - b.row || a.col - b.col);
    return { squares, people: squares.reduce((sum, square) => sum + square.people, 0) };
  });
};

/** Weights of the clusters a settlement comes to: its largest squares, the others' people with the nearest of them. */
export const clustersOf = ({ squares }: Settlement): Square[] => {
  const kept = squares.slice(0, mostClusters).map((square) => ({ ...square }));
  for (const { people, col, row } of squares.slice(mostClusters)) {
    const [nearest] = [...kept].sort(
      (a, b) => Math.hypot(a.col - col, a.row - row) - Math.hypot(b.col - col, b.row - row),
    );
    nearest.people += people;
  }
  return kept;
};

const round6 = (v: number): number => Math.round(v * 1e6) / 1e6;

export const clusterAt = (grid: Grid, { col, row }: Square, people: number): Cluster => {
  const [lon, lat] = cellCentre(grid, col, row);
  return { position: [round6(lon), round6(lat)], people };
};
