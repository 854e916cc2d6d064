import type { ServiceScene } from '../../src/coverage/service/service.ts';
import {
  emptyServiceResult,
  type ServiceResult,
  type ServiceSettings,
} from '../../src/coverage/service/service-types.ts';
import { poolSize, runPool } from '../pool.ts';
import { type TaskOptions, throwIfAborted } from '../progress.ts';
import { canSpawn, openThread } from '../thread.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { ServiceApi } from './api.ts';

/** Points a task: small enough for even progress and a quick cancel, large enough to hide the round trip. */
const pointsPerTask = 64;

interface Slice {
  from: number;
  to: number;
}

/**
 * Service at every point of a scene, over a pool of workers, or inline where there are none. The result does
 * not depend on the number of workers.
 */
export const computeServiceInWorkers = async (
  scene: ServiceScene,
  settings: ServiceSettings,
  { signal, onProgress, workers }: TaskOptions & { workers?: number } = {},
): Promise<ServiceResult> => {
  const total = scene.points.length;
  const result = emptyServiceResult(scene.operators, total);
  const slices: Slice[] = [];
  for (let from = 0; from < total; from += pointsPerTask) {
    slices.push({ from, to: Math.min(total, from + pointsPerTask) });
  }
  let done = 0;
  const take = ({ from, to }: Slice, part: ServiceResult): void => {
    const at = from * scene.operators.length;
    result.levelDbm.set(part.levelDbm, at);
    result.site.set(part.site, at);
    result.cell.set(part.cell, at);
    done += to - from;
    onProgress?.({ phase: 'service', done, total });
  };

  if (canSpawn()) {
    await runPool<ServiceApi, Slice, ServiceResult>({
      spawn: () => openThread(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), 'service'),
      size: workers ?? poolSize(slices.length),
      tasks: slices,
      setUp: (api) => api.setUp(transferRasters(scene), settings),
      run: (api, { from, to }) => api.run(from, to),
      onResult: take,
      signal,
    });
    return result;
  }
  const api = (await import('./api.ts')).createServiceApi();
  api.setUp(scene, settings);
  for (const slice of slices) {
    throwIfAborted(signal);
    take(slice, api.run(slice.from, slice.to));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return result;
};
