import type { CoverageScene } from '../../src/coverage/coverage-types.ts';
import { createSiteCoverage, type SiteCoverage, type SiteQuestion } from '../../src/coverage/site-coverage.ts';
import { openStanding, type Standing } from '../standing.ts';
import type { SiteCoverageApi } from './api.ts';

export type SiteCoverageDesk = Standing<SiteQuestion, SiteCoverage>;

/** Coverage of one site after another off the page's thread. Rejects as `SiteCoverageSource` throws. */
export const openSiteCoverage = (scene: CoverageScene): SiteCoverageDesk => {
  const here = createSiteCoverage(scene);
  return openStanding<SiteCoverageApi, SiteQuestion, SiteCoverage>({
    name: 'site-coverage',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    setUp: (api) => api.setUp(scene),
    ask: (api, question) => api.show(question),
    inline: here.show,
  });
};
