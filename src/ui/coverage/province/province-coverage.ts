import { batch, computed, effect, signal } from '@preact/signals';
import type { CoverageResult } from '../../../coverage/raster/coverage-types.ts';
import type { Site } from '../../../model/site.ts';
import { computeCoverage } from '../../../runs/coverage.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { createJob } from '../../app-state/job.ts';
import type { Question } from '../../app-state/job-types.ts';
import { run } from '../../app-state/run.ts';
import { base, opened, study } from '../../app-state/study.ts';
import { coverageKeyOf, coverageZooms, quickZoom } from '../coverage-key.ts';
import { soloSite } from '../site/site-coverage.ts';

/** A result with the sites its servers count among. */
export interface ShownCoverage {
  result: CoverageResult;
  sites: readonly Site[];
}

const bytesOf = ({ result: { layers } }: ShownCoverage): number =>
  layers.reduce((sum, { levelTenthsDbm, server }) => sum + levelTenthsDbm.byteLength + server.byteLength, 0);

/** Coverage of the province: a quick look, then the picture that stays. Its stages are their zooms. */
export const coverageJob = createJob<ShownCoverage, number>({
  key: () => study.value && coverageKeyOf(study.value),
  // two pictures back is as far as memory is spent on: about 25 MB each for a province
  keeps: { most: 2, mostBytes: 128e6, bytesOf },
});

/** The last picture computed; of a study before its latest change while the next is at work. */
export const coverage = coverageJob.result;
/** The picture of the study as it stands, quick or full; null where there is none. */
export const currentCoverage = computed(() => (coverageJob.isStale.value ? null : coverage.value));

/** Whether the picture is on the map. */
export const coverageOn = signal(true);
/** Whose coverage is shown; null for the best of all. */
export const coverageOperator = signal<string | null>(null);

/** Whether the user has asked for coverage of this pack: from then on it follows the study. */
const asked = signal(false);

/** A change waits this long for the next one before a province is computed again. */
const patienceMs = 900;

/** Whether a picture of the study as it stands is at work or begins by itself. */
export const coverageIsComing = computed(() => {
  const { kind } = coverageJob.state.value;
  return coverageJob.isStale.value && kind !== 'cancelled' && kind !== 'failed';
});

/** The full picture computed from this before; null where memory no longer has it. */
export const knownCoverage = (key: string): CoverageResult | null => {
  const shown = coverageJob.shown.value;
  if (shown?.key === key && !shown.isDraft) return shown.result.result;
  return coverageJob.known.find(key)?.result ?? null;
};

const question: Question<ShownCoverage, number> = {
  stage: quickZoom,
  work: async ({ signal, tell, draft }) => {
    const [of, pack] = [study.peek(), opened.peek()?.pack];
    if (!of || !pack) throw new Error('Coverage was asked for before a pack was open');
    const at = async (zoom: number): Promise<ShownCoverage> => {
      tell(zoom, 0, 0);
      const onProgress = ({ done, total }: { done: number; total: number }): void => tell(zoom, done, total);
      const result = await computeCoverage(pack, settingsOf(of).service, zoom, { signal, onProgress });
      return { result, sites: pack.sites };
    };
    const [quick, full] = coverageZooms;
    draft(await at(quick));
    return at(full);
  },
};

/** Computes the coverage of the study as it stands: a quick look first. From now on it follows the study. */
export const startCoverage = (): void => {
  // begun before what follows changes hears that it is asked for, and would begin it again
  void coverageJob.ask(question);
  batch(() => {
    asked.value = true;
    coverageOn.value = true;
  });
};

/** Another pack is another province: nothing of the last one stays on the map. */
const forgetWithBase = (): (() => void) =>
  effect(() => {
    base.value;
    batch(() => {
      asked.value = false;
      coverageOperator.value = null;
      coverageJob.known.clear();
      coverageJob.reset();
    });
  });

/** Computes again after changes of what the picture on the map depends on; returns what ends it. */
export const followCoverage = (): (() => void) => {
  const stopForgetting = forgetWithBase();
  const stopFollowing = coverageJob.follow(() => {
    const isLookedAt = asked.value && coverageOn.value && soloSite.value === null;
    // the figures go first: both at once would make both late
    const isFree = run.state.value.kind !== 'running';
    return isLookedAt && isFree ? { ...question, patienceMs } : null;
  });
  return () => {
    stopForgetting();
    stopFollowing();
  };
};
