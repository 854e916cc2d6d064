import { InputError, type Problem } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import { total } from '../../money/range.ts';
import { sharingRate } from '../../sharing/rate.ts';
import { createDemandFinder } from '../demand.ts';
import type { FibreWay } from '../feed/fibre-ways.ts';
import { takeTogether } from '../options/takings.ts';
import { rolloutRows } from '../parameters.ts';
import type {
  Demand,
  RolloutFinding,
  RolloutNote,
  RolloutOption,
  RolloutQuestion,
  RolloutScene,
} from '../rollout-types.ts';
import { Cover, type CoverGoal, type CoverProblem } from './cover-problem.ts';
import { coverGreedily } from './greedy-cover.ts';
import { leftOutOf } from './left-out.ts';
import { billOf, inBuildingOrder } from './planned-order.ts';
import { coverGoalOf, coverProblemOf } from './rollout-cover.ts';
import type { CoverSolver, SolvedCover } from './solve-cover.ts';

/** How often a plan is changed because service recomputed says otherwise. */
const mostRepairs = 8;

/** What is known before a plan is chosen. */
export interface RolloutBasis {
  scene: RolloutScene;
  demands: readonly Demand[];
  options: readonly RolloutOption[];
  /** The cheapest cable to each demand, for what is left out. */
  ways: readonly (FibreWay | null)[];
}

/** Sites as they stand after options are built, in the order of the list, new ones at its end. */
export const sitesAfter = (sites: readonly Site[], options: readonly RolloutOption[]): Site[] => {
  const changed = new Map(options.map(({ site }) => [site.id, site]));
  const standing = sites.map((site) => changed.get(site.id) ?? site);
  const there = new Set(sites.map(({ id }) => id));
  return [...standing, ...options.map(({ site }) => site).filter(({ id }) => !there.has(id))];
};

/** Which places have no service once options are built: found from scratch, as today's are. */
const unservedAfter = ({ scene }: RolloutBasis, operator: string | null, options: readonly RolloutOption[]) => {
  const { places, unserved } = createDemandFinder({ ...scene, sites: sitesAfter(scene.sites, options) }, operator);
  return unserved(0, places.length).map((place) => places[place]);
};

const placeKey = ({ hamlet, place }: Demand): string => `${hamlet} ${place}`;

const solveBy = (
  solver: CoverSolver | null,
  problem: CoverProblem,
  goal: CoverGoal,
  seconds: number,
): SolvedCover | null => {
  if (solver) return solver(problem, goal, seconds);
  const taken = coverGreedily(problem, goal);
  if (!taken) return null;
  const cover = new Cover(problem, taken);
  const reached = goal.kind === 'budget' ? cover.weight : cover.cost;
  return { taken, reached, bound: null, gap: null, method: 'greedy' };
};

const dearerThanBudget = ({ goal, locks }: RolloutQuestion): Problem => ({
  file: 'rollout',
  place: 'budget',
  value: goal.kind === 'budget' ? String(goal.vnd) : '',
  rule: 'not-possible',
  ruleValues: { detail: locks.forced.join(', ') },
  severity: 'error',
});

/**
 * Chooses what to build, recomputes service whole over the plain path with it built, and changes the plan where that says that
 * somebody it claims has none, or somebody else has lost it.
 *
 * @param solver null for a plan at once, without a proof
 * @throws InputError where what is forced costs more than the budget
 */
