import { computeFindingsInWorker } from '../../workers/findings/client.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { openSharing, type SharingScene, type SharingSession } from '../../workers/sharing/client.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import { defaultServiceSettings, type ServiceResult, type ServiceSettings } from '../coverage/service/service-types.ts';
import { withSharing } from '../findings/build-findings.ts';
import type { Findings } from '../findings/findings.ts';
import { rolloutRemedies } from '../findings/rollout-remedies.ts';
import type { Pack } from '../model/pack.ts';
import type { RolloutFinding } from '../rollout/rollout-types.ts';
import type { Frontier } from '../sharing/plan/frontier.ts';
import type { SharingPlan } from '../sharing/plan/plan.ts';
import {
  defaultSharingRules,
  noLocks,
  type SharingLocks,
  type SharingObjective,
  type SharingRules,
} from '../sharing/plan/plan-types.ts';
import type { OpenedPack } from '../study/study.ts';

export interface RunOptions extends TaskOptions {
  settings?: ServiceSettings;
  rules?: SharingRules;
  objective?: SharingObjective;
  locks?: SharingLocks;
  /** A plan of the same network and settings for any operator's service: what closes each gap is told from it. */
  rollout?: RolloutFinding | null;
  /** Of the exact sharing plan; the greedy one stands in after it, and says so. */
  timeLimitS?: number;
  /** Runs of one key have the same service, so that it is computed once; no key, no such run. */
  serviceKey?: string;
  /** Given what there is with the sharing plan that is known at once, while the best is sought. */
  onDraft?: (draft: StudyRun) => void;
}

/** What a run gives: exact levels, everything found, and how the plan's tenants hang (`SharingPlan`). */
export interface StudyRun {
  service: ServiceResult;
  findings: Findings;
  placed: SharingPlan['placed'];
}

/** Runs one study after another; what the next has in common with the last is kept. */
export interface StudyRunner {
  /**
   * The main job on an open pack: service at every hamlet, the sharing plan, then what follows from both.
   * Rejects with an AbortError when cancelled; the pack is never changed.
   *
   * @throws InputError when the sharing plan that is asked for is refused
   */
  run: (opened: OpenedPack, options?: RunOptions) => Promise<StudyRun>;
  /** Saving against sharing rate, on the network of the last run; `onDraft` is given greedy points at once. */
  frontier: (
    opened: OpenedPack,
    options?: Omit<RunOptions, 'onDraft'> & { onDraft?: (draft: Frontier) => void },
  ) => Promise<Frontier>;
  close: () => void;
}

/** A province's plan is proven in a few seconds; a network ten times as large gets its chance. */
const defaultTimeLimitS = 20;
/** Of each point of the frontier. */
const frontierTimeLimitS = 5;

const questionOf = (pack: Pack, { rules, objective, locks, timeLimitS }: RunOptions, exact: boolean) => ({
  rules: rules ?? defaultSharingRules,
  objective: objective ?? 'reach-target',
  locks: locks ?? noLocks,
  parameters: pack.facts.parameters,
  timeLimitS: timeLimitS ?? defaultTimeLimitS,
  exact,
  // a network that shares more than its target asks for no merge; its other figures are wanted all the same
  passedTargetIsReached: true,
});

/** @param solverUrl address of the solver's WebAssembly; null where it lies beside its script, as in Node */
export const createStudyRunner = (solverUrl: string | null): StudyRunner => {
  let known: { key: string | undefined; scene: SharingScene; sharing: SharingSession } | null = null;
  const close = (): void => {
    known?.sharing.close();
    known = null;
  };
  return {
    close,
    run: async ({ pack, checksum }, options = {}) => {
      const { signal, onProgress, onDraft, serviceKey, rollout, settings = defaultServiceSettings } = options;
      const remedies = rollout ? rolloutRemedies(rollout, pack.hamlets) : [];
      if (!known || serviceKey === undefined || known.key !== serviceKey) {
        close();
        const service = await computeServiceInWorkers(sceneOf(pack), settings, { signal, onProgress });
        const scene = { pack, service, settings, solverUrl };
        known = { key: serviceKey, scene, sharing: openSharing(scene) };
      }
      const { sharing } = known;
      const { service } = known.scene;
      const plan = (exact: boolean) => sharing.plan(questionOf(pack, options, exact), { signal, onProgress });
      const runWith = async ({ finding, placed }: SharingPlan): Promise<StudyRun> => {
        const source = { pack, checksum, service, settings, sharing: finding, remedies };
        return { service, findings: await computeFindingsInWorker(source, { signal }), placed };
      };
      if (!onDraft) return runWith(await plan(true));
      const draft = await runWith(await plan(false));
      onDraft(draft);
      const { finding, placed } = await plan(true);
      return { service, findings: withSharing(draft.findings, finding), placed };
    },
    frontier: async ({ pack }, { onDraft, ...options } = {}) => {
      if (!known) throw new Error('The frontier was asked for before a run');
      // a worker of its own: it takes long, and the next plan need not wait for it
      const own = openSharing(known.scene, known.sharing.known());
      try {
        const ask = (exact: boolean) =>
          own.frontier({ ...questionOf(pack, options, exact), timeLimitS: frontierTimeLimitS }, options);
        if (onDraft) onDraft(await ask(false));
        return await ask(true);
      } finally {
        own.close();
      }
    },
  };
};

/** One run by itself. */
export const runStudy = async (
  opened: OpenedPack,
  { solverUrl = null, ...options }: RunOptions & { solverUrl?: string | null } = {},
) => {
  const runner = createStudyRunner(solverUrl);
  try {
    return await runner.run(opened, options);
  } finally {
    runner.close();
  }
};
