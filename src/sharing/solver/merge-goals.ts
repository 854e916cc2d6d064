import type { LeastMerges } from './component-tables.ts';
import type { ChoiceObjective } from './greedy.ts';
import { leastCostToReach, mostWorth } from './merge-bound.ts';
import { type MergeModel, toUnits } from './merge-model.ts';
import type { MergeOption, MergeProblem } from './merge-problem.ts';

/** One goal after another: the next is sought among the best for those before. */
export interface Goal {
  sense: 'least' | 'most';
  /** By column of the model. */
  cost: Float64Array;
  /** What no choice can better, given the best for the goal before and whether that is proven. */
  bound: (before: number, isProven: boolean) => number;
  /** Only tells equally good choices apart: how far it is proven says nothing of the plan. */
  isTie: boolean;
}

export const worthUnder = ({ cost }: Goal, columns: Float64Array): number =>
  columns.reduce((sum, value, column) => sum + value * cost[column], 0);

/**
 * What an objective seeks in turn: the fewest merges that reach the target (or the fewest tenancies donor), the largest
 * present value, and with `settleTies` the least effort.
 *
 * @param known what is proven of the fewest merges already
 */
export const goalsOf = (
  problem: MergeProblem,
  objective: ChoiceObjective,
  model: MergeModel,
  settleTies: boolean,
  known: LeastMerges | null = null,
): Goal[] => {
  const { options, tenants } = problem;
  const costs = (of: (option: MergeOption) => number): Float64Array => {
    const cost = new Float64Array(model.columns);
    options.forEach((option, k) => {
      cost[k] = of(option);
    });
    return cost;
  };
  const hasTarget = objective !== 'all-that-pay';
  const value: Goal = {
    sense: 'most',
    cost: costs(({ valueVnd }) => toUnits(valueVnd)),
    bound: (merges, isProven) => {
      if (!hasTarget) return Number.POSITIVE_INFINITY;
      if (known) return toUnits(known.mostValueVnd);
      return toUnits(mostWorth(problem, merges, objective === 'fewest-moves' || !isProven));
    },
    isTie: false,
  };
  const effort: Goal = {
    sense: 'least',
    cost: costs(({ effort: each }) => each / 1000),
    bound: () => Number.NEGATIVE_INFINITY,
    isTie: true,
  };
  const last = settleTies ? [value, effort] : [value];
  if (!hasTarget) return last;
  const costOf = (donor: number): number => (objective === 'fewest-moves' ? tenants[donor] : 1);
  const merges: Goal = {
    sense: 'least',
    cost: costs(({ donor }) => costOf(donor)),
    bound: () => known?.count ?? leastCostToReach(problem, model, (option) => costOf(options[option].donor)),
    isTie: false,
  };
  return [merges, ...last];
};
