import { changeClasses, changeClassOf, NOT_SERVED } from '../../coverage/raster/coverage-change.ts';
import { NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { rampEntries, rampLowestDbm, rampStepDb } from '../../coverage/raster/ramp.ts';
import type { Grid } from '../../model/raster.ts';
import type { Theme } from '../palette.ts';
import type { CoverageImage } from './image.ts';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Orange for what is lost, blue for what is gained, as in ColorBrewer's oranges and blues: told apart by every kind of
 * colour-blindness. The ends stand out most from the map.
 */
const colours: Record<Theme, readonly Colour[]> = {
  light: [
    [166, 54, 3],
    [253, 174, 107],
    [206, 208, 206],
    [140, 186, 222],
    [8, 69, 148],
  ],
  dark: [
    [255, 146, 64],
    [150, 82, 38],
    [74, 82, 88],
    [44, 100, 152],
    [120, 196, 255],
  ],
};

/** The classes of the legend, worst first. */
export const changeSwatches = (theme: Theme) =>
  changeClasses.map((changeClass, k) => ({ changeClass, colour: `rgb(${colours[theme][k].join(' ')})` }));

/** A class is drawn as a level in the middle of its own share of the ramp. */
const entriesPerClass = Math.floor(rampEntries / changeClasses.length);
const levelOfClass = (k: number): number => Math.round((rampLowestDbm + (k + 0.5) * entriesPerClass * rampStepDb) * 10);

/** The ramp of `changeImage`, as `rampPixels` is that of levels. */
export const changePixels = (theme: Theme): Uint8Array<ArrayBuffer> => {
  const pixels = new Uint8Array(rampEntries * 4);
  for (let i = 0; i < rampEntries; i++) {
    const k = Math.min(changeClasses.length - 1, Math.floor(i / entriesPerClass));
    pixels.set([...colours[theme][k], 255], i * 4);
  }
  return pixels;
};

/** What happens to each cell between two rasters of levels, as an image for the layer of coverage. */
export const changeImage = (grid: Grid, before: Int16Array, after: Int16Array, thresholdDbm: number): CoverageImage => {
  const levels = changeClasses.map((_, k) => levelOfClass(k));
  const levelTenthsDbm = new Int16Array(before.length).fill(NO_SIGNAL);
  for (let i = 0; i < levelTenthsDbm.length; i++) {
    const k = changeClassOf(before[i], after[i], thresholdDbm);
    if (k !== NOT_SERVED) levelTenthsDbm[i] = levels[k];
  }
  return { grid, levelTenthsDbm };
};
