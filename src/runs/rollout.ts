import type { TaskOptions } from '../../workers/progress.ts';
import {
  findRolloutOptions,
  findWhereNext,
  planRolloutInWorker,
  type RolloutProspects,
} from '../../workers/rollout/client.ts';
import { defaultServiceSettings, type ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';
import { rolloutSceneOf } from '../rollout/rollout-scene.ts';
import {
  type Demand,
  defaultRolloutQuestion,
  type RolloutFinding,
  type RolloutQuestion,
  type WhereNextMap,
} from '../rollout/rollout-types.ts';
import { defaultSharingRules, type SharingRules } from '../sharing/plan/plan-types.ts';

export interface RolloutRunOptions extends TaskOptions {
  settings?: ServiceSettings;
  rules?: SharingRules;
  question?: Partial<RolloutQuestion>;
}

const sceneFor = (pack: Pack, { settings, rules, question }: RolloutRunOptions) => {
  const whole: RolloutQuestion = { ...defaultRolloutQuestion, ...question };
  const scene = rolloutSceneOf(pack, settings ?? defaultServiceSettings, rules ?? defaultSharingRules, whole);
  return { scene, question: whole };
};

/**
 * Whom a mast of a height would serve, by place. Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `rolloutSceneOf` does
 */
export const runWhereNext = async (
  pack: Pack,
  heightM: number,
  { signal, onProgress, ...asked }: RolloutRunOptions = {},
): Promise<{ demands: Demand[]; map: WhereNextMap | null }> => {
  const { scene, question } = sceneFor(pack, asked);
  const { demands, prospects } = await findWhereNext(scene, question, heightM, { signal, onProgress });
  return { demands, map: prospects?.map ?? null };
};

/** What is known of a network's gaps and what could close them: plans are made of it one after another. */
export interface RolloutRun extends RolloutProspects {
  question: RolloutQuestion;
}

/**
 * Everything that could be built. Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `rolloutSceneOf` does, and where a parameter is missing
 */
export const runRolloutOptions = async (
  pack: Pack,
  { signal, onProgress, ...asked }: RolloutRunOptions = {},
): Promise<RolloutRun> => {
  const { scene, question } = sceneFor(pack, asked);
  return { ...(await findRolloutOptions(scene, question, { signal, onProgress })), question };
};

/**
 * A plan of what could be built, for another goal or other locks each time.
 *
 * @throws InputError where what is forced costs more than the budget
 */
export const runRolloutPlan = (
  { question, map: _, ...basis }: RolloutRun,
  change: Partial<Pick<RolloutQuestion, 'goal' | 'locks' | 'timeLimitS' | 'phases'>> = {},
  { exact = true, solverUrl = null, ...following }: TaskOptions & { exact?: boolean; solverUrl?: string | null } = {},
): Promise<RolloutFinding> =>
  planRolloutInWorker(basis, { ...question, ...change }, { exact, solverUrl, ...following });
