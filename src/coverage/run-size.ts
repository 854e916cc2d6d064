import type { CoverageScene, CoverageSettings } from './coverage-types.ts';
import { groundGrid } from './sweep/ground.ts';

/** What a run may take, in bytes: a tab that grows past a gigabyte is closed by some browsers. */
const mostBytes = 1e9;
/** Terrain as floats, clutter and land cover; and a task's levels and servers. */
const bytesPerCellOfWorker = 4 + 1 + 1 + 2 + 2;
/** Levels and servers of a finished layer. */
const bytesPerCellOfLayer = 2 + 2;

export interface RunSize {
  bytes: number;
  mostBytes: number;
}

/** What a run over so many workers takes in memory, about. */
export const coverageRunSize = (scene: CoverageScene, settings: CoverageSettings, workers: number): RunSize => {
  const { width, height } = groundGrid(scene.terrain.grid, settings.zoom);
  const cells = width * height;
  const packBytes = scene.terrain.data.byteLength + (scene.landCover?.data.byteLength ?? 0);
  const bytes =
    cells * (bytesPerCellOfWorker * workers + bytesPerCellOfLayer * scene.operators.length) + packBytes * (workers + 1);
  return { bytes, mostBytes };
};
