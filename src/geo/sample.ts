import { type LandCoverRaster, NO_HEIGHT, type TerrainRaster } from '../model/raster.ts';
import { cellIndexAt, lonLatToPixel } from './grid.ts';

/**
 * Height in metres at a position of the grid, bilinear between the four cell centres around it.
 * `x` and `y` are pixels of the whole-world grid. NaN outside the outermost centres or next to an unknown cell.
 */
export const terrainHeightAtPixel = (terrain: TerrainRaster, x: number, y: number): number => {
  const { col0, row0, width, height } = terrain.grid;
  const u = x - col0 - 0.5;
  const v = y - row0 - 0.5;
  const c = Math.floor(u);
  const r = Math.floor(v);
  if (!(c >= 0 && r >= 0 && c < width - 1 && r < height - 1)) return Number.NaN;
  const i = r * width + c;
  const { data } = terrain;
  const nw = data[i];
  const ne = data[i + 1];
  const sw = data[i + width];
  const se = data[i + width + 1];
  if (nw === NO_HEIGHT || ne === NO_HEIGHT || sw === NO_HEIGHT || se === NO_HEIGHT) return Number.NaN;
  const fu = u - c;
  const fv = v - r;
  const north = nw + (ne - nw) * fu;
  const south = sw + (se - sw) * fu;
  return north + (south - north) * fv;
};

/** Height in metres at a position, bilinear; NaN where unknown. */
export const terrainHeightM = (terrain: TerrainRaster, lon: number, lat: number): number => {
  const [x, y] = lonLatToPixel(terrain.grid.zoom, lon, lat);
  return terrainHeightAtPixel(terrain, x, y);
};

/** Land-cover class at a position: that of its cell; 0 (unknown) outside. */
export const landCoverAt = (landCover: LandCoverRaster, lon: number, lat: number): number => {
  const index = cellIndexAt(landCover.grid, lon, lat);
  return index < 0 ? 0 : landCover.data[index];
};
