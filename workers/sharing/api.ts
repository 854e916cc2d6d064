import loadHighs from 'highs';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import type { ServiceResult, ServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { Parameter } from '../../src/model/facts.ts';
import type { Pack } from '../../src/model/pack.ts';
import { type Frontier, sharingFrontier } from '../../src/sharing/plan/frontier.ts';
import { planSharing, type SharingPlan } from '../../src/sharing/plan/plan.ts';
import type { SharingLocks, SharingObjective, SharingRules } from '../../src/sharing/plan/plan-types.ts';
import { createServiceCheck, type MergeService, type ServiceCheck } from '../../src/sharing/service/service-check.ts';
import { createMergeSolver, type MergeSolver } from '../../src/sharing/solver/solve-exactly.ts';

/** The network a plan is made on, and its service today. */
export interface SharingScene {
  pack: Pack;
  service: ServiceResult;
  settings: ServiceSettings;
  /** Address of the solver's WebAssembly; null where it lies beside its script, as in Node. */
  solverUrl: string | null;
}

/** What a worker knows of the network's merges; it takes the longest to find out. */
export type KnownMerges = ReadonlyMap<string, MergeService>;

export interface SharingQuestion {
  rules: SharingRules;
  objective: SharingObjective;
  locks: SharingLocks;
  parameters: readonly Parameter[];
  /** Whether the best is sought and proven; else a greedy choice answers at once. */
  exact: boolean;
  timeLimitS: number;
  passedTargetIsReached?: boolean;
}

type Stage = 'checking' | 'choosing';

/** A plan with what was found out of merges on the way. */
export interface PlannedSharing extends SharingPlan {
  known: KnownMerges;
}

export const createSharingApi = () => {
  let open: { scene: SharingScene; check: ServiceCheck } | null = null;
  let solver: Promise<MergeSolver> | null = null;

  const loadSolver = ({ solverUrl }: SharingScene): Promise<MergeSolver> => {
    solver ??= loadHighs(solverUrl === null ? {} : { locateFile: () => solverUrl }).then(createMergeSolver);
    return solver;
  };
  const openScene = () => {
    if (!open) throw new Error('A sharing plan was asked for before the network was given');
    return open;
  };

  return {
    setUp: (scene: SharingScene, known: KnownMerges): void => {
      open = { scene, check: createServiceCheck(sceneOf(scene.pack), scene.settings, scene.service, known) };
    },
    plan: async (
      { exact, ...question }: SharingQuestion,
      onProgress: (stage: Stage, done: number, total: number) => void,
    ): Promise<PlannedSharing> => {
      const { scene, check } = openScene();
      const best = exact ? await loadSolver(scene) : null;
      return { ...planSharing({ ...scene, ...question, check, solver: best, onProgress }), known: check.known };
    },
    /** Each rate's best plan, proven; a draft where what is asked is not exact. */
    frontier: async (
      { rules, locks, parameters, timeLimitS, exact }: SharingQuestion,
      onProgress: (done: number, total: number) => void,
    ): Promise<Frontier> => {
      const { scene, check } = openScene();
      const { pack } = scene;
      const best = exact ? await loadSolver(scene) : null;
      const asked = { pack, check, rules, locks, parameters, timeLimitS, solver: best, onProgress };
      return sharingFrontier({ ...asked, isDraft: !exact });
    },
  };
};
export type SharingApi = ReturnType<typeof createSharingApi>;
