import { InputError } from '../model/problem.ts';
import type { CoverageScene, CoverageSettings } from './coverage-types.ts';
import { groundGrid } from './sweep/ground.ts';

/** What a run may take, in bytes: a tab that grows past a gigabyte is closed by some browsers. */
const mostBytes = 1e9;
/** The ground's heights, clutter and land cover; a task's levels and servers. */
const bytesPerCellOfWorker = 4 + 1 + 1 + 2 + 2;
/** Levels and servers of a finished layer. */
const bytesPerCellOfLayer = 2 + 2;

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/**
 * Refuses a run that would not fit into memory over so many workers, before anything is computed.
 *
 * @throws InputError with what it would take and what there is
 */
export const refuseTooLarge = (
  scene: Pick<CoverageScene, 'terrain' | 'landCover' | 'operators'>,
  settings: Pick<CoverageSettings, 'zoom'>,
  workers: number,
): void => {
  const { width, height } = groundGrid(scene.terrain.grid, settings.zoom);
  const packBytes = scene.terrain.data.byteLength + (scene.landCover?.data.byteLength ?? 0);
  const perCell = bytesPerCellOfWorker * workers + bytesPerCellOfLayer * scene.operators.length;
  const bytes = width * height * perCell + packBytes * (workers + 1);
  if (bytes <= mostBytes) return;
  throw new InputError([
    {
      file: 'coverage',
      place: `zoom ${settings.zoom}`,
      value: `${megabytes(bytes)} MB`,
      rule: 'too-large',
      ruleValues: { max: megabytes(mostBytes), unit: 'MB' },
      severity: 'error',
    },
  ]);
};
