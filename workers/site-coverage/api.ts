import * as Comlink from 'comlink';
import type { CoverageScene } from '../../src/coverage/raster/coverage-types.ts';
import {
  createSiteCoverage,
  type SiteCoverage,
  type SiteCoverageSource,
  type SiteQuestion,
} from '../../src/coverage/raster/site-coverage.ts';

export const createSiteCoverageApi = () => {
  let source: SiteCoverageSource | null = null;
  return {
    setUp: (scene: CoverageScene): void => {
      source = createSiteCoverage(scene);
    },
    show: (question: SiteQuestion): SiteCoverage => {
      if (!source) throw new Error('A site was asked for before the scene was given');
      const shown = source.show(question);
      return Comlink.transfer(shown, [shown.levelTenthsDbm.buffer]);
    },
  };
};
export type SiteCoverageApi = ReturnType<typeof createSiteCoverageApi>;
