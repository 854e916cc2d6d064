import { sceneOf } from '../../coverage/service/scene.ts';
import type { ServiceResult, ServiceSettings } from '../../coverage/service/service-types.ts';
import type { Parameter } from '../../model/facts.ts';
import type { Pack } from '../../model/pack.ts';
import type { Tenant } from '../../model/site.ts';
import { consolidationCo2Tonnes, consolidationVnd } from '../../money/cases.ts';
import { structuralCheckOf } from '../candidates/structural-check.ts';
import { mergesNeeded, rateBy, sharingRate } from '../rate.ts';
import { createServiceCheck, type ServiceCheck } from '../service/service-check.ts';
import { serviceEffect } from '../service/service-effect.ts';
import { chooseMerges } from '../solver/choose.ts';
import type { MergeSolver } from '../solver/solve-exactly.ts';
import { standingAfter } from './apply-plan.ts';
import { bindingRule } from './binding-rule.ts';
import { balancesOf, moneyOf } from './plan-money.ts';
import {
  type Merge,
  type MergeKey,
  noLocks,
  type SharingFinding,
  type SharingLocks,
  type SharingObjective,
  type SharingRules,
} from './plan-types.ts';
import { prepareSharing } from './prepare.ts';
import { rejectUnchosen } from './rejection-reasons.ts';
import { validateLocks, validateTarget } from './request-validation.ts';

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
  /** A target that today's rate has passed asks for nothing, rather than being refused. */
  passedTargetIsReached?: boolean;
  /** Candidates checked, then seconds passed of the time the choice may take. */
  onProgress?: (stage: 'checking' | 'choosing', done: number, total: number) => void;
}

/** What is found of a plan, and how its tenants hang: merge by merge, as `finding.chosen` lists them. */
export interface SharingPlan {
  finding: SharingFinding;
  placed: readonly (readonly Tenant[])[];
}

/** Long enough to prove a province's plan many times over. */
const defaultTimeLimitS = 20;

/**
 * The plan for an objective. Every candidate is checked for service alone and the finished plan as a whole, so that it
 * takes service from nobody. A target out of reach gives the plan with the highest rate, and says which rule stops it.
 *
 * @throws InputError when the target lies below today's rate or above 1, a parameter is missing or out of order, a forced
 * merge can't be done, or all pairs are forbidden
 */
export const planSharing = (input: SharingInput): SharingPlan => {
  const { pack, service, settings, rules, solver = null, timeLimitS = defaultTimeLimitS } = input;
  const { objective = 'reach-target', locks = noLocks, parameters = pack.facts.parameters, onProgress } = input;
  const { sites } = pack;
  const today = sharingRate(sites);
  const rateToday = rateBy(today, rules.definition);
  const isPassed = input.passedTargetIsReached && rateToday > rules.targetRate;
  if (objective !== 'all-that-pay' && !isPassed) validateTarget(rules, rateToday);
  const check = input.check ?? createServiceCheck(sceneOf(pack), settings, service);
  const prepared = prepareSharing({
    pack,
    check,
    rules,
    locks,
    parameters,
    onProgress: (done, total) => onProgress?.('checking', done, total),
  });
  validateLocks(prepared, locks);
  const result = chooseMerges({
    prepared,
    check,
    objective,
    solver,
    timeLimitS,
    isFinal: true,
    onTime: (seconds) => onProgress?.('choosing', seconds, timeLimitS),
  });

  const { money, allowed } = prepared;
  const baseYear = Number(pack.manifest.date.slice(0, 4));
  const plan = result.chosen.map((option) => allowed[option]);
  const keys = plan.map(({ host, donor }): MergeKey => ({ hostId: sites[host].id, donorId: sites[donor].id }));
  const { hosts } = result.carried;
  // a plan is only chosen when every merge of it finds its place
  const placed = result.carried.placed.map((tenants) => tenants ?? []);
  const standing = standingAfter(sites, plan, result.carried);
  const chosen = plan.map((candidate, k): Merge => {
    const donor = sites[candidate.donor];
    const host = hosts.get(candidate.host)!;
    return {
      ...keys[k],
      distanceM: candidate.distanceM,
      limitM: candidate.limitM,
      structuralCheck: structuralCheckOf(host, host.tenants.length, donor.tenants, placed[k]),
      operatorsMoved: donor.tenants.map((tenant) => tenant.operator),
      presentValueVnd: consolidationVnd(money, donor.tenants.length),
      co2Tonnes: consolidationCo2Tonnes(money, baseYear),
    };
  });
  const after = sharingRate(standing);
  const hostTenants = [...hosts.values()].map(({ tenants }) => tenants.length);
  const finding: SharingFinding = {
    rules,
    objective,
    locks,
    today,
    mergesNeeded: {
      d1: mergesNeeded(today, rules.targetRate, 'D1'),
      d2: mergesNeeded(today, rules.targetRate, 'D2'),
    },
    candidates: prepared.found.length,
    candidatesNeedingSurvey: prepared.found.filter(({ structuralCheck }) => structuralCheck === 'needs-survey').length,
    chosen,
    rejected: [...prepared.rejected, ...rejectUnchosen(prepared, result, objective)],
    after,
    reached: result.reached,
    furthestRate: result.reached ? null : rateBy(after, rules.definition),
    binding: result.reached ? null : bindingRule(prepared, locks),
    method: result.method,
    gap: result.gap,
    money: moneyOf(chosen, hostTenants, money, baseYear),
    service: serviceEffect(pack, service, settings, new Set(keys.map(({ donorId }) => donorId)), result.levels),
    balances: balancesOf(pack, money, plan),
  };
  return { finding, placed };
};
