import type { FibreFinding, FibreQuestion, FibreScene } from '../../src/fibre/fibre-types.ts';
import type { TaskOptions } from '../progress.ts';
import { runTask } from '../task.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { fibreApi } from './api.ts';

/**
 * The cheapest fibre tree and what follows from it, off the page's thread.
 *
 * @throws InputError where there is nothing to join, nothing to join it to, or a parameter is missing
 */
export const planFibreInWorker = (
  scene: FibreScene,
  question: FibreQuestion,
  { signal, onProgress }: TaskOptions = {},
): Promise<FibreFinding> =>
  runTask<typeof fibreApi, FibreFinding>({
    name: 'fibre',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).fibreApi,
    run: (api, report) => api.plan(transferRasters(scene), question, report),
    onProgress: (done, total) => onProgress?.({ phase: 'fibre', done, total }),
    signal,
  });
