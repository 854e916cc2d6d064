import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readHgt } from '../../src/files/raster/hgt.ts';
import { terrainFromTiles } from '../../src/files/raster/terrain-grid.ts';
import { gridCovering } from '../../src/geo/grid.ts';
import type { BoundingBox } from '../../src/model/place.ts';
import type { TerrainRaster } from '../../src/model/raster.ts';

const tile = fileURLToPath(new URL('../../../shared/data/thai-nguyen/N21E105.hgt', import.meta.url));

/** Whether the measured tile lies beside the repository; it is not part of it. */
export const hasSrtm = (): boolean => {
  const there = existsSync(tile);
  if (!there) console.warn('skipped: ../shared/data/thai-nguyen/N21E105.hgt is absent');
  return there;
};

/** Measured terrain of a box within the tile. */
export const srtmTerrain = (box: BoundingBox, zoom: number): TerrainRaster =>
  terrainFromTiles([readHgt(new Uint8Array(readFileSync(tile)), 'N21E105.hgt')], gridCovering(box, zoom)).terrain;
