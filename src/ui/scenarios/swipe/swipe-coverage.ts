import { computed, effect } from '@preact/signals';
import type { CoverageResult } from '../../../coverage/raster/coverage-types.ts';
import type { CoverageOverlay } from '../../../map/coverage/draw-coverage.ts';
import { coverageImage } from '../../../map/coverage/image.ts';
import { computeCoverage } from '../../../runs/coverage.ts';
import type { Progress } from '../../../runs/progress.ts';
import { applyScenario, settingsOf } from '../../../study/apply-scenario.ts';
import { currentScenario } from '../../../study/study.ts';
import { createCache } from '../../app-state/cache.ts';
import { createJob } from '../../app-state/job.ts';
import type { Question } from '../../app-state/job-types.ts';
import { coverageKeyOf, coverageLook, fullZoom, knownCoverage } from '../../coverage/index.ts';
import { comparedStudies } from '../compare/comparing.ts';
import { stopSwiping, swipeCoverageOn, swiping } from './swiping.ts';

const keys = computed(() => comparedStudies.value.map(coverageKeyOf));

/** Coverage computed for a swipe alone: as much as its two sides need, about 25 MB each for a province. */
const computedHere = createCache<CoverageResult>({ most: 2 });

/** Computes the coverage that the two sides lack while it is asked for. */
export const swipeCoverageJob = createJob<readonly CoverageResult[]>({
  key: () => (swiping.value && swipeCoverageOn.value ? keys.value.join('\n') || null : null),
});

const coverageOf = (key: string): CoverageResult | null => computedHere.find(key) ?? knownCoverage(key);

/** The pictures of both; null while one is lacking, since one alone would compare nothing. */
export const swipeCoverages = computed((): (CoverageOverlay | null)[] => {
  if (!swipeCoverageOn.value) return [null, null];
  const both = keys.value.flatMap((key, i) => coverageOf(key) ?? swipeCoverageJob.settled.value?.[i] ?? []);
  if (both.length < 2) return [null, null];
  return both.map((result) => ({ image: coverageImage(result, null), look: coverageLook.value }));
});

const question: Question<readonly CoverageResult[], null> = {
  stage: null,
  work: async ({ signal, tell }) => {
    const lacking = new Set(keys.peek().filter((key) => !coverageOf(key)));
    const count = lacking.size;
    const results: CoverageResult[] = [];
    for (const of of comparedStudies.peek()) {
      const key = coverageKeyOf(of);
      const pack = applyScenario(of.base.pack, currentScenario(of));
      const before = count - lacking.size;
      const onProgress = ({ done, total }: Progress): void => tell(null, before * total + done, count * total);
      const result =
        coverageOf(key) ?? (await computeCoverage(pack, settingsOf(of).service, fullZoom, { signal, onProgress }));
      if (lacking.delete(key)) computedHere.keep(key, result);
      results.push(result);
    }
    return results;
  },
};

/** Computes what a swipe lacks, and forgets it with the swipe; returns what ends it. */
export const followSwipe = (): (() => void) => {
  const stopForgetting = effect(() => {
    if (swiping.value && swipeCoverageOn.value) return;
    computedHere.clear();
    swipeCoverageJob.reset();
  });
  const stopFollowing = swipeCoverageJob.follow(() => question);
  return () => {
    stopSwiping();
    stopForgetting();
    stopFollowing();
  };
};
