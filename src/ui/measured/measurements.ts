import { computed, effect, signal } from '@preact/signals';
import type { MeasuredComparison } from '../../measured/compare.ts';
import { compareMeasurements } from '../../runs/compare-measurements.ts';
import type { Phase } from '../../runs/progress.ts';
import { layerOf, settingsOf } from '../../study/apply-scenario.ts';
import { overlayOf } from '../../study/study.ts';
import { createJob } from '../app-state/job.ts';
import { base, opened, scenario, study } from '../app-state/study.ts';

export const measuredShown = signal(false);

/** What the scenario at work has measured, by id: the base has nothing. */
const measuredById = computed(
  () => base.value && scenario.value && overlayOf(base.value.pack, scenario.value).measurements,
);

/** How many points that are: putting a long list in order can wait until it is drawn or compared. */
export const measuredCount = computed(() => measuredById.value?.size ?? 0);

/** What was measured, as the scenario at work has it. */
export const measurements = computed(() =>
  measuredById.value && study.value ? layerOf(study.value, 'measurements') : [],
);

/** What was measured beside what the scenario at work predicts. */
export const measuredJob = createJob<MeasuredComparison, Phase>();

export const compareWithModel = (): void => {
  const [of, pack] = [study.peek(), opened.peek()?.pack];
  if (!of || !pack) return;
  measuredJob.reset();
  void measuredJob.ask({
    stage: 'service',
    work: ({ signal: ended, tell }) =>
      compareMeasurements(pack, measurements.peek(), settingsOf(of).service, {
        signal: ended,
        onProgress: ({ phase, done, total }) => tell(phase, done, total),
      }),
  });
};

/** Another network or other points make a comparison that is none; returns what ends it. */
export const followMeasured = (): (() => void) =>
  effect(() => {
    opened.value;
    measuredById.value;
    measuredJob.reset();
  });
