import { version } from '../../package.json';
import { whichOutsideDem } from '../../src/coverage/network/outside-dem.ts';
import { hamletPoints } from '../../src/coverage/service/hamlet-points.ts';
import type { FindingsSource } from '../../src/findings/build-findings.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { type Pack, tablesOf } from '../../src/model/pack.ts';
import { runTask } from '../task.ts';

/** The findings of a run, off the page's thread. */
export const computeFindingsInWorker = (
  { pack, ...source }: Omit<FindingsSource, 'appVersion' | 'pack' | 'outsideDem'> & { pack: Pack },
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Findings> =>
  runTask({
    name: 'findings',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).findingsApi,
    run: (api) =>
      api.compute({
        ...source,
        pack: tablesOf(pack),
        outsideDem: whichOutsideDem(pack.terrain, hamletPoints(pack.hamlets).positions),
        appVersion: version,
      }),
    signal,
  });
