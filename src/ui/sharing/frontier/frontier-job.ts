import { computed } from '@preact/signals';
import type { Frontier } from '../../../sharing/plan/frontier.ts';
import { createJob } from '../../app-state/job.ts';
import { run, runner, runSettingsOf } from '../../app-state/run.ts';
import { opened, study } from '../../app-state/study.ts';

/** Saving against rate: greedy points are drafted at once, then the best are sought and proven. */
const job = createJob<Frontier, 'drafting' | 'proving'>({ key: () => run.key.value });

/** Where the work on the frontier of the scenario at work stands; what is done for another state of it does not count. */
export const frontierState = computed(() => {
  const state = job.state.value;
  return state.kind === 'running' && state.key !== run.key.value ? ({ kind: 'idle' } as const) : state;
});

/** The frontier of the scenario at work, or its draft; null while neither is known. */
export const frontier = computed(() => (job.isStale.value ? null : job.shown.value));

export const computeFrontier = async (): Promise<void> => {
  const [of, pack] = [study.peek(), opened.peek()];
  if (!of || !pack) return;
  await job.ask({
    stage: 'drafting',
    work: async ({ signal, tell, draft }) => {
      let stage: 'drafting' | 'proving' = 'drafting';
      tell(stage, 0, 1);
      return runner.frontier(pack, {
        ...runSettingsOf(of),
        signal,
        onDraft: (found) => {
          draft(found);
          stage = 'proving';
          tell(stage, 0, 1);
        },
        onProgress: ({ done, total }) => tell(stage, stage === 'proving' ? done : 0, total),
      });
    },
  });
};

export const cancelFrontier = (): void => job.reset();
