import type { ReadPack } from '../../src/files/pack/pack-read.ts';
import type { InputFile } from '../../src/files/raster/elevation-files.ts';
import type { Pack, TerrainModel } from '../../src/model/pack.ts';
import type { TaskOptions } from '../progress.ts';
import { runTask } from '../task.ts';
import type { GroundedPack, PackEntry, PackInput, packApi } from './api.ts';

export type { PackEntry, PackInput };

const inWorker = <Result>(
  run: (api: typeof packApi, report: (done: number, total: number) => void) => Promise<Result>,
  { signal, onProgress }: TaskOptions,
): Promise<Result> =>
  runTask<typeof packApi, Result>({
    name: 'pack',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).packApi,
    run,
    onProgress: (done, total) => onProgress?.({ phase: 'reading', done, total }),
    signal,
  });

/**
 * Reads and checks a pack off the page's thread.
 * @throws InputError with everything that is wrong with it; nothing is opened then
 */
export const openPack = (input: PackInput, options: TaskOptions = {}): Promise<ReadPack> =>
  inWorker((api, report) => api.open(input, report), options);

/**
 * Puts a pack on the ground of elevation files, off the page's thread.
 * @throws InputError with everything that is wrong with the files; nothing has changed then
 */
export const replaceTerrainInWorker = (
  pack: Pack,
  files: readonly InputFile[],
  terrainModel: TerrainModel,
  options: TaskOptions = {},
): Promise<GroundedPack> => inWorker((api, report) => api.replaceTerrain(pack, files, terrainModel, report), options);
