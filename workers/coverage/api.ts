import * as Comlink from 'comlink';
import { type CoveragePart, linesOf, runCoverageTask } from '../../src/coverage/raster/coverage.ts';
import type { CoverageScene, CoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { type CoverageTask, type LayerPlan, planLayers } from '../../src/coverage/raster/layer-plan.ts';
import type { RadialSweep } from '../../src/coverage/sweep/radial-sweep.ts';

/** What is left of a scene once its ground is laid and its stations stand: its rasters are of no more use. */
interface Run {
  settings: CoverageSettings;
  lines: RadialSweep;
  layers: LayerPlan[];
}

/** What a page draws for each telling costs more than many stations, where it is drawn in software. */
const tellEveryMs = 1000;

export const createCoverageApi = () => {
  let open: Run | null = null;
  return {
    setUp: (scene: CoverageScene, settings: CoverageSettings): void => {
      open = { settings, lines: linesOf(scene, settings), layers: planLayers(scene, settings) };
    },
    /** Best servers of a task's stations; `onStations` is told now and then how many are done. */
    run: (task: CoverageTask, onStations: (done: number) => void): CoveragePart => {
      if (!open) throw new Error('Coverage was asked for before the scene was given');
      let toldMs = Number.NEGATIVE_INFINITY;
      const part = runCoverageTask(open.settings, open.lines, open.layers[task.layer], task, (done) => {
        const nowMs = performance.now();
        if (nowMs - toldMs < tellEveryMs) return;
        toldMs = nowMs;
        onStations(done);
      });
      return Comlink.transfer(part, [part.levelTenthsDbm.buffer, part.server.buffer]);
    },
  };
};
export type CoverageApi = ReturnType<typeof createCoverageApi>;
