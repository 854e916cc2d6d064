import type { Grid } from '../../src/model/raster.ts';
import { gradientNoise } from './noise.ts';

/** Wavelength in km and weight of each octave: long valleys first, then side valleys, then the roughness of slopes. */
const octaves: readonly [wavelengthKm: number, weight: number][] = [
  [4.6, 1],
  [2.3, 0.6],
  [1.15, 0.3],
  [0.55, 0.12],
  [0.28, 0.04],
];
/** How far, in km, long waves push the short ones aside, so that valleys bend. */
const warpKm = 1.1;
const warpWavelengthKm = 5;
const kmPerCellAtZoom12 = 0.0355;

/**
 * A dimensionless land form: low along connected valley lines, high on the ridges between. Valleys are where a wave
 * crosses zero, so they join into networks as rivers do. Float32, one value a cell; only its order matters.
 */
export const landForm = (grid: Grid, seed: number): Float32Array => {
  const form = new Float32Array(grid.width * grid.height);
  const km = kmPerCellAtZoom12 * 2 ** (12 - grid.zoom);
  for (let r = 0, i = 0; r < grid.height; r++) {
    const y0 = (grid.row0 + r) * km;
    for (let c = 0; c < grid.width; c++, i++) {
      const x0 = (grid.col0 + c) * km;
      const x = x0 + warpKm * gradientNoise(x0 / warpWavelengthKm, y0 / warpWavelengthKm, seed + 101);
      const y = y0 + warpKm * gradientNoise(x0 / warpWavelengthKm, y0 / warpWavelengthKm, seed + 102);
      let sum = 0;
      // a valley floor stays smooth: short waves count by the height the long ones have reached
      let carried = 1;
      for (let o = 0; o < octaves.length; o++) {
        const [wavelengthKm, weight] = octaves[o];
        const wave = Math.abs(gradientNoise(x / wavelengthKm, y / wavelengthKm, seed + o));
        sum += weight * wave * carried;
        carried = Math.min(1, 0.25 + 1.8 * wave);
      }
      form[i] = sum;
    }
  }
  return form;
};
