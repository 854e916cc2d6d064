import type { Problem } from '../../model/problem.ts';

/** Elevations in their source's own rows and columns, before they are brought onto the grid. */
export interface HeightTile {
  file: string;
  width: number;
  height: number;
  /** Metres, row by row; NaN where unknown. */
  data: Float32Array;
  /** Column and row of a position, fractional; whole numbers are samples, (0, 0) the first one. */
  sampleAt: (lon: number, lat: number) => readonly [column: number, row: number];
  /** How far outside its outermost samples the tile still speaks, in samples: 0 for points, ½ for cells. */
  edge: 0 | 0.5;
  /** What was made of the file that its giver should know: units converted, pictures left unread. */
  notes: readonly Problem[];
}
