import type { CoverageScene } from '../../src/coverage/raster/coverage-types.ts';
import type { SiteCoverage, SiteQuestion } from '../../src/coverage/raster/site-coverage.ts';
import { poolSize } from '../pool.ts';
import { openSession } from '../session.ts';
import { canSpawn } from '../thread.ts';
import type { SiteCoverageApi } from './api.ts';

/** Answers one question after another over the same ground. */
export interface SiteCoverageDesk {
  /** Rejects as `SiteCoverageSource` throws, and when a worker died twice over the same question. */
  ask: (question: Omit<SiteQuestion, 'part'>) => Promise<SiteCoverage>;
  close: () => void;
}

/** Radials lie in four sectors: they can be shared by two or by four. */
const sharers = (): number => {
  const size = canSpawn() ? poolSize(4) : 1;
  return size >= 4 ? 4 : Math.min(size, 2);
};

/** Each worker has its own sectors of the radials, and their cells: no cell is in two of them. */
const together = ([first, ...others]: readonly SiteCoverage[]): SiteCoverage => {
  const { levelTenthsDbm } = first;
  for (const other of others)
    for (let i = 0; i < levelTenthsDbm.length; i++)
      if (other.levelTenthsDbm[i] > levelTenthsDbm[i]) levelTenthsDbm[i] = other.levelTenthsDbm[i];
  return first;
};

/** Coverage of one site after another off the page's thread, shared by workers. Inline where there are none. */
export const openSiteCoverage = (scene: CoverageScene): SiteCoverageDesk => {
  const of = sharers();
  const sessions = Array.from({ length: of }, () =>
    openSession<SiteCoverageApi>({
      name: 'site-coverage',
      spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      inline: async () => (await import('./api.ts')).createSiteCoverageApi(),
      setUp: async (api, hand) => api.setUp(hand(scene)),
    }),
  );
  return {
    ask: async (question) =>
      together(
        await Promise.all(
          sessions.map(({ ask }, index) => ask((api) => api.show({ ...question, part: { index, of } }))),
        ),
      ),
    close: () => {
      for (const { close } of sessions) close();
    },
  };
};
