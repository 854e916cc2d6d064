import { version } from '../../package.json';
import type { FindingsSource } from '../../src/findings/build-findings.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { runTask } from '../task.ts';
import { handOver } from '../transfer-rasters.ts';
import { findingsApi } from './api.ts';

/** The findings of a run, off the page's thread. */
export const computeFindingsInWorker = (
  source: Omit<FindingsSource, 'appVersion'>,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Findings> =>
  runTask({
    name: 'findings',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: findingsApi,
    run: (api) => api.compute(handOver({ ...source, appVersion: version })),
    onProgress: () => {},
    signal,
  });
