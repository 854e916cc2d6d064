import type { Site } from '../../model/site.ts';
import type { Candidate } from '../candidates/candidates.ts';
import { type CarriedOut, carryOut, standingAfter } from '../plan/apply-plan.ts';
import type { PreparedSharing } from '../plan/prepare.ts';
import type { Level, Loss, ServiceCheck } from '../service/service-check.ts';
import { type ChoiceObjective, chooseGreedily } from './greedy.ts';
import { type MergeProblem, reaches, selectionOf } from './merge-problem.ts';
import type { MergeSolver, SolveOptions } from './solve-exactly.ts';

export interface ChosenMerges {
  /** Options of the problem, in the order the plan takes them. */
  chosen: number[];
  method: 'greedy' | 'milp';
  /** Proven relative gap; null where nothing is proven. */
  gap: number | null;
  /** Whether the objective's target is reached; where it is not, what is chosen goes as far as can be. */
  reached: boolean;
  /** The problem with every conflict that was found on the way. */
  problem: MergeProblem;
  /** For each conflict the point that loses service by it; −1 where no free height is left instead. */
  conflictPoints: readonly number[];
  /** Service after the plan wherever a donor site gave it; only of a final plan. */
  levels: readonly Level[];
  /** The hosts with their co-located tenants, and each chosen merge's tenants as they hang there. */
  carried: CarriedOut;
}

export interface ChooseInput {
  prepared: PreparedSharing;
  check: ServiceCheck;
  objective: ChoiceObjective;
  /** Without one the choice is greedy. */
  solver: MergeSolver | null;
  timeLimitS: number;
  /** Whether the plan is the one that will be shown: then the easiest of equally good ones is sought, and its levels told. */
  isFinal: boolean;
  /** Told the seconds the choice has taken so far, while it is sought exactly. */
  onTime?: ((secondsPassed: number) => void) | undefined;
}

/**
 * Chooses merges and recomputes the service they leave, until nothing is lost: each loss becomes a set of merges that may
 * not be chosen together. The greedy choice stands in where there is no solver or its time is over.
 */
export const chooseMerges = (input: ChooseInput): ChosenMerges => {
  const { prepared, check, objective, solver, timeLimitS, isFinal, onTime } = input;
  const startMs = performance.now();
  const passedS = () => (performance.now() - startMs) / 1000;
  const { allowed, pack, rules } = prepared;
  const conflicts = [...prepared.problem.conflicts];
  const conflictPoints = conflicts.map(() => -1);
  const indexOf = new Map(allowed.map((candidate, option) => [candidate, option]));
  let goal = objective;
  let exact = solver;
  for (;;) {
    const problem = { ...prepared.problem, conflicts };
    const before = passedS();
    const next = chooseOnce(problem, goal, exact, {
      secondsLeft: timeLimitS - before,
      settleTies: isFinal,
      onTime: onTime && ((seconds) => onTime(before + seconds)),
    });
    if (next === 'out-of-reach') {
      goal = 'highest-rate';
      continue;
    }
    if (next.method === 'greedy') exact = null;
    const chosen = inOrder(problem, next.chosen);
    const plan = chosen.map((option) => allowed[option]);
    const { conflicts: found, levels, carried } = standTogether(pack.sites, plan, rules.tenantSpacingM, check, isFinal);
    if (found.length === 0) {
      const reached = goal === objective && (goal === 'all-that-pay' || isReached(problem, goal, chosen));
      return { ...next, chosen, reached, problem, conflictPoints, levels, carried };
    }
    for (const { together, point } of found) {
      conflicts.push(together.map((candidate) => indexOf.get(candidate)!));
      conflictPoints.push(point);
    }
  }
};

const isReached = (problem: MergeProblem, objective: ChoiceObjective, chosen: readonly number[]): boolean =>
  objective !== 'highest-rate' && reaches(selectionOf(problem, chosen).tally(), problem.targetRate);

type Once = { chosen: number[]; method: 'greedy' | 'milp'; gap: number | null };

const chooseOnce = (
  problem: MergeProblem,
  objective: ChoiceObjective,
  solver: MergeSolver | null,
  options: SolveOptions,
): Once | 'out-of-reach' => {
  const hasTarget = objective !== 'all-that-pay' && objective !== 'highest-rate';
  const outcome = solver && options.secondsLeft > 0 ? solver(problem, objective, options) : 'out-of-time';
  if (typeof outcome === 'object') return { ...outcome, method: 'milp' };
  // an operator's gain is not given up for a higher rate
  if (outcome === 'infeasible' && hasTarget && objective !== 'each-operator-gains') return 'out-of-reach';
  const chosen = chooseGreedily(problem, objective);
  if (hasTarget && objective !== 'each-operator-gains' && !isReached(problem, objective, chosen)) return 'out-of-reach';
  return { chosen, method: 'greedy', gap: null };
};

/** The most valuable first, then the easiest: the order in which co-located tenants take their heights on a host. */
const inOrder = ({ options }: MergeProblem, chosen: readonly number[]): number[] =>
  [...chosen].sort(
    (a, b) => options[b].valueVnd - options[a].valueVnd || options[a].effort - options[b].effort || a - b,
  );

/**
 * Sets of merges of a plan that can't stand together: no free height is left for one, or somebody loses service. Where
 * there are none, the service that the plan leaves.
 */
const standTogether = (
  sites: readonly Site[],
  plan: readonly Candidate[],
  spacingM: number,
  check: ServiceCheck,
  withLevels: boolean,
): { conflicts: readonly Loss[]; levels: readonly Level[]; carried: CarriedOut } => {
  const carried = carryOut(sites, plan, spacingM);
  const crowded = plan.flatMap((candidate, k): Loss[] =>
    carried.placed[k] === null
      ? [{ point: -1, together: plan.slice(0, k + 1).filter((other) => other.host === candidate.host) }]
      : [],
  );
  if (crowded.length > 0) return { conflicts: crowded, levels: [], carried };
  const whole = { merges: plan, standing: standingAfter(sites, plan, carried), spacingM };
  const lean = check.recompute(whole, false);
  const { lost, kept } = lean.lost.length > 0 || !withLevels ? lean : check.recompute(whole, true);
  return { conflicts: lost, levels: kept, carried };
};
