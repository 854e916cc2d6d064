import { computed, signal } from '@preact/signals';
import type { WhereNextMap } from '../../../rollout/rollout-types.ts';
import type { Phase } from '../../../runs/progress.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { createJob } from '../../app-state/job.ts';
import { run } from '../../app-state/run.ts';
import { task } from '../../app-state/view.ts';
import { closingCommunes, closingOperator, closingPart } from '../closing-view.ts';
import { prospectsJob, rolloutGround, rolloutRuns } from './rollout-jobs.ts';
import { rolloutTechnology } from './rollout-question.ts';

export const whereNextHeights = [15, 30, 42] as const;

/** Whether the map of whom a mast would serve is asked for, and for which height. */
export const whereNextOn = signal(false);
export const whereNextHeightM = signal<number>(42);

/** Whom a mast of the height would serve, by place; null where nobody is without service. */
export const whereNextJob = createJob<WhereNextMap | null, Phase>({
  key: () => {
    const asked = [rolloutTechnology.value, closingOperator.value, closingCommunes.value, whereNextHeightM.value];
    return run.key.value && `${run.key.value} ${canonicalJson(asked)}`;
  },
  keeps: { most: 3 },
});

export const findWhereNext = (): void => {
  const ground = rolloutGround();
  if (!ground) return;
  const { pack, ...given } = ground;
  const question = { operator: closingOperator.peek(), communeCodes: closingCommunes.peek() };
  const heightM = whereNextHeightM.peek();
  void whereNextJob.ask({
    stage: 'service',
    work: async ({ signal, tell }) => {
      const { runWhereNext } = await rolloutRuns();
      const { map } = await runWhereNext(pack, heightM, {
        ...given,
        question,
        signal,
        onProgress: ({ phase, done, total }) => tell(phase, done, total),
      });
      return map;
    },
  });
};

/** The map that is known for what is asked: the options bring the one of the greatest height with them. */
export const whereNextMap = computed<WhereNextMap | null>(() => {
  const found = prospectsJob.settled.value?.run.map;
  return found?.heightM === whereNextHeightM.value ? found : whereNextJob.settled.value;
});

/** The map while it is to be seen. */
export const shownWhereNext = computed<WhereNextMap | null>(() =>
  task.value === 'closing' && closingPart.value === rolloutTechnology.value && whereNextOn.value
    ? whereNextMap.value
    : null,
);
