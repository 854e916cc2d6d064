import type {
  CapacityFinding,
  CapacityPlace,
  CapacityQuestion,
  CapacityScene,
} from '../../src/capacity/capacity-types.ts';
import { poolSize, runPool } from '../pool.ts';
import { type TaskOptions, throwIfAborted } from '../progress.ts';
import { runTask } from '../task.ts';
import { canSpawn, openThread } from '../thread.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { CapacityApi } from './api.ts';

/** Hamlets a task: at each every cell within reach is heard. */
const hamletsPerTask = 8;

interface Slice {
  from: number;
  to: number;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** What people get where they live, over a pool of workers, or inline where there are none. */
export const findCapacityInWorkers = async (
  scene: CapacityScene,
  question: CapacityQuestion,
  { signal, onProgress }: TaskOptions = {},
): Promise<CapacityFinding> => {
  throwIfAborted(signal);
  const total = scene.hamlets.length;
  const slices: Slice[] = [];
  for (let from = 0; from < total; from += hamletsPerTask)
    slices.push({ from, to: Math.min(total, from + hamletsPerTask) });
  const byHamlet: CapacityPlace[][] = new Array(total);
  let done = 0;
  const take = ({ from, to }: Slice, places: readonly CapacityPlace[]): void => {
    for (let hamlet = from; hamlet < to; hamlet++) byHamlet[hamlet] = places.filter((place) => place.hamlet === hamlet);
    done += to - from;
    onProgress?.({ phase: 'capacity', done, total });
  };

  if (!canSpawn()) {
    const api = (await import('./api.ts')).createCapacityApi();
    api.setUp(scene, question);
    for (const slice of slices) {
      throwIfAborted(signal);
      take(slice, api.receive(slice.from, slice.to));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return api.finding(byHamlet.flat());
  }
  await runPool<CapacityApi, Slice, CapacityPlace[]>({
    spawn: () => openThread(spawn(), 'capacity'),
    size: poolSize(slices.length),
    tasks: slices,
    setUp: (api) => api.setUp(transferRasters(scene), question),
    run: (api, { from, to }) => api.receive(from, to),
    onResult: take,
    signal,
  });
  return runTask<CapacityApi, CapacityFinding>({
    name: 'capacity',
    spawn,
    inline: async () => (await import('./api.ts')).createCapacityApi(),
    run: async (api) => {
      await api.setUp(transferRasters(scene), question);
      return api.finding(byHamlet.flat());
    },
    signal,
  });
};
