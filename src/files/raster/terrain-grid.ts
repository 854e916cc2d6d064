import { cellCentre } from '../../geo/grid.ts';
import { type Grid, NO_HEIGHT, type TerrainRaster } from '../../model/raster.ts';
import type { HeightTile } from './elevation-tile.ts';
import { fillVoids } from './void-fill.ts';

export interface VoidCount {
  file: string;
  /** Samples interpolated from their surroundings. */
  filled: number;
  /** Samples that stay unknown: too far from known ones, or not surrounded by them. */
  left: number;
}

/**
 * Elevation tiles on the Web Mercator grid: holes in each tile filled, then bilinear between its samples. Where tiles
 * overlap the first one that knows a height gives it; cells no tile knows are `NO_HEIGHT`. Whole metres.
 */
export const terrainFromTiles = (
  tiles: readonly HeightTile[],
  grid: Grid,
): { terrain: TerrainRaster; voids: VoidCount[] } => {
  const data = new Int16Array(grid.width * grid.height).fill(NO_HEIGHT);
  const voids: VoidCount[] = [];
  const whole = tiles.map((tile) => {
    const { data: filledData, filled, left } = fillVoids(tile.data, tile.width, tile.height);
    voids.push({ file: tile.file, filled, left });
    return { ...tile, data: filledData };
  });
  // between samples first, then the half cell around the outermost ones, so that neighbours meet without a seam
  for (const edge of whole.some((tile) => tile.edge > 0) ? [0, 0.5] : [0]) {
    for (const tile of whole) if (tile.edge >= edge) lay(tile, edge, grid, data);
  }
  return { terrain: { grid, data }, voids };
};

const lay = (tile: HeightTile, edge: number, grid: Grid, data: Int16Array): void => {
  for (let row = 0, i = 0; row < grid.height; row++) {
    for (let col = 0; col < grid.width; col++, i++) {
      if (data[i] !== NO_HEIGHT) continue;
      const [lon, lat] = cellCentre(grid, col, row);
      const [x, y] = tile.sampleAt(lon, lat);
      const heightM = bilinear(tile, edge, x, y);
      if (!Number.isNaN(heightM)) data[i] = Math.round(heightM);
    }
  }
};

/** Height between four samples, the position drawn in to the outermost samples when it is at most `edge` outside. */
const bilinear = ({ data, width, height }: HeightTile, edge: number, x: number, y: number): number => {
  if (!(x >= -edge && y >= -edge && x <= width - 1 + edge && y <= height - 1 + edge)) return Number.NaN;
  const u = Math.min(Math.max(x, 0), width - 1);
  const v = Math.min(Math.max(y, 0), height - 1);
  const c = Math.min(Math.floor(u), Math.max(0, width - 2));
  const r = Math.min(Math.floor(v), Math.max(0, height - 2));
  const right = Math.min(c + 1, width - 1);
  const below = Math.min(r + 1, height - 1);
  const fu = u - c;
  const fv = v - r;
  const north = data[r * width + c] * (1 - fu) + data[r * width + right] * fu;
  const south = data[below * width + c] * (1 - fu) + data[below * width + right] * fu;
  return north * (1 - fv) + south * fv;
};
