import { resilienceFinding } from '../../src/resilience/resilience-finding.ts';
import type { ResilienceFinding, ResilienceQuestion, ResilienceScene } from '../../src/resilience/resilience-types.ts';
import type { HamletHold } from '../../src/resilience/threads.ts';
import { poolSize, runPool } from '../pool.ts';
import { type TaskOptions, throwIfAborted } from '../progress.ts';
import { canSpawn, openThread } from '../thread.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { ResilienceApi } from './api.ts';

/** Hamlets a task: a hamlet takes a few times as long as its service, so fewer than points of a service run. */
const hamletsPerTask = 8;

interface Slice {
  from: number;
  to: number;
}

/** What one failure takes, over a pool of workers, or inline where there are none. */
export const findResilienceInWorkers = async (
  scene: ResilienceScene,
  question: ResilienceQuestion,
  { signal, onProgress }: TaskOptions = {},
): Promise<ResilienceFinding> => {
  throwIfAborted(signal);
  const total = scene.hamlets.length;
  const holds: HamletHold[] = new Array(total);
  const slices: Slice[] = [];
  for (let from = 0; from < total; from += hamletsPerTask) {
    slices.push({ from, to: Math.min(total, from + hamletsPerTask) });
  }
  let done = 0;
  const take = ({ from, to }: Slice, part: readonly HamletHold[]): void => {
    part.forEach((hold, i) => {
      holds[from + i] = hold;
    });
    done += to - from;
    onProgress?.({ phase: 'resilience', done, total });
  };

  if (canSpawn()) {
    await runPool<ResilienceApi, Slice, HamletHold[]>({
      spawn: () => openThread(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), 'resilience'),
      size: poolSize(slices.length),
      tasks: slices,
      setUp: (api) => api.setUp(transferRasters(scene), question),
      run: (api, { from, to }) => api.run(from, to),
      onResult: take,
      signal,
    });
  } else {
    const api = (await import('./api.ts')).createResilienceApi();
    api.setUp(scene, question);
    for (const slice of slices) {
      throwIfAborted(signal);
      take(slice, api.run(slice.from, slice.to));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return resilienceFinding(scene, question, holds);
};
