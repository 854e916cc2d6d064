import type { HeightTile } from '../../files/raster/elevation-tile.ts';
import { terrainFromTiles, type VoidCount } from '../../files/raster/terrain-grid.ts';
import { gridCovering } from '../../geo/grid.ts';
import type { BoundingBox } from '../../model/place.ts';
import { type Grid, NO_HEIGHT, type TerrainRaster } from '../../model/raster.ts';
import type { RasterWindow } from './degree-raster.ts';

/** Heights on a grid, as a source has them: `NO_HEIGHT` where it has none. */
export interface GroundGiven {
  terrain: TerrainRaster;
  voids: readonly VoidCount[];
}

const boxOf = ({ west, north, width, height, cellX, cellY }: RasterWindow): BoundingBox => [
  west,
  north - height * cellY,
  west + width * cellX,
  north,
];

/** A window of heights as a tile; it speaks up to its outer edges, where the next one begins. */
const heightTile = (window: RasterWindow, file: string): HeightTile => {
  const { width, height, west, north, cellX, cellY } = window;
  const data = window.data instanceof Float32Array ? window.data : Float32Array.from(window.data);
  const sampleAt = (lon: number, lat: number) => [(lon - west) / cellX - 0.5, (north - lat) / cellY - 0.5] as const;
  return { file, width, height, data, sampleAt, edge: 0.5, notes: [] };
};

/** The part of a grid that a box touches; null where it touches nothing. */
const partOf = (grid: Grid, box: BoundingBox): Grid | null => {
  const around = gridCovering(box, grid.zoom);
  const col0 = Math.max(grid.col0, around.col0);
  const row0 = Math.max(grid.row0, around.row0);
  const width = Math.min(grid.col0 + grid.width, around.col0 + around.width) - col0;
  const height = Math.min(grid.row0 + grid.height, around.row0 + around.height) - row0;
  return width > 0 && height > 0 ? { ...grid, col0, row0, width, height } : null;
};

/** Tiles on a grid, each laid only where it is; where they overlap the first that knows a height gives it. */
export const groundOfTiles = (tiles: readonly { tile: HeightTile; box: BoundingBox }[], grid: Grid): GroundGiven => {
  const data = new Int16Array(grid.width * grid.height).fill(NO_HEIGHT);
  const voids: VoidCount[] = [];
  for (const { tile, box } of tiles) {
    const part = partOf(grid, box);
    if (!part) continue;
    const laid = terrainFromTiles([tile], part);
    voids.push(...laid.voids);
    for (let row = 0; row < part.height; row++) {
      const to = (part.row0 - grid.row0 + row) * grid.width + part.col0 - grid.col0;
      for (let col = 0; col < part.width; col++) {
        if (data[to + col] === NO_HEIGHT) data[to + col] = laid.terrain.data[row * part.width + col];
      }
    }
  }
  return { terrain: { grid, data }, voids };
};

export const groundOfWindows = (windows: readonly { window: RasterWindow; file: string }[], grid: Grid): GroundGiven =>
  groundOfTiles(
    windows.map(({ window, file }) => ({ tile: heightTile(window, file), box: boxOf(window) })),
    grid,
  );
