import { openSiteCoverage, type SiteCoverageDesk } from '../../workers/site-coverage/client.ts';
import { coverageSceneOf } from '../coverage/raster/of-study.ts';
import type { Pack } from '../model/pack.ts';

export type { SiteCoverageDesk };

/** Coverage of one site after another on the ground of a pack: each question brings its site along. */
export const openSiteDesk = (pack: Pack): SiteCoverageDesk => openSiteCoverage({ ...coverageSceneOf(pack), sites: [] });
