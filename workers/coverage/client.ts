import * as Comlink from 'comlink';
import { outsideModelOf } from '../../src/coverage/network/outside-model.ts';
import type { CoveragePart } from '../../src/coverage/raster/coverage.ts';
import type {
  CoverageLayer,
  CoverageResult,
  CoverageScene,
  CoverageSettings,
} from '../../src/coverage/raster/coverage-types.ts';
import { type CoverageTask, planLayers, planTasks, transmitHeightsIn } from '../../src/coverage/raster/layer-plan.ts';
import { requireForNetwork } from '../../src/coverage/raster/one-site-only.ts';
import { workersThatFit } from '../../src/coverage/raster/run-size.ts';
import { sweepGrid } from '../../src/coverage/sweep/sweep-terrain.ts';
import { poolSize, runPool } from '../pool.ts';
import { type TaskOptions, throwIfAborted } from '../progress.ts';
import { canSpawn, openThread } from '../thread.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { CoverageApi } from './api.ts';

/**
 * Best servers of every operator over a pool of workers, or inline where there are none. The same bytes from any number
 * of workers.
 *
 * @throws InputError when the run would not fit into memory, or its model is for one site, before anything is computed
 */
export const computeCoverageInWorkers = async (
  scene: CoverageScene,
  settings: CoverageSettings,
  { signal, onProgress, workers }: TaskOptions & { workers?: number } = {},
): Promise<CoverageResult> => {
  throwIfAborted(signal);
  requireForNetwork(settings);
  // what sweeps comes with the first run
  const { layerOf, mergePart } = await import('../../src/coverage/raster/coverage.ts');
  const plans = planLayers(scene, settings);
  const size = workersThatFit(scene, settings, canSpawn() ? (workers ?? poolSize(Number.POSITIVE_INFINITY)) : 1);
  const tasks = planTasks(plans, size);
  const grid = sweepGrid(scene.terrain.grid, settings.zoom);
  // made no sooner than there is something to put in: a province's takes 25 MB
  const layers: (CoverageLayer | undefined)[] = plans.map(() => undefined);
  const outsideDem: number[] = [];
  let restarts = 0;
  const total = tasks.reduce((sum, { from, to }) => sum + to - from, 0);
  const doneOf = new Map<CoverageTask, number>();
  const tell = (task: CoverageTask, done: number): void => {
    // what a worker told before its end may come after it
    doneOf.set(task, Math.max(done, doneOf.get(task) ?? 0));
    const all = [...doneOf.values()].reduce((sum, stations) => sum + stations, 0);
    onProgress?.({ phase: 'coverage', done: Math.floor(all), total });
  };
  const take = (task: CoverageTask, part: CoveragePart): void => {
    const layer = layers[part.layer];
    if (layer) mergePart(layer, grid, part);
    else layers[part.layer] = layerOf(plans[part.layer], settings, grid, part);
    outsideDem.push(...part.outsideDem);
    tell(task, task.to - task.from);
  };
  const counting =
    (task: CoverageTask) =>
    (done: number): void =>
      tell(task, done);

  if (canSpawn()) {
    await runPool<CoverageApi, CoverageTask, CoveragePart>({
      spawn: () => openThread(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), 'coverage'),
      size,
      tasks,
      setUp: (api) => api.setUp(transferRasters(scene), settings),
      run: (api, task) => api.run(task, Comlink.proxy(counting(task))),
      onResult: take,
      onRestart: () => {
        restarts++;
      },
      signal,
    });
  } else {
    const api = (await import('./api.ts')).createCoverageApi();
    api.setUp(scene, settings);
    for (const task of tasks) {
      throwIfAborted(signal);
      take(task, api.run(task, counting(task)));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return {
    grid,
    settings,
    layers: plans.map((plan, i) => layers[i] ?? layerOf(plan, settings, grid)),
    outsideDem: [...new Set(outsideDem)].sort((a, b) => a - b),
    outsideModel: outsideModelOf(transmitHeightsIn(plans), settings),
    restarts,
  };
};
