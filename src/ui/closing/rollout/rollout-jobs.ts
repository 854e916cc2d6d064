import { computed } from '@preact/signals';
import type { ServiceSettings } from '../../../coverage/service/service-types.ts';
import type { Pack } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import type { RolloutFinding, WhereNextMap } from '../../../rollout/rollout-types.ts';
import type { Phase, Progress } from '../../../runs/progress.ts';
import type { RolloutRun } from '../../../runs/rollout.ts';
import type { SharingRules } from '../../../sharing/plan/plan-types.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { takenDownSites } from '../../../study/operations/rollout.ts';
import { createJob } from '../../app-state/job.ts';
import type { Question } from '../../app-state/job-types.ts';
import { run } from '../../app-state/run.ts';
import { solverUrl } from '../../app-state/solver.ts';
import { opened, study } from '../../app-state/study.ts';
import { goal, locks, phases, prospectsQuestion, rolloutTechnology } from './rollout-question.ts';

/** The engine comes when it is first asked: the map need not wait for it. */
export const rolloutRuns = () => import('../../../runs/rollout.ts');

/** What could be built, and the network it would be built on. */
interface Prospects {
  run: RolloutRun;
  network: Pack;
}

export interface PlannedRollout {
  finding: RolloutFinding;
  map: WhereNextMap | null;
  network: Pack;
}

const prospectsKey = (): string | null =>
  run.key.value && `${run.key.value} ${canonicalJson([rolloutTechnology.value, prospectsQuestion.value])}`;

export interface RolloutGround {
  pack: Pack;
  settings: ServiceSettings;
  rules: SharingRules;
  /** Where the scenario at work has taken sites down. */
  takenDown: readonly LonLat[];
}

/** The network at work and by what its service is computed, with the technology asked about; null while nothing is open. */
export const rolloutGround = (): RolloutGround | null => {
  const [of, pack] = [study.peek(), opened.peek()?.pack];
  if (!of || !pack) return null;
  const { service, sharing } = settingsOf(of);
  return {
    pack,
    settings: { ...service, technology: rolloutTechnology.peek() },
    rules: sharing,
    takenDown: takenDownSites(of).map(({ position }) => position),
  };
};

/** Everything that could be built: it takes the longest, and serves one plan after another. */
export const prospectsJob = createJob<Prospects, Phase>({ key: prospectsKey, keeps: { most: 3 } });

/** The plan of it for a goal and locks: a choice at once as a draft, then the best, with a proof. */
export const planJob = createJob<PlannedRollout, Phase>({
  key: () => {
    const of = prospectsKey();
    return of && `${of} ${canonicalJson([goal.value, locks.value, phases.value])}`;
  },
  keeps: { most: 6 },
});

export const findProspects = (): void => {
  const ground = rolloutGround();
  if (!ground) return;
  const { pack, ...given } = ground;
  const question = prospectsQuestion.peek();
  void prospectsJob.ask({
    stage: 'service',
    work: async ({ signal, tell }) => {
      const onProgress = ({ phase, done, total }: Progress): void => tell(phase, done, total);
      const { runRolloutOptions } = await rolloutRuns();
      return { run: await runRolloutOptions(pack, { ...given, question, signal, onProgress }), network: pack };
    },
  });
};

/** A goal that is still being slid to is not worth a plan. */
const patienceMs = 250;

const planQuestion = ({ run: found, network }: Prospects): Question<PlannedRollout, Phase> => {
  const change = { goal: goal.value, locks: locks.value, phases: phases.value };
  const planned = (finding: RolloutFinding): PlannedRollout => ({ finding, map: found.map, network });
  return {
    stage: 'rollout',
    work: async ({ signal, tell, draft }) => {
      const { runRolloutPlan } = await rolloutRuns();
      tell('rollout', 0, 1);
      draft(planned(await runRolloutPlan(found, change, { exact: false, signal })));
      return planned(await runRolloutPlan(found, change, { solverUrl, signal }));
    },
  };
};

/** Seeks the best plan once more, after it was cancelled. */
export const makePlan = (): void => {
  const found = prospectsJob.settled.peek();
  if (found) void planJob.ask(planQuestion(found));
};

/** Keeps plan and options to what is asked; returns what ends it. */
export const followRollout = (): (() => void) => {
  const stopProspects = prospectsJob.follow(() => null);
  const stopPlans = planJob.follow(() => {
    const found = prospectsJob.settled.value;
    return found && { ...planQuestion(found), patienceMs };
  });
  return () => {
    stopPlans();
    stopProspects();
  };
};

/** The plan as it is known, a draft too; of an earlier question where this one has none yet. */
export const planned = computed(() => planJob.shown.value);

/** The plan of the study and the question as they stand, or its draft; null while neither is known. */
export const currentPlan = computed<PlannedRollout | null>(() =>
  planJob.isStale.value ? null : (planJob.shown.value?.result ?? null),
);
