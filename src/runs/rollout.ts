import type { TaskOptions } from '../../workers/progress.ts';
import {
  findRolloutOptions,
  findWhereNext,
  planRolloutInWorker,
  type RolloutProspects,
} from '../../workers/rollout/client.ts';
import { defaultServiceSettings, type ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import { equipmentOfAsked } from '../rollout/equipment.ts';
import { sitesAfter } from '../rollout/plan/plan-rollout.ts';
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
  /** Where the scenario at work has taken sites down: no mast is built there again. */
  takenDown?: readonly LonLat[];
}

const sceneFor = (pack: Pack, { settings, rules, question, takenDown }: RolloutRunOptions) => {
  const whole: RolloutQuestion = { ...defaultRolloutQuestion, ...question };
  const scene = rolloutSceneOf(
    pack,
    settings ?? defaultServiceSettings,
    rules ?? defaultSharingRules,
    whole,
    takenDown,
  );
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

/** A plan, the map it was sought on, and the network it builds on. */
export interface PlannedRollout {
  finding: RolloutFinding;
  map: WhereNextMap | null;
  network: Pack;
}

/**
 * Everything that could be built and the plan of it, in one go. Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `runRolloutOptions` and `runRolloutPlan` do
 */
export const runRollout = async (pack: Pack, options: RolloutRunOptions = {}): Promise<PlannedRollout> => {
  const run = await runRolloutOptions(pack, options);
  const { signal, onProgress } = options;
  return { finding: await runRolloutPlan(run, {}, { signal, onProgress }), map: run.map, network: pack };
};

/**
 * A plan for every operator that holds spectrum, one after the other: each may rent on the masts that those before it build. A
 * budget is for all of them together.
 *
 * @throws InputError as `runRollout` does, and where none of them holds any
 */
export const runEachRollout = async (pack: Pack, options: RolloutRunOptions = {}): Promise<PlannedRollout[]> => {
  const { scene, question } = sceneFor(pack, options);
  const able = equipmentOfAsked(scene, scene.settings, null).map((kit) => kit.operator);
  const plans: PlannedRollout[] = [];
  let network = pack;
  let left = question.goal.kind === 'budget' ? question.goal.vnd : Number.POSITIVE_INFINITY;
  for (const operator of able) {
    // the next has nothing to build with
    if (left < 1) break;
    const goal = question.goal.kind === 'budget' ? { kind: 'budget' as const, vnd: left } : question.goal;
    const planned = await runRollout(network, { ...options, question: { ...options.question, operator, goal } });
    plans.push(planned);
    left -= planned.finding.costVnd.central;
    network = { ...network, sites: sitesAfter(network.sites, planned.finding.plan) };
  }
  return plans;
};
