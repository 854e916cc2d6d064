import type { Parameter, Range } from '../../model/facts.ts';
import type { Pack } from '../../model/pack.ts';
import { consolidationVnd } from '../../money/cases.ts';
import { total } from '../../money/range.ts';
import { rateBy, sharingRate } from '../rate.ts';
import type { ServiceCheck } from '../service/service-check.ts';
import { type ChosenMerges, chooseMerges } from '../solver/choose.ts';
import { type ChoiceObjective, chooseGreedily } from '../solver/greedy.ts';
import { rateOfTally, selectionOf } from '../solver/merge-problem.ts';
import type { MergeSolver } from '../solver/solve-exactly.ts';
import type { SharingLocks, SharingRules } from './plan-types.ts';
import { prepareSharing } from './prepare.ts';
import { validateLocks } from './request-validation.ts';

/** What reaching a rate takes and saves. */
export interface FrontierPoint {
  rate: number;
  /** Merges of standing sites, or planned sites put onto standing sites. */
  count: number;
  savingVnd: Range;
  /** Relative gap as proven; null where nothing is proven. */
  gap: number | null;
}

/** Saving against rate from today's to the most there can be, lowest rate first. */
export interface Frontier {
  definition: SharingRules['definition'];
  todayRate: number;
  points: FrontierPoint[];
}

export interface FrontierInput {
  pack: Pack;
  check: ServiceCheck;
  rules: SharingRules;
  locks: SharingLocks;
  parameters: readonly Parameter[];
  solver: MergeSolver | null;
  /** For each point. */
  timeLimitS: number;
  /** Greedy choices that are not checked for service as a whole: there at once, and proving nothing. */
  isDraft?: boolean;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

const steps = [0.005, 0.01, 0.02, 0.05];
const mostSteps = 20;

/** Rates to look at: today's, round ones, the target, the highest. */
const ratesBetween = (from: number, to: number, target: number): number[] => {
  const step = steps.find((one) => (to - from) / one <= mostSteps) ?? steps[steps.length - 1];
  const round = Array.from({ length: Math.floor(1 / step) + 1 }, (_, k) => Number((k * step).toFixed(4)));
  const between = [...round, target].filter((rate) => rate > from && rate < to);
  return [...new Set([from, ...between, to])].sort((a, b) => a - b);
};

/** Two rates may be reached by the same plan: it is one point. */
const rising = (points: readonly FrontierPoint[]): FrontierPoint[] =>
  points.filter(({ rate }, k) => k === 0 || rate > points[k - 1].rate);

/**
 * The plan for one rate after another, each checked for service as a whole. At every rate it is the plan with the fewest
 * merges and, of those, the largest present value.
 */
export const sharingFrontier = (input: FrontierInput): Frontier => {
  const { pack, check, rules, locks, parameters, solver, timeLimitS, onProgress } = input;
  const prepared = prepareSharing({ pack, check, rules, locks, parameters });
  validateLocks(prepared, locks);
  const { problem } = prepared;
  let { conflicts } = problem;
  const choose = (targetRate: number, objective: ChoiceObjective): Pick<ChosenMerges, 'chosen' | 'gap'> => {
    if (input.isDraft) return { chosen: chooseGreedily({ ...problem, targetRate }, objective), gap: null };
    const now = { ...prepared, rules: { ...rules, targetRate }, problem: { ...problem, targetRate, conflicts } };
    const result = chooseMerges({ prepared: now, check, objective, solver, timeLimitS, isFinal: false });
    // what hurt together once need not be found out again
    conflicts = result.problem.conflicts;
    return result;
  };
  const pointOf = ({ chosen, gap }: Pick<ChosenMerges, 'chosen' | 'gap'>): FrontierPoint => ({
    rate: rateOfTally(selectionOf(problem, chosen).tally()),
    count: chosen.length,
    savingVnd: total(
      chosen.map((option) => consolidationVnd(prepared.money, problem.tenants[problem.options[option].donor])),
    ),
    gap,
  });

  const todayRate = rateBy(sharingRate(pack.sites), rules.definition);
  const most = pointOf(choose(1, 'highest-rate'));
  const rates = ratesBetween(todayRate, most.rate, rules.targetRate);
  const points = rates.map((rate, k) => {
    onProgress?.(k, rates.length);
    return pointOf(choose(rate, 'reach-target'));
  });
  return {
    definition: rules.definition,
    todayRate,
    points: rising(points),
  };
};
