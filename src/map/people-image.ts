import type { Raster } from '../model/raster.ts';
import type { Theme } from './palette.ts';

/** People a place would reach: at or above the first figure its colour, none below it. */
export const peopleSteps = [1, 10, 30, 100, 300] as const;

/** Few to many, told apart by lightness alone as well. */
export const peopleColours: Record<Theme, readonly string[]> = {
  light: ['#d8c7ea', '#b391d6', '#8d5cc0', '#66309d', '#3d0f6b'],
  dark: ['#4a3566', '#6b4a99', '#9068c7', '#b894e6', '#e4d2ff'],
};

const opacity = 160;

const channels = (colour: string): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The raster as pixels, a cell each; places that reach nobody are left clear. */
export const peopleImage = ({ grid, data }: Raster<Float32Array>, theme: Theme): Uint8ClampedArray<ArrayBuffer> => {
  const colours = peopleColours[theme].map(channels);
  const pixels = new Uint8ClampedArray(grid.width * grid.height * 4);
  data.forEach((people, cell) => {
    const step = peopleSteps.findLastIndex((from) => people >= from);
    if (step < 0) return;
    pixels.set([...colours[step], opacity], cell * 4);
  });
  return pixels;
};
