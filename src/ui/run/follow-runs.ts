import { computed } from '@preact/signals';
import type { Phase } from '../../runs/progress.ts';
import type { StudyRun } from '../../runs/study-run.ts';
import type { Question } from '../app-state/job-types.ts';
import { findings, run, runner, runSettingsOf } from '../app-state/run.ts';
import { serviceKeyOf } from '../app-state/run-keys.ts';
import { opened, study } from '../app-state/study.ts';
import { siteDrag, soloSite } from '../coverage/index.ts';
import { openBuiltIn, opening } from '../files/index.ts';

/** A change waits this long for the next one before the run starts. */
const patienceMs = 350;
/** While a single site is tried out the pauses are longer, and its picture needs the cores. */
const tryingOutMs = 3000;

const question: Question<StudyRun, Phase> = {
  stage: 'service',
  work: async ({ signal, tell, draft }) => {
    const [of, pack] = [study.peek(), opened.peek()];
    if (!of || !pack) throw new Error('A run was begun before a pack was open');
    return runner.run(pack, {
      ...runSettingsOf(of),
      signal,
      serviceKey: serviceKeyOf(of),
      // the first figures come whole
      ...(findings.peek() && { onDraft: draft }),
      onProgress: ({ phase, done, total }) => tell(phase, done, total),
    });
  },
};

const waitMs = (): number => {
  if (soloSite.peek()) return tryingOutMs;
  return findings.peek() ? patienceMs : 0;
};

/** Runs again after every change that figures depend on; returns what ends it. */
export const followRuns = (): (() => void) => {
  // a site on its way needs the cores; where it is dropped the run begins anew
  const isHeld = computed(() => siteDrag.value !== null);
  return run.follow(() => ({ ...question, patienceMs: waitMs(), isHeld: isHeld.value }));
};

/** Runs what is open; opens the built-in pack where nothing is. */
export const startRun = async (): Promise<void> => {
  if (study.peek()) await run.ask(question);
  else await openBuiltIn();
};

/** Ends the opening if one is under way, else the run. */
export const cancelWork = (): void => {
  if (opening.state.peek().kind === 'running') opening.cancel();
  else run.cancel();
};

/** What is at work: the opening where there is one, or where one was ended and nothing is open; else the run. */
export const workState = computed(() => {
  const { kind } = opening.state.value;
  return kind === 'running' || (kind === 'cancelled' && !study.value) ? opening.state.value : run.state.value;
});
