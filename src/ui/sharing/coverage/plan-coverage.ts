import { batch, computed, effect, signal } from '@preact/signals';
import { computeCoverageInWorkers } from '../../../../workers/coverage/client.ts';
import { strongestOf } from '../../../coverage/raster/composite-best-server.ts';
import { type AreaChange, areaChange } from '../../../coverage/raster/coverage-change.ts';
import { type CoverageLayer, type CoverageSettings, NO_SIGNAL } from '../../../coverage/raster/coverage-types.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import { areaMask } from '../../../geo/area-mask.ts';
import { cellIndexAt } from '../../../geo/grid.ts';
import { changeImage } from '../../../map/coverage/change-ramp.ts';
import type { CoveragePicture } from '../../../map/coverage/draw-coverage.ts';
import type { Pack } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import type { Grid } from '../../../model/raster.ts';
import type { Technology } from '../../../model/site.ts';
import { inSteps } from '../../../runs/in-steps.ts';
import { createRunTracker } from '../../../runs/run-state.ts';
import type { StudyRun } from '../../../runs/study-run.ts';
import { type PlanParts, partsByPlan } from '../../../sharing/plan/plan-parts.ts';
import type { SharingFinding } from '../../../sharing/plan/plan-types.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { base, currentRun, opened, study } from '../../app-state/study.ts';
import { task } from '../../app-state/view.ts';
import { coverageKeyOf, coverageZooms } from '../../coverage/coverage-key.ts';
import { coverageLook } from '../../coverage/look/coverage-look.ts';
import type { CoverageRun } from '../../coverage/province/province-coverage.ts';

type Levels = Pick<CoverageLayer, 'operator' | 'rsrp'>[];

/** Coverage without and with the plan carried out. */
export interface PlanCoverage {
  key: string;
  technology: Technology;
  thresholdDbm: number;
  grid: Grid;
  before: Levels;
  after: Levels;
  /** Inside the province: the best of all first, as null, then each operator. */
  areas: { operator: string | null; change: AreaChange }[];
}

export const planLooks = ['before', 'after', 'difference'] as const;

export const planCoverage = signal<PlanCoverage | null>(null);
export const planCoverageRun = signal<CoverageRun>({ kind: 'waiting' });
/** Which part of the network the run at hand is at, and how fine. */
export const planCoverageStage = signal<{ part: keyof PlanParts; zoom: number }>({ part: 'kept', zoom: 0 });
export const planLook = signal<(typeof planLooks)[number]>('difference');
export const planPictureOn = signal(true);
/** Whose picture is shown; null for the best of all. */
export const planOperator = signal<string | null>(null);
/** Null for the one that service is computed for. */
export const planTechnology = signal<Technology | null>(null);

interface Asked {
  key: string;
  pack: Pack;
  sharing: SharingFinding;
  placed: StudyRun['placed'];
  settings: (zoom: number) => CoverageSettings;
  thresholdDbm: number;
}

/** What would be computed now; null while there is no plan of the study as it stands. */
const asked = computed((): Asked | null => {
  const [of, pack, found] = [study.value, opened.value?.pack, currentRun.value];
  if (!of || !pack || !found) return null;
  const { placed, findings } = found;
  const { sharing } = findings;
  const { service } = settingsOf(of);
  const technology = planTechnology.value ?? service.technology;
  const coverageKey = coverageKeyOf(of);
  const merges = sharing.chosen.map(({ movedId, hostId }) => `${movedId}>${hostId}`);
  return {
    key: canonicalJson([coverageKey, technology, service.thresholdDbm, sharing.rules.tenantSpacingM, merges]),
    pack,
    sharing,
    placed,
    settings: (zoom) => ({ ...coverageSettingsOf(service, zoom), technology }),
    thresholdDbm: service.thresholdDbm,
  };
});

/** The pictures are of another plan, or of what the study was before. */
export const planCoverageIsStale = computed(
  () => planCoverage.value !== null && planCoverage.value.key !== asked.value?.key,
);

let abort: AbortController | null = null;

/** The stronger of two at every cell, operator by operator. */
const strongerOf = (grid: Grid, a: Levels, b: Levels): Levels =>
  a.map(({ operator, rsrp }) => ({
    operator,
    rsrp: strongestOf(
      { grid, layers: [{ operator, rsrp }, ...b.filter((other) => other.operator === operator)] },
      operator,
    ),
  }));

const compare = async (of: Asked, grid: Grid, before: Levels, after: Levels, stop: AbortSignal) => {
  const mask = areaMask(
    grid,
    of.pack.province.features.map(({ geometry }) => geometry),
  );
  const areas: PlanCoverage['areas'] = [];
  for (const operator of [null, ...before.map((layer) => layer.operator)]) {
    const [was, is] = [before, after].map((layers) => strongestOf({ grid, layers }, operator));
    const change = await inSteps(areaChange(grid, mask, was, is, of.thresholdDbm), () => stop.throwIfAborted());
    areas.push({ operator, change });
  }
  return areas;
};

