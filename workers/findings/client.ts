import { version } from '../../package.json';
import type { Findings } from '../../src/report/findings.ts';
import type { TaskOptions } from '../progress.ts';
import { runTask } from '../task.ts';
import { type FindingsInput, findingsApi } from './api.ts';

/** The sharing plan and the findings, off the page's thread. */
export const computeFindingsInWorker = (
  input: Omit<FindingsInput, 'appVersion'>,
  { signal, onProgress }: TaskOptions = {},
): Promise<Findings> =>
  runTask({
    name: 'findings',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: findingsApi,
    run: (api, report) => api.compute({ ...input, appVersion: version }, report),
    onProgress: (done, total) => onProgress?.({ phase: 'sharing', done, total }),
    signal,
  });
