import { lonLatToPixel } from '../../../src/geo/grid.ts';
import type { Ground } from '../ground.ts';

/** Where there is no road at all. */
const farFromRoads = 1e6;

/** Calls `take` with every cell of a grid that a line of positions passes, about once a cell. */
export const walkLine = (
  grid: Ground['terrain']['grid'],
  line: readonly (readonly number[])[],
  take: (cell: number) => void,
): void => {
  for (let k = 1; k < line.length; k++) {
    const [x0, y0] = lonLatToPixel(grid.zoom, line[k - 1][0], line[k - 1][1]);
    const [x1, y1] = lonLatToPixel(grid.zoom, line[k][0], line[k][1]);
    const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    for (let s = 0; s <= steps; s++) {
      const col = Math.floor(x0 + ((x1 - x0) * s) / steps) - grid.col0;
      const row = Math.floor(y0 + ((y1 - y0) * s) / steps) - grid.row0;
      if (col >= 0 && row >= 0 && col < grid.width && row < grid.height) take(row * grid.width + col);
    }
  }
};

/** Metres from every cell to the nearest road: two chamfer passes, true to 5 %. */
export const roadDistances = (ground: Ground, cellM: number): Float32Array => {
  const { grid } = ground.terrain;
  const { width, height } = grid;
  const d = new Float32Array(width * height).fill(farFromRoads);
  for (const road of ground.roads.features) {
    walkLine(grid, road.geometry.coordinates, (cell) => {
      d[cell] = 0;
    });
  }
  const straight = cellM;
  const diagonal = cellM * Math.SQRT2;
  for (let row = 1; row < height; row++) {
    for (let i = row * width + 1; i < (row + 1) * width - 1; i++) {
      const up = i - width;
      d[i] = Math.min(d[i], d[i - 1] + straight, d[up] + straight, d[up - 1] + diagonal, d[up + 1] + diagonal);
    }
  }
  for (let row = height - 2; row >= 0; row--) {
    for (let i = (row + 1) * width - 2; i > row * width; i--) {
      const down = i + width;
      d[i] = Math.min(d[i], d[i + 1] + straight, d[down] + straight, d[down - 1] + diagonal, d[down + 1] + diagonal);
    }
  }
  return d;
};