const changedKm2 = ({ change: { byClassKm2 } }: PlanCoverage['areas'][number]): number =>
  byClassKm2.gained + byClassKm2.lost;
const mostChanged = (areas: PlanCoverage['areas']): string | null =>
  areas.reduce((most, next) => (changedKm2(next) > changedKm2(most) ? next : most)).operator;

/** Computes coverage without and with the plan, a quick look at both first. */
export const startPlanCoverage = async (): Promise<void> => {
  const of = asked.peek();
  if (!of) return;
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { signal: stop } = controller;
  const { pack, sharing, placed, settings, thresholdDbm, key } = of;
  planPictureOn.value = true;
  try {
    const parts = partsByPlan(pack.sites, sharing.chosen, placed);
    for (const zoom of coverageZooms) {
      const levelsOf = async (part: keyof typeof parts) => {
        const track = createRunTracker(() => performance.now());
        batch(() => {
          planCoverageStage.value = { part, zoom };
          planCoverageRun.value = { kind: 'running', phase: 'coverage', share: 0, secondsLeft: null };
        });
        const result = await computeCoverageInWorkers(
          coverageSceneOf({ ...pack, sites: parts[part] }),
          settings(zoom),
          {
            signal: stop,
            onProgress: (progress) => {
              if (!stop.aborted) planCoverageRun.value = track(progress) as CoverageRun;
            },
          },
        );
        // who serves is not shown: half the memory
        return { grid: result.grid, levels: result.layers.map(({ operator, rsrp }) => ({ operator, rsrp })) };
      };
      // what stays is the most of the work, and the same before and after
      const { grid, levels: kept } = await levelsOf('kept');
      const before = strongerOf(grid, kept, (await levelsOf('moved')).levels);
      const after = strongerOf(grid, kept, (await levelsOf('guests')).levels);
      const areas = await compare(of, grid, before, after, stop);
      stop.throwIfAborted();
      const { technology } = settings(zoom);
      // the best of all hides what happens to each: the first picture is of whom the plan changes most
      if (planCoverage.peek() === null) planOperator.value = mostChanged(areas);
      planCoverage.value = { key, technology, thresholdDbm, grid, before, after, areas };
    }
    planCoverageRun.value = { kind: 'done' };
  } catch (error) {
    if (stop.aborted) return;
    planCoverageRun.value = { kind: 'failed', error };
  }
};

export const cancelPlanCoverage = (): void => {
  abort?.abort();
  planCoverageRun.value = { kind: 'cancelled' };
};

/** Ends what is computed for a plan that is no more, and forgets pictures of another pack; returns what ends it. */
export const followPlanCoverage = (): (() => void) => {
  let of: string | null = null;
  const stopRuns = effect(() => {
    const key = asked.value?.key ?? null;
    if (key === of) return;
    of = key;
    if (planCoverageRun.peek().kind !== 'running') return;
    abort?.abort();
    planCoverageRun.value = { kind: 'waiting' };
  });
  const stopForgetting = effect(() => {
    base.value;
    batch(() => {
      planCoverage.value = null;
      planOperator.value = null;
      planTechnology.value = null;
    });
  });
  return () => {
    stopRuns();
    stopForgetting();
    abort?.abort();
  };
};

/** The pictures on the map: while the plan is looked at, and only of this plan. */
export const shownPlanCoverage = computed(() =>
  task.value === 'sharing' && planPictureOn.value && !planCoverageIsStale.value ? planCoverage.value : null,
);

const imageOf = (shown: PlanCoverage, look: (typeof planLooks)[number], operator: string | null) => {
  const { grid, before, after, thresholdDbm } = shown;
  const levels = (layers: Levels): Int16Array => strongestOf({ grid, layers }, operator);
  return look === 'difference'
    ? changeImage(grid, levels(before), levels(after), thresholdDbm)
    : { grid, rsrp: levels(look === 'before' ? before : after) };
};

const planImage = computed(
  () => shownPlanCoverage.value && imageOf(shownPlanCoverage.value, planLook.value, planOperator.value),
);

export const planPicture = computed<CoveragePicture | null>(() =>
  planImage.value
    ? { image: planImage.value, look: coverageLook.value, isChange: planLook.value === 'difference' }
    : null,
);

/** Levels at a place before and after the plan, in dBm, null where nothing is heard; null where no picture is shown. */
export const planHeardAt = (at: LonLat): { beforeDbm: number | null; afterDbm: number | null } | null => {
  const shown = shownPlanCoverage.value;
  const index = shown ? cellIndexAt(shown.grid, ...at) : -1;
  if (!shown || index < 0) return null;
  const best = (layers: Levels): number | null => {
    const meant = layers.filter(({ operator }) => planOperator.value === null || operator === planOperator.value);
    const level = meant.reduce((most, { rsrp }) => Math.max(most, rsrp[index]), NO_SIGNAL);
    return level === NO_SIGNAL ? null : level / 10;
  };
  return { beforeDbm: best(shown.before), afterDbm: best(shown.after) };
};
