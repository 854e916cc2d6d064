import * as Comlink from 'comlink';
import {
  type CoveragePart,
  type CoverageTask,
  groundOf,
  type LayerPlan,
  planLayers,
  runCoverageTask,
} from '../../src/coverage/coverage.ts';
import type { CoverageScene, CoverageSettings } from '../../src/coverage/coverage-types.ts';
import type { Ground } from '../../src/coverage/sweep/ground.ts';

interface Run {
  scene: CoverageScene;
  settings: CoverageSettings;
  ground: Ground;
  layers: LayerPlan[];
}

let run: Run | null = null;

export const coverageApi = {
  setUp: (scene: CoverageScene, settings: CoverageSettings): void => {
    run = { scene, settings, ground: groundOf(scene, settings), layers: planLayers(scene, settings) };
  },
  /** Best servers of a task's stations; `onStation` is told after each. */
  run: (task: CoverageTask, onStation: () => void): CoveragePart => {
    if (!run) throw new Error('Coverage was asked for before the scene was given');
    const part = runCoverageTask(run.scene, run.settings, run.ground, run.layers[task.layer], task, onStation);
    return Comlink.transfer(part, [part.rsrp.buffer, part.server.buffer]);
  },
};
export type CoverageApi = typeof coverageApi;
