import type { InputFile } from '../../src/files/height-files.ts';
import type { ReadPack } from '../../src/files/pack-read.ts';
import type { Pack } from '../../src/model/pack.ts';
import { InputError } from '../../src/model/problem.ts';
import type { TaskOptions } from '../progress.ts';
import { runTask } from '../task.ts';
import {
  type GroundAnswer,
  type GroundedPack,
  type PackAnswer,
  type PackEntry,
  type PackInput,
  packApi,
} from './api.ts';

export type { PackEntry, PackInput };

/**
 * Reads and checks a pack off the page's thread.
 * @throws InputError with everything that is wrong with it; nothing is opened then
 */
export const openPack = async (input: PackInput, { signal, onProgress }: TaskOptions = {}): Promise<ReadPack> => {
  const answer = await runTask<typeof packApi, PackAnswer>({
    name: 'pack',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: packApi,
    run: (api, report) => api.open(input, report),
    onProgress: (done, total) => onProgress?.({ phase: 'reading', done, total }),
    signal,
  });
  if (!answer.ok) throw new InputError(answer.problems);
  return answer.read;
};

/**
 * Puts a pack on the ground of elevation files, off the page's thread.
 * @throws InputError with everything that is wrong with the files; nothing has changed then
 */
export const replaceTerrainOf = async (
  pack: Pack,
  files: readonly InputFile[],
  { signal, onProgress }: TaskOptions = {},
): Promise<GroundedPack> => {
  const answer = await runTask<typeof packApi, GroundAnswer>({
    name: 'pack',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: packApi,
    run: (api, report) => api.replaceTerrain(pack, files, report),
    onProgress: (done, total) => onProgress?.({ phase: 'reading', done, total }),
    signal,
  });
  if (!answer.ok) throw new InputError(answer.problems);
  return answer.grounded;
};
