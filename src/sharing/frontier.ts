import type { Parameter, Range } from '../model/facts.ts';
import type { Pack } from '../model/pack.ts';
import type { Site } from '../model/site.ts';
import { avoidedNewMastVnd, consolidationVnd } from '../money/cases.ts';
import { moneyParameters } from '../money/parameters.ts';
import { scaled, total } from '../money/range.ts';
import { type ChosenMerges, chooseMerges } from './choose.ts';
import type { ChoiceObjective } from './greedy.ts';
import { rateOfTally, selectionOf } from './merge-problem.ts';
import type { SharingLocks, SharingRules } from './plan-types.ts';
import { prepareSharing } from './prepare.ts';
import { rateBy, sharingRate } from './rate.ts';
import { refuseLocks } from './refusals.ts';
import { rehang } from './rehang.ts';
import type { ServiceCheck } from './service-check.ts';
import type { MergeSolver } from './solve-exactly.ts';

/** What reaching a rate takes and saves. */
export interface FrontierPoint {
  rate: number;
  /** Merges of standing sites, or planned sites put onto standing masts. */
  count: number;
  savingVnd: Range;
  /** Relative gap as proven; null where nothing is proven. */
  gap: number | null;
}

/** Saving against rate from today's to the most there can be, lowest rate first. */
export interface Frontier {
  definition: SharingRules['definition'];
  todayRate: number;
  consolidation: FrontierPoint[];
  /** By planned sites that go onto standing masts, each on one not yet shared: what building them would have cost. */
  avoidedNewBuild: FrontierPoint[];
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
  refuseLocks(prepared, locks);
  const { problem } = prepared;
  let { conflicts } = problem;
  const choose = (targetRate: number, objective: ChoiceObjective): ChosenMerges => {
    const now = { ...prepared, rules: { ...rules, targetRate }, problem: { ...problem, targetRate, conflicts } };
    const result = chooseMerges({ prepared: now, check, objective, solver, timeLimitS, isFinal: false });
    // what hurt together once need not be found out again
    conflicts = result.problem.conflicts;
    return result;
  };
  const pointOf = ({ chosen, gap }: ChosenMerges): FrontierPoint => ({
    rate: rateOfTally(selectionOf(problem, chosen).tally()),
    count: chosen.length,
    savingVnd: total(
      chosen.map((option) => consolidationVnd(prepared.money, problem.tenants[problem.options[option].moved])),
    ),
    gap,
  });

  const todayRate = rateBy(sharingRate(pack.sites), rules.definition);
  const most = pointOf(choose(1, 'highest-rate'));
  const rates = ratesBetween(todayRate, most.rate, rules.targetRate);
  const consolidation = rates.map((rate, k) => {
    onProgress?.(k, rates.length);
    return pointOf(choose(rate, 'reach-target'));
  });
  return {
    definition: rules.definition,
    todayRate,
    consolidation: rising(consolidation),
    avoidedNewBuild: rising(avoidedFrontier(input)),
  };
};

/** Whether one more tenant, hung like the first, finds room on a mast with one. */
const takesOneMore = (site: Site, { maxTenants, tenantSpacingM }: SharingRules): boolean =>
  site.tenants.length === 1 &&
  maxTenants >= 2 &&
  rehang(site, site.tenants, [site.tenants[0]], tenantSpacingM) !== null;

const avoidedFrontier = ({ pack, rules, parameters }: FrontierInput): FrontierPoint[] => {
  const each = avoidedNewMastVnd(moneyParameters(parameters));
  const today = sharingRate(pack.sites);
  const most = pack.sites.filter((site) => takesOneMore(site, rules)).length;
  // a planned site that is not built adds none to the sites; its tenancy and its host's are shared ones
  const rateWith = (count: number): number =>
    rules.definition === 'D1'
      ? (today.sharedSites + count) / Math.max(1, today.sites)
      : (today.sharedTenancies + 2 * count) / Math.max(1, today.tenancies + count);
  const countFor = (rate: number): number => {
    let count = 0;
    while (count < most && rateWith(count) < rate - 1e-12) count++;
    return count;
  };
  return ratesBetween(rateWith(0), rateWith(most), rules.targetRate).map((rate) => {
    const count = countFor(rate);
    return { rate: rateWith(count), count, savingVnd: scaled(each, count), gap: 0 };
  });
};
