import type { MergeModel } from './merge-model.ts';
import type { MergeProblem } from './merge-problem.ts';

/** Sums of gains in the rate's row are exact to about this. */
const tolerance = 1e-9;

/**
 * What no choice that reaches the target can cost less than, where each option costs a whole number: every option is
 * credited with the most it could ever add to the rate, as if no rule stood between them, and the best per cost are
 * taken, the last of them in part. Infinity proves that the target is out of reach.
 */
export const leastCostToReach = (
  problem: MergeProblem,
  { rateRow, becomesShared }: MergeModel,
  costOf: (option: number) => number,
): number => {
  const { constant, gain } = rateRow(problem.targetRate);
  const ofHost = new Map(becomesShared.map((host, k) => [host, gain[problem.options.length + k]]));
  const offers = problem.options
    .map(({ host }, option) => ({ cost: costOf(option), gain: gain[option] + (ofHost.get(host) ?? 0) }))
    .filter((offer) => offer.gain > 0)
    .sort((a, b) => b.gain / b.cost - a.gain / a.cost);
  let missing = -constant;
  let cost = 0;
  for (const offer of offers) {
    if (missing <= tolerance) break;
    const part = Math.min(1, missing / offer.gain);
    cost += part * offer.cost;
    missing -= part * offer.gain;
  }
  return missing > tolerance ? Number.POSITIVE_INFINITY : Math.ceil(cost - tolerance);
};

/** What no `count` merges together can be worth more than; `count` is a limit where fewer may do. */
export const mostWorth = ({ options }: MergeProblem, count: number, fewerMayDo: boolean): number =>
  options
    .map(({ valueVnd }) => (fewerMayDo ? Math.max(0, valueVnd) : valueVnd))
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);