export const planRollout = (
  basis: RolloutBasis,
  question: RolloutQuestion,
  solver: CoverSolver | null,
): RolloutFinding => {
  const { scene, demands, options, ways } = basis;
  const { operator, goal, locks, phases, timeLimitS } = question;
  const startMs = performance.now();
  const demandOf = new Map(demands.map((demand, d) => [placeKey(demand), d]));
  const reachable = new Set(options.flatMap(({ serves }) => serves));
  const coverGoal = coverGoalOf(goal, scene.hamlets, scene.asked, demands, reachable);

  let claims = options;
  const conflicts: number[][] = [];
  let solved: SolvedCover | null = null;
  let chosen: RolloutOption[] = [];
  let missing = new Set<number>(demands.keys());
  let repairs = 0;
  for (; repairs <= mostRepairs; repairs++) {
    const left = timeLimitS - (performance.now() - startMs) / 1000;
    solved = solveBy(solver, coverProblemOf(claims, demands, locks, conflicts), coverGoal, Math.max(1, left));
    if (!solved) throw new InputError([dearerThanBudget(question)]);
    const taken = solved.taken;
    chosen = taken.map((i) => claims[i]);
    const after = unservedAfter(basis, operator, chosen);
    missing = new Set(after.flatMap((place) => demandOf.get(placeKey(place)) ?? []));
    const retunes = chosen.filter(({ kind }) => kind === 'retune');
    const isLost =
      after.some((place) => !demandOf.has(placeKey(place))) ||
      takeTogether(scene, retunes, sitesAfter(scene.sites, chosen));
    const isUnconfirmed = chosen.some(({ serves }) => serves.some((d) => missing.has(d)));
    if (!isLost && !isUnconfirmed) break;
    // only antennas that are changed take service, from each other's new ones too: these are not changed together
    const retuned = taken.filter((i) => claims[i].kind === 'retune');
    if (retuned.length > 0) conflicts.push(retuned);
    // where one less is not enough again and again, none of them is
    if (isLost && repairs >= mostRepairs / 2) {
      const harmful = new Set(retuned);
      claims = claims.map((option, i) => (harmful.has(i) ? { ...option, serves: [] } : option));
    }
    if (isUnconfirmed) {
      const unconfirmed = missing;
      claims = claims.map((option) => ({ ...option, serves: option.serves.filter((d) => !unconfirmed.has(d)) }));
    }
  }

  const plan = inBuildingOrder(
    chosen,
    demands.map(({ people }) => people),
    phases,
  );
  const served = [...demands.keys()].filter((d) => !missing.has(d));
  const peopleIn = (of: Iterable<number>): number => [...of].reduce((sum, d) => sum + demands[d].people, 0);
  const leftOut = leftOutOf(scene, operator, goal, demands, [...missing], options, (d) => ways[d]);
  const notes: [RolloutNote, boolean][] = [
    ['nothing-unserved', demands.length === 0],
    ['nothing-reaches', demands.length > 0 && reachable.size === 0],
    ['backhaul-unknown', plan.some(({ backhaul }) => !backhaul.isKnown)],
    ['power-unknown', plan.some(({ power }) => !power.isKnown)],
    ['no-roads', scene.roads.length === 0],
    ['unserved-outside-terrain', leftOut.some(({ reason }) => reason === 'outside-terrain')],
    ['not-proven', plan.length > 0 && solved?.gap !== 0],
    ['later-holdings', scene.laterHoldings.length > 0],
    ['years-too-short', phases !== null && plan.some(({ year }) => year === null)],
  ];
  const names = new Set<string>(Object.values(rolloutRows).map(([name]) => name));
  return {
    question,
    settings: scene.settings,
    demands,
    options,
    plan,
    served,
    leftOut,
    people: { unserved: peopleIn(demands.keys()), reachable: peopleIn(reachable), served: peopleIn(served) },
    costVnd: total(plan.map(({ costVnd }) => costVnd)),
    bill: billOf(plan),
    sharing: { before: sharingRate(scene.sites).d1, after: sharingRate(sitesAfter(scene.sites, plan)).d1 },
    proof: {
      reached: solved?.reached ?? 0,
      bound: solved?.bound ?? null,
      gap: solved?.gap ?? null,
      method: solved?.method ?? 'greedy',
      seconds: (performance.now() - startMs) / 1000,
      repairs,
    },
    notes: notes.filter(([, is]) => is).map(([note]) => note),
    parameters: scene.parameters.filter(({ name }) => names.has(name)),
    ...(scene.laterHoldings.length > 0 && { laterHoldings: scene.laterHoldings }),
  };
};
