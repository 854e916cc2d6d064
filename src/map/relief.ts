import { cellMetres, pixelToLonLat } from '../geo/grid.ts';
import { type LandCoverRaster, NO_HEIGHT, type TerrainRaster } from '../model/raster.ts';
import type { Palette } from './palette.ts';

/** Heights in metres at the three stops of the relief's tint. */
const tintHeights = [0, 300, 1000] as const;
/** Slopes are drawn steeper than they are, so that low hills read. */
const exaggeration = 1.6;
const waterClass = 1;

export interface ReliefImage {
  width: number;
  height: number;
  /** RGBA, row by row from the north-west; transparent where no height is known. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Shaded relief of a terrain, lit from the north-west, tinted by height, with water where land cover on the same grid
 * has it. Every `step`-th cell makes a pixel.
 */
export const reliefImage = (
  terrain: TerrainRaster,
  landCover: LandCoverRaster | null,
  palette: Pick<Palette, 'relief' | 'water' | 'shade'>,
  step = 1,
): ReliefImage => {
  const { grid, data } = terrain;
  const width = Math.floor(grid.width / step);
  const height = Math.floor(grid.height / step);
  const pixels = new Uint8ClampedArray(width * height * 4);
  const [, lat] = pixelToLonLat(grid.zoom, grid.col0, grid.row0 + grid.height / 2);
  const { eastM } = cellMetres(grid.zoom, lat);
  const slopeScale = exaggeration / (2 * step * eastM);
  const cover = landCover?.data.length === data.length ? landCover.data : null;
  const [low, middle, high] = palette.relief;

  for (let r = 0; r < height; r++) {
    const row = r * step * grid.width;
    const north = Math.max(0, r - 1) * step * grid.width;
    const south = Math.min(height - 1, r + 1) * step * grid.width;
    for (let c = 0; c < width; c++) {
      const i = row + c * step;
      const h = data[i];
      if (h === NO_HEIGHT) continue;
      const known = (at: number): number => (data[at] === NO_HEIGHT ? h : data[at]);
      const dx = (known(row + Math.min(width - 1, c + 1) * step) - known(row + Math.max(0, c - 1) * step)) * slopeScale;
      const dy = (known(south + c * step) - known(north + c * step)) * slopeScale;
      // light direction (−1, −1, √2)/2 on the surface normal (−dx, −dy, 1), relative to flat ground
      const lit = (dx + dy + Math.SQRT2) / (Math.SQRT2 * Math.sqrt(dx * dx + dy * dy + 1));
      const isWater = cover !== null && cover[i] === waterClass;
      const shade = isWater ? 1 : 1 + (lit - 1) * palette.shade;
      const upper = h > tintHeights[1];
      const from = upper ? middle : low;
      const to = upper ? high : middle;
      const span = upper ? tintHeights[2] - tintHeights[1] : tintHeights[1] - tintHeights[0];
      const f = Math.min(1, Math.max(0, (h - (upper ? tintHeights[1] : tintHeights[0])) / span));
      const p = (r * width + c) * 4;
      for (let k = 0; k < 3; k++) {
        pixels[p + k] = (isWater ? palette.water[k] : from[k] + (to[k] - from[k]) * f) * shade;
      }
      pixels[p + 3] = 255;
    }
  }
  return { width, height, pixels };
};
