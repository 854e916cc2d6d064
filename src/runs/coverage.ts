import { computeCoverageInWorkers } from '../../workers/coverage/client.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import type { CoverageResult } from '../coverage/raster/coverage-types.ts';
import { coverageSceneOf, coverageSettingsOf } from '../coverage/raster/of-study.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';

/**
 * Best servers of a pack's sites on its ground, with what service assumes. Rejects with an AbortError when cancelled.
 *
 * @throws InputError when the run would not fit into memory, before anything is computed
 */
export const computeCoverage = (
  pack: Pack,
  service: ServiceSettings,
  zoom: number,
  options: TaskOptions = {},
): Promise<CoverageResult> =>
  computeCoverageInWorkers(coverageSceneOf(pack), coverageSettingsOf(service, zoom), options);
