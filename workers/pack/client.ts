import type { ReadPack } from '../../src/files/pack-read.ts';
import type { TaskOptions } from '../progress.ts';
import { runTask } from '../task.ts';
import { type PackEntry, type PackInput, packApi } from './api.ts';

export type { PackEntry, PackInput };

/**
 * Reads and checks a pack off the page's thread.
 * @throws InputError with everything that is wrong with it; nothing is opened then
 */
export const openPack = (input: PackInput, { signal, onProgress }: TaskOptions = {}): Promise<ReadPack> =>
  runTask<typeof packApi, ReadPack>({
    name: 'pack',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: packApi,
    run: (api, report) => api.open(input, report),
    onProgress: (done, total) => onProgress?.({ phase: 'reading', done, total }),
    signal,
  });
