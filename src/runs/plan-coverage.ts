import type { TaskOptions } from '../../workers/progress.ts';
import { strongestOf } from '../coverage/raster/composite-best-server.ts';
import { type AreaChange, areaChange } from '../coverage/raster/coverage-change.ts';
import type { CoverageLayer } from '../coverage/raster/coverage-types.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import { areaMask } from '../geo/area-mask.ts';
import type { Pack } from '../model/pack.ts';
import type { Grid } from '../model/raster.ts';
import { type PlanParts, partsByPlan } from '../sharing/plan/plan-parts.ts';
import type { MergeKey } from '../sharing/plan/plan-types.ts';
import { computeCoverage } from './coverage.ts';
import { inSteps } from './in-steps.ts';
import type { StudyRun } from './study-run.ts';

export type PlanPart = keyof PlanParts;
export type Levels = Pick<CoverageLayer, 'operator' | 'levelTenthsDbm'>[];

/** Square kilometres inside the province by what happens to them; null for the best of all operators. */
export interface OperatorChange {
  operator: string | null;
  change: AreaChange;
}

/** Levels without and with a plan carried out. */
export interface PlanLevels {
  grid: Grid;
  before: Levels;
  after: Levels;
  /** The best of all first, then each operator. */
  areas: OperatorChange[];
}

/** A plan as coverage sees it: what it merges, and how each merge's tenants are placed on their host. */
interface CarriedOut {
  merges: readonly MergeKey[];
  placed: StudyRun['placed'];
}

interface PlanCoverageOptions extends Pick<TaskOptions, 'signal'> {
  onProgress?: (part: PlanPart, done: number, total: number) => void;
}

/** The stronger of two at every cell, operator by operator. */
const strongerOf = (grid: Grid, a: Levels, b: Levels): Levels =>
  a.map(({ operator, levelTenthsDbm }) => ({
    operator,
    levelTenthsDbm: strongestOf(
      { grid, layers: [{ operator, levelTenthsDbm }, ...b.filter((other) => other.operator === operator)] },
      operator,
    ),
  }));

/** Coverage without and with a plan at one zoom. Rejects with an AbortError when cancelled. */
export const computePlanCoverage = async (
  pack: Pack,
  { merges, placed }: CarriedOut,
  service: ServiceSettings,
  zoom: number,
  { signal, onProgress }: PlanCoverageOptions = {},
): Promise<PlanLevels> => {
  const parts = partsByPlan(pack.sites, merges, placed);
  const levelsOf = async (part: PlanPart) => {
    onProgress?.(part, 0, 0);
    const { grid, layers } = await computeCoverage({ ...pack, sites: parts[part] }, service, zoom, {
      signal,
      onProgress: ({ done, total }) => onProgress?.(part, done, total),
    });
    // who serves is not asked for: half the memory
    return { grid, levels: layers.map(({ operator, levelTenthsDbm }) => ({ operator, levelTenthsDbm })) };
  };
  // what stays is the most of the work, and the same before and after
  const { grid, levels: kept } = await levelsOf('kept');
  const before = strongerOf(grid, kept, (await levelsOf('donor')).levels);
  const after = strongerOf(grid, kept, (await levelsOf('coLocated')).levels);
  const province = pack.province.features.map(({ geometry }) => geometry);
  const mask = areaMask(grid, province);
  const areas: OperatorChange[] = [];
  for (const operator of [null, ...before.map((layer) => layer.operator)]) {
    const [was, is] = [before, after].map((layers) => strongestOf({ grid, layers }, operator));
    const steps = areaChange(grid, mask, was, is, service.thresholdDbm);
    areas.push({ operator, change: await inSteps(steps, () => signal?.throwIfAborted()) });
  }
  signal?.throwIfAborted();
  return { grid, before, after, areas };
};
