import { InputError } from '../../model/problem.ts';
import { sweepGrid } from '../sweep/sweep-terrain.ts';
import type { CoverageScene, CoverageSettings } from './coverage-types.ts';

/** What a run may take, in bytes: a tab that grows past a gigabyte is closed by some browsers. */
const mostBytes = 1e9;
/** The ground's heights and clutter, by rows and by columns, and its land cover; a task's levels and servers. */
const bytesPerCellOfWorker = 2 * (2 + 1) + 1 + 2 + 2;
/** Levels and servers of a finished layer. */
const bytesPerCellOfLayer = 2 + 2;

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/**
 * How many of the workers wanted a run has memory for: the result is the same from any number.
 *
 * @throws InputError where there is none for a single one, with what it would take and what there is; nothing is computed yet
 */
export const workersThatFit = (
  scene: Pick<CoverageScene, 'terrain' | 'landCover' | 'operators'>,
  settings: Pick<CoverageSettings, 'zoom'>,
  wanted: number,
): number => {
  const { width, height } = sweepGrid(scene.terrain.grid, settings.zoom);
  const cells = width * height;
  const packBytes = scene.terrain.data.byteLength + (scene.landCover?.data.byteLength ?? 0);
  const shared = cells * bytesPerCellOfLayer * scene.operators.length + packBytes;
  const each = cells * bytesPerCellOfWorker + packBytes;
  const fit = Math.min(wanted, Math.floor((mostBytes - shared) / each));
  if (fit >= 1) return fit;
  throw new InputError([
    {
      file: 'coverage',
      place: `zoom ${settings.zoom}`,
      value: `${megabytes(shared + each)} MB`,
      rule: 'too-large',
      ruleValues: { max: megabytes(mostBytes), unit: 'MB' },
      severity: 'error',
    },
  ]);
};
