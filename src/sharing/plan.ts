import { sceneOf } from '../coverage/scene.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service-types.ts';
import type { Parameter } from '../model/facts.ts';
import type { Pack } from '../model/pack.ts';
import { InputError } from '../model/problem.ts';
import { createMergeAccounts, sumAccounts } from '../money/accounts.ts';
import {
  avoidedNewMastCo2Tonnes,
  avoidedNewMastVnd,
  consolidationCo2Tonnes,
  consolidationVnd,
} from '../money/cases.ts';
import type { MoneyParameters } from '../money/parameters.ts';
import { scaled, total } from '../money/range.ts';
import { applyPlan } from './apply-plan.ts';
import { bearingOf } from './bearing.ts';
import { bindingRule } from './binding.ts';
import { chooseMerges } from './choose.ts';
import { createSelection, type MergeProblem, reaches, selectionOf } from './merge-problem.ts';
import type {
  Merge,
  MergeKey,
  PartyBalance,
  RejectedPair,
  RejectReason,
  SharingFinding,
  SharingLocks,
  SharingMoney,
  SharingObjective,
  SharingRules,
} from './plan-types.ts';
import { mergeName, type PreparedSharing, prepareSharing } from './prepare.ts';
import { mergesNeeded, rateBy, sharingRate } from './rate.ts';
import { createServiceCheck, type ServiceCheck } from './service-check.ts';
import type { MergeSolver } from './solve-exactly.ts';

export interface SharingInput {
  pack: Pack;
  service: ServiceResult;
  settings: ServiceSettings;
  rules: SharingRules;
  objective?: SharingObjective;
  locks?: SharingLocks;
  /** Instead of the pack's own. */
  parameters?: readonly Parameter[];
  /** What is known of the merges' service already, for a second plan of the same network. */
  check?: ServiceCheck;
  /** Finds the best choice and proves it; without one the plan is greedy. */
  solver?: MergeSolver | null;
  timeLimitS?: number;
  onProgress?: (done: number, total: number) => void;
}

const noLocks: SharingLocks = { forced: [], forbidden: [] };
/** Long enough to prove a province's plan many times over. */
const defaultTimeLimitS = 20;

/**
 * The plan for an objective. Every candidate is checked for service alone and the finished plan as a whole, so that it
 * takes service from nobody. A target out of reach gives the plan with the highest rate, and says which rule stops it.
 *
 * @throws InputError when the target lies below today's rate or above 1, a parameter is missing or out of order, a forced
 * merge can't be done, or all pairs are forbidden
 */
export const planSharing = (input: SharingInput): SharingFinding => {
  const { pack, service, settings, rules, solver = null, timeLimitS = defaultTimeLimitS } = input;
  const { objective = 'reach-target', locks = noLocks, parameters = pack.facts.parameters, onProgress } = input;
  const { sites } = pack;
  const today = sharingRate(sites);
  if (objective !== 'all-that-pay') refuseTarget(rules.targetRate, rateBy(today, rules.definition));
  const check = input.check ?? createServiceCheck(sceneOf(pack), settings, service);
  const prepared = prepareSharing({ pack, check, rules, locks, parameters, onProgress });
  refuseLocks(prepared, locks);
  const result = chooseMerges({ prepared, check, objective, solver, timeLimitS, settleTies: true });

  const { money, allowed } = prepared;
  const baseYear = Number(pack.manifest.date.slice(0, 4));
  const plan = result.chosen.map((option) => allowed[option]);
  const keys = plan.map(({ host, moved }): MergeKey => ({ hostId: sites[host].id, movedId: sites[moved].id }));
  const standing = applyPlan(sites, keys, rules);
  const hostAfter = new Map(standing.map((site) => [site.id, site]));
  const chosen = plan.map((candidate, k): Merge => {
    const moved = sites[candidate.moved];
    const host = hostAfter.get(keys[k].hostId)!;
    const hung = moved.tenants.map(({ operator }) => host.tenants.find((tenant) => tenant.operator === operator)!);
    return {
      ...keys[k],
      distanceM: candidate.distanceM,
      limitM: candidate.limitM,
      bearing: bearingOf(host, host.tenants.length, moved.tenants, hung),
      operatorsMoved: moved.tenants.map((tenant) => tenant.operator),
      presentValueVnd: consolidationVnd(money, moved.tenants.length),
      co2Tonnes: consolidationCo2Tonnes(money, baseYear),
    };
  });
  const after = sharingRate(standing);
  return {
    rules,
    objective,
    locks,
    today,
    mergesNeeded: {
      d1: mergesNeeded(today, rules.targetRate, 'D1'),
      d2: mergesNeeded(today, rules.targetRate, 'D2'),
    },
    candidates: prepared.found.length,
    candidatesNeedingSurvey: prepared.found.filter(({ bearing }) => bearing === 'needs-survey').length,
    chosen,
    rejected: [...prepared.rejected, ...rejectUnchosen(prepared, result.problem, result.chosen, objective)],
    after,
    reached: result.reached,
    furthestRate: result.reached ? null : rateBy(after, rules.definition),
    binding: result.reached ? null : bindingRule(prepared, locks),
    method: result.method,
    gap: result.gap,
    money: moneyOf(chosen, money, baseYear),
    balances: balancesOf(pack, money, plan),
  };
};

