import { gridBounds, lonLatToPixel } from '../../geo/grid.ts';
import type { BoundingBox } from '../../model/place.ts';
import type { Raster } from '../../model/raster.ts';
import { NO_SIGNAL } from './coverage-types.ts';
import { type RampId, rampEntries, rampLowestDbm, rampPixels, rampStepDb, type SweepTerrain } from './ramp.ts';

/** How levels become colours. */
interface Look {
  /** Weaker signal is left out. */
  thresholdDbm: number;
  ramp: RampId;
  continuous: boolean;
}

/** A picture laid over the ground between parallels and meridians, rows even in latitude. */
export interface MapOverlayImage {
  width: number;
  height: number;
  bounds: BoundingBox;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Coverage as pixels that viewers lay out evenly in latitude. The grid is even in Mercator: left as it is, a province a
 * degree high would lie two cells off in its middle. Opacity is left to the viewer.
 *
 * @param levels - tenths of dBm, `NO_SIGNAL` where none
 */
export const overlayImage = (
  { grid, data: levels }: Raster<Int16Array>,
  look: Look,
  ground: SweepTerrain,
): MapOverlayImage => {
  const { width, height } = grid;
  const bounds = gridBounds(grid);
  const [west, south, , north] = bounds;
  const ramp = new Uint32Array(rampPixels(look.ramp, ground, look.continuous).buffer);
  const pixels = new Uint8ClampedArray(width * height * 4);
  const out = new Uint32Array(pixels.buffer);
  for (let row = 0; row < height; row++) {
    const lat = north + ((row + 0.5) / height) * (south - north);
    const [, y] = lonLatToPixel(grid.zoom, west, lat);
    const from = Math.min(height - 1, Math.floor(y) - grid.row0) * width;
    for (let col = 0; col < width; col++) {
      const level = levels[from + col];
      if (level === NO_SIGNAL || level < look.thresholdDbm * 10) continue;
      const entry = Math.floor((level / 10 - rampLowestDbm) / rampStepDb);
      out[row * width + col] = ramp[Math.max(0, Math.min(rampEntries - 1, entry))];
    }
  }
  return { width, height, bounds, pixels };
};
