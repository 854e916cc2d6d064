import type { CoverageScene } from '../../src/coverage/coverage-types.ts';
import type { SiteCoverage, SiteQuestion } from '../../src/coverage/site-coverage.ts';
import { openSession } from '../session.ts';
import { type SiteCoverageApi, siteCoverageApi } from './api.ts';

/** Answers one question after another over the same ground. */
export interface SiteCoverageDesk {
  /** Rejects as `SiteCoverageSource` throws, and when the worker died twice over the same question. */
  ask: (question: SiteQuestion) => Promise<SiteCoverage>;
  close: () => void;
}

/** Coverage of one site after another off the page's thread. Inline where there are no workers. */
export const openSiteCoverage = (scene: CoverageScene): SiteCoverageDesk => {
  const { ask, close } = openSession<SiteCoverageApi>({
    name: 'site-coverage',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: siteCoverageApi,
    setUp: async (api) => api.setUp(scene),
  });
  return { ask: (question) => ask((api) => api.show(question)), close };
};