const percent = (share: number): number => Math.round(share * 1e6) / 1e4;

const refuse = (
  place: string,
  value: string,
  rule: 'out-of-range' | 'not-possible' | 'nothing-allowed',
  ruleValues = {},
) => new InputError([{ file: 'sharing', place, value, rule, ruleValues, severity: 'error' }]);

const refuseTarget = (target: number, today: number): void => {
  // a target given as a percentage with two decimals may mean today's rate
  if (target >= today - 1e-9 && target <= 1) return;
  throw refuse('target', `${percent(target)} %`, 'out-of-range', { min: `${percent(today)} %`, max: '100 %' });
};

/** Forced merges must be possible, each and together; and something must be left to merge. */
const refuseLocks = ({ pack, found, allowed, rejected, problem }: PreparedSharing, locks: SharingLocks): void => {
  const { sites } = pack;
  const selection = createSelection(problem);
  for (const key of locks.forced) {
    const option = allowed.findIndex(
      ({ host, moved }) => sites[host].id === key.hostId && sites[moved].id === key.movedId,
    );
    const place = 'locks.forced';
    if (option < 0) {
      const reason = rejected.find((pair) => mergeName(pair) === mergeName(key))?.reason ?? 'too-far';
      throw refuse(place, mergeName(key), 'not-possible', { detail: reason });
    }
    if (!selection.fits(option)) throw refuse(place, mergeName(key), 'not-possible', { detail: 'site-already-used' });
    selection.add(option);
  }
  const isForbidden = new Set(locks.forbidden.map(mergeName));
  const allForbidden = found.every(({ host, moved }) =>
    isForbidden.has(mergeName({ hostId: sites[host].id, movedId: sites[moved].id })),
  );
  if (found.length > 0 && allForbidden) throw refuse('locks.forbidden', String(found.length), 'nothing-allowed');
};

/** Why each allowed merge is not in the plan. */
const rejectUnchosen = (
  { pack, allowed, rules }: PreparedSharing,
  problem: MergeProblem,
  chosen: readonly number[],
  objective: SharingObjective,
): RejectedPair[] => {
  const selection = selectionOf(problem, chosen);
  const taken = new Set(chosen.flatMap((option) => [problem.options[option].moved, problem.options[option].host]));
  const movedAway = new Set(chosen.map((option) => problem.options[option].moved));
  const isReached = reaches(selection.tally(), rules.targetRate);
  const reasonFor = (option: number): RejectReason => {
    const { host, moved, valueVnd } = problem.options[option];
    if (objective === 'all-that-pay' && valueVnd <= 0) return 'does-not-pay';
    if (selection.fits(option) || (isReached && !taken.has(host) && !taken.has(moved))) return 'not-needed';
    if (movedAway.has(host) || taken.has(moved)) return 'site-already-used';
    const guests = chosen.filter((other) => problem.options[other].host === host);
    const operators = guests.reduce((mask, g) => mask | problem.operators[problem.options[g].moved], 0);
    if ((operators & problem.operators[moved]) !== 0) return 'same-operator';
    const load = guests.reduce((sum, g) => sum + problem.tenants[problem.options[g].moved], problem.tenants[host]);
    return load + problem.tenants[moved] > problem.maxTenants ? 'too-many-tenants' : 'loses-service';
  };
  return allowed.flatMap(({ host, moved, distanceM }, option) =>
    selection.chosen.has(option)
      ? []
      : [{ hostId: pack.sites[host].id, movedId: pack.sites[moved].id, distanceM, reason: reasonFor(option) }],
  );
};

const balancesOf = (
  pack: Pack,
  money: MoneyParameters,
  plan: readonly { host: number; moved: number }[],
): PartyBalance[] => {
  const accountsOf = createMergeAccounts(money);
  const sums = sumAccounts(plan.map(({ host, moved }) => accountsOf(pack.sites[host], pack.sites[moved])));
  const operators = pack.facts.operators.map(({ id }) => id).filter((id) => sums.has(id));
  const others = [...sums.keys()].filter((party) => !operators.includes(party)).sort();
  return [...operators, ...others].map((party) => ({ party, ...sums.get(party)! }));
};

const moneyOf = (chosen: readonly Merge[], money: MoneyParameters, baseYear: number): SharingMoney => {
  const tenantsMoved = chosen.reduce((sum, merge) => sum + merge.operatorsMoved.length, 0);
  return {
    consolidationVnd: total(chosen.map((merge) => merge.presentValueVnd)),
    avoidedNewBuildVnd: scaled(avoidedNewMastVnd(money), chosen.length),
    rentTransferVndPerYear: scaled(money.hostingRentVndPerYear, tenantsMoved),
    co2TonnesConsolidation: total(chosen.map((merge) => merge.co2Tonnes)),
    co2TonnesAvoidedNewBuild: scaled(avoidedNewMastCo2Tonnes(money, baseYear), chosen.length),
  };
};
