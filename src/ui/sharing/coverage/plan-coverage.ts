import { batch, computed, effect, signal } from '@preact/signals';
import { strongestOf } from '../../../coverage/raster/composite-best-server.ts';
import { NO_SIGNAL } from '../../../coverage/raster/coverage-types.ts';
import type { ServiceSettings } from '../../../coverage/service/service-types.ts';
import { cellIndexAt } from '../../../geo/grid.ts';
import { changeImage } from '../../../map/coverage/change-ramp.ts';
import type { CoverageOverlay } from '../../../map/coverage/draw-coverage.ts';
import type { Pack } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import type { Technology } from '../../../model/site.ts';
import { computePlanCoverage, type Levels, type PlanLevels, type PlanPart } from '../../../runs/plan-coverage.ts';
import type { StudyRun } from '../../../runs/study-run.ts';
import type { Merge } from '../../../sharing/plan/plan-types.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { createJob } from '../../app-state/job.ts';
import { run } from '../../app-state/run.ts';
import { base, opened, study } from '../../app-state/study.ts';
import { task } from '../../app-state/view.ts';
import { coverageKeyOf, coverageLook, coverageZooms } from '../../coverage/index.ts';

/** Coverage without and with the plan carried out. */
export interface PlanCoverage extends PlanLevels {
  technology: Technology;
  thresholdDbm: number;
}

export const planLooks = ['before', 'after', 'difference'] as const;

export const planLook = signal<(typeof planLooks)[number]>('difference');
export const planOverlayOn = signal(true);
/** Whose picture is shown; null for the best of all. */
export const planOperator = signal<string | null>(null);
/** Null for the one that service is computed for. */
export const planTechnology = signal<Technology | null>(null);

interface Asked {
  key: string;
  pack: Pack;
  merges: readonly Merge[];
  placed: StudyRun['placed'];
  service: ServiceSettings;
}

/** What would be computed now; null while there is no plan of the study as it stands. */
const asked = computed((): Asked | null => {
  const [of, pack, found] = [study.value, opened.value?.pack, run.settled.value];
  if (!of || !pack || !found) return null;
  const { placed, findings } = found;
  const { chosen, rules } = findings.sharing;
  const settings = settingsOf(of).service;
  const service = { ...settings, technology: planTechnology.value ?? settings.technology };
  const merges = chosen.map(({ donorId, hostId }) => `${donorId}>${hostId}`);
  const { technology, thresholdDbm } = service;
  return {
    key: canonicalJson([coverageKeyOf(of), technology, thresholdDbm, rules.tenantSpacingM, merges]),
    pack,
    merges: chosen,
    placed,
    service,
  };
});

/** Both pictures of a plan, a quick look at them first. A stage is a part of the network, and how fine. */
export const planCoverageJob = createJob<PlanCoverage, { part: PlanPart; zoom: number }>({
  key: () => asked.value?.key ?? null,
});

const changedKm2 = ({ change: { byClassKm2 } }: PlanLevels['areas'][number]): number =>
  byClassKm2.gained + byClassKm2.lost;
const mostChanged = (areas: PlanLevels['areas']): string | null =>
  areas.reduce((most, next) => (changedKm2(next) > changedKm2(most) ? next : most)).operator;

export const startPlanCoverage = (): void => {
  const of = asked.peek();
  if (!of) return;
  const { pack, service } = of;
  planOverlayOn.value = true;
  void planCoverageJob.ask({
    stage: { part: 'kept', zoom: coverageZooms[0] },
    work: async ({ signal, tell, draft }) => {
      const at = async (zoom: number): Promise<PlanCoverage> => {
        const onProgress = (part: PlanPart, done: number, total: number): void => tell({ part, zoom }, done, total);
        const levels = await computePlanCoverage(pack, of, service, zoom, { signal, onProgress });
        // the best of all hides what happens to each: the first picture is of whom the plan changes most
        if (planCoverageJob.result.peek() === null) planOperator.value = mostChanged(levels.areas);
        return { ...levels, technology: service.technology, thresholdDbm: service.thresholdDbm };
      };
      const [quick, full] = coverageZooms;
      draft(await at(quick));
      return at(full);
    },
  });
};

/** Ends what is computed for a plan that is no more, and forgets pictures of another pack; returns what ends it. */
export const followPlanCoverage = (): (() => void) => {
  const stopRuns = planCoverageJob.follow(() => null);
  const stopForgetting = effect(() => {
    base.value;
    batch(() => {
      planCoverageJob.reset();
      planOperator.value = null;
      planTechnology.value = null;
    });
  });
  return () => {
    stopRuns();
    stopForgetting();
  };
};

/** The pictures on the map: while the plan is looked at, and only of this plan. */
export const shownPlanCoverage = computed(() =>
  task.value === 'sharing' && planOverlayOn.value && !planCoverageJob.isStale.value
    ? planCoverageJob.result.value
    : null,
);

const imageOf = (shown: PlanCoverage, look: (typeof planLooks)[number], operator: string | null) => {
  const { grid, before, after, thresholdDbm } = shown;
  const levels = (layers: Levels): Int16Array => strongestOf({ grid, layers }, operator);
  return look === 'difference'
    ? changeImage(grid, levels(before), levels(after), thresholdDbm)
    : { grid, levelTenthsDbm: levels(look === 'before' ? before : after) };
};

const planImage = computed(
  () => shownPlanCoverage.value && imageOf(shownPlanCoverage.value, planLook.value, planOperator.value),
);

export const planOverlay = computed<CoverageOverlay | null>(() =>
  planImage.value
    ? { image: planImage.value, look: coverageLook.value, isChange: planLook.value === 'difference' }
    : null,
);

/** Levels at a place before and after the plan, in dBm, null where nothing is received; null where no picture is shown. */
export const planLevelAt = (at: LonLat): { beforeDbm: number | null; afterDbm: number | null } | null => {
  const shown = shownPlanCoverage.value;
  const index = shown ? cellIndexAt(shown.grid, ...at) : -1;
  if (!shown || index < 0) return null;
  const best = (layers: Levels): number | null => {
    const meant = layers.filter(({ operator }) => planOperator.value === null || operator === planOperator.value);
    const level = meant.reduce((most, { levelTenthsDbm }) => Math.max(most, levelTenthsDbm[index]), NO_SIGNAL);
    return level === NO_SIGNAL ? null : level / 10;
  };
  return { beforeDbm: best(shown.before), afterDbm: best(shown.after) };
};
