import { cellCentre, cellMetres, worldPixels } from '../../geo/grid.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import { type Grid, type LandCoverRaster, landCoverClasses, type TerrainRaster } from '../../model/raster.ts';

/** The open country on a coarser grid than the pack's: what laying a cable over each cell depends on. */
export interface Ground {
  grid: Grid;
  /** Side of a cell in the middle of the grid. */
  cellM: number;
  /** At the middle of each cell; NaN where the terrain is not known. */
  heightM: Float64Array;
  /** Shares of each cell, 0..1. */
  water: Float32Array;
  forest: Float32Array;
}

const classOf = (name: string): number => Number(Object.entries(landCoverClasses).find(([, is]) => is === name)![0]);
const water = classOf('water');
const forest = classOf('forest');

/** The grid of a zoom level that covers another. */
const gridAt = ({ zoom: from, col0, row0, width, height }: Grid, zoom: number): Grid => {
  const scale = worldPixels(zoom) / worldPixels(from);
  const [left, top] = [Math.floor(col0 * scale), Math.floor(row0 * scale)];
  return {
    zoom,
    col0: left,
    row0: top,
    width: Math.ceil((col0 + width) * scale) - left,
    height: Math.ceil((row0 + height) * scale) - top,
  };
};

/** Terrain and land cover by cells of a zoom level no finer than their own, or of their own where that is coarser. */
export const sweepTerrainAt = (terrain: TerrainRaster, landCover: LandCoverRaster, zoom: number): Ground => {
  const grid = gridAt(terrain.grid, Math.min(zoom, terrain.grid.zoom));
  const cells = grid.width * grid.height;
  const ground: Ground = {
    grid,
    cellM: cellMetres(grid.zoom, cellCentre(grid, 0, grid.height >> 1)[1]).eastM,
    heightM: new Float64Array(cells),
    water: new Float32Array(cells),
    forest: new Float32Array(cells),
  };
  const scale = worldPixels(landCover.grid.zoom) / worldPixels(grid.zoom);
  const seen = new Float64Array(cells);
  for (let i = 0; i < cells; i++) {
    const col = i % grid.width;
    ground.heightM[i] = terrainHeightM(terrain, ...cellCentre(grid, col, (i - col) / grid.width));
  }
  const { data, grid: fine } = landCover;
  for (let r = 0; r < fine.height; r++) {
    const row = Math.floor((fine.row0 + r + 0.5) / scale) - grid.row0;
    if (row < 0 || row >= grid.height) continue;
    for (let c = 0; c < fine.width; c++) {
      const col = Math.floor((fine.col0 + c + 0.5) / scale) - grid.col0;
      if (col < 0 || col >= grid.width) continue;
      const i = row * grid.width + col;
      const is = data[r * fine.width + c];
      seen[i]++;
      if (is === water) ground.water[i]++;
      else if (is === forest) ground.forest[i]++;
    }
  }
  for (let i = 0; i < cells; i++) {
    if (seen[i] === 0) continue;
    ground.water[i] /= seen[i];
    ground.forest[i] /= seen[i];
  }
  return ground;
};
