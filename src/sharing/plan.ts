import type { ServiceEvaluator } from '../coverage/service.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service-types.ts';
import type { Pack } from '../model/pack.ts';
import { isUrban } from '../model/place.ts';
import type { Tenant } from '../model/site.ts';
import {
  avoidedNewMastCo2Tonnes,
  avoidedNewMastVnd,
  consolidationCo2Tonnes,
  consolidationVnd,
} from '../money/cases.ts';
import { type MoneyParameters, moneyParameters } from '../money/parameters.ts';
import { scaled, total } from '../money/range.ts';
import { applyPlan, rehang } from './apply-plan.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { createServiceGuard } from './guard.ts';
import type { Merge, RejectedPair, RejectReason, SharingFinding, SharingMoney, SharingRules } from './plan-types.ts';
import { mergesNeeded, sharingRate } from './rate.ts';

export interface SharingInput {
  pack: Pack;
  evaluator: ServiceEvaluator;
  service: ServiceResult;
  settings: ServiceSettings;
  rules: SharingRules;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Merges taken greedily until the sharing rate reaches the target, and none further: largest present value first, then
 * those that make a new shared site, then the nearest. Each is checked against the plan so far, so that the finished plan
 * takes service from nobody.
 *
 * @throws RangeError when the target lies above 1
 */
export const planSharing = ({
  pack,
  evaluator,
  service,
  settings,
  rules,
  onProgress,
}: SharingInput): SharingFinding => {
  const { sites } = pack;
  const today = sharingRate(sites);
  const rateOf = (rate: typeof today) => (rules.definition === 'D1' ? rate.d1 : rate.d2);
  if (!(rules.targetRate <= 1)) throw new RangeError(`targetRate must be at most 1, not ${rules.targetRate}`);
  const money = moneyParameters(pack.facts.parameters);
  const baseYear = Number(pack.manifest.date.slice(0, 4));
  const urbanCodes = new Set(pack.communes.features.filter((f) => isUrban(f.properties)).map((f) => f.properties.code));
  const { candidates, rejected } = findCandidates(sites, rules, (code) => urbanCodes.has(code));

  const savingOf = ({ moved }: Candidate) => consolidationVnd(money, sites[moved].tenants.length);
  const newlyShared = ({ host, moved }: Candidate) =>
    sites[host].tenants.length === 1 && sites[moved].tenants.length === 1 ? 0 : 1;
  const ordered = [...candidates].sort(
    (a, b) =>
      savingOf(b).central - savingOf(a).central ||
      newlyShared(a) - newlyShared(b) ||
      a.distanceM - b.distanceM ||
      a.host - b.host ||
      a.moved - b.moved,
  );

  const guard = createServiceGuard(evaluator, service, settings.thresholdDbm);
  const removed = new Set<number>();
  const added = new Map<number, readonly Tenant[]>();
  const chosen: Merge[] = [];
  let after = today;
  const wanted = mergesNeeded(today, rules.targetRate, rules.definition);

  for (const candidate of ordered) {
    const { host, moved } = candidate;
    const reject = (reason: RejectReason, hamletId?: string): void => {
      const pair: RejectedPair = {
        hostId: sites[host].id,
        movedId: sites[moved].id,
        distanceM: candidate.distanceM,
        reason,
      };
      rejected.push(hamletId === undefined ? pair : { ...pair, hamletId });
    };
    if (rateOf(after) >= rules.targetRate) {
      reject('not-needed');
      continue;
    }
    if (removed.has(host) || removed.has(moved) || added.has(moved)) {
      reject('site-already-used');
      continue;
    }
    const guests = added.get(host) ?? [];
    const there = [...sites[host].tenants, ...guests];
    if (there.some((tenant) => sites[moved].tenants.some((other) => other.operator === tenant.operator))) {
      reject('same-operator');
      continue;
    }
    if (there.length + sites[moved].tenants.length > rules.maxTenants) {
      reject('too-many-tenants');
      continue;
    }
    const next = {
      removed: new Set(removed).add(moved),
      added: new Map(added).set(host, [...guests, ...rehang(sites[host], there.length, sites[moved].tenants)]),
    };
    const loss = guard.firstLoss(moved, next);
    if (loss >= 0) {
      reject('loses-service', hamletAt(pack, evaluator.points.hamletStart, loss));
      continue;
    }
    guard.accept(moved, next);
    removed.add(moved);
    added.set(host, next.added.get(host) ?? []);
    chosen.push({
      hostId: sites[host].id,
      movedId: sites[moved].id,
      distanceM: candidate.distanceM,
      limitM: candidate.limitM,
      bearing: candidate.bearing,
      operatorsMoved: sites[moved].tenants.map((tenant) => tenant.operator),
      presentValueVnd: savingOf(candidate),
      co2Tonnes: consolidationCo2Tonnes(money, baseYear),
    });
    after = sharingRate(applyPlan(sites, chosen));
    onProgress?.(Math.min(chosen.length, wanted), wanted);
  }

  const reached = rateOf(after) >= rules.targetRate;
  return {
    rules,
    today,
    mergesNeeded: {
      d1: mergesNeeded(today, rules.targetRate, 'D1'),
      d2: mergesNeeded(today, rules.targetRate, 'D2'),
    },
    candidates: candidates.length,
    candidatesNeedingSurvey: candidates.filter((candidate) => candidate.bearing === 'needs-survey').length,
    chosen,
    rejected,
    after,
    reached,
    binding: reached ? null : mostFrequent(rejected),
    method: 'greedy',
    money: moneyOf(chosen, money, baseYear),
  };
};

const hamletAt = (pack: Pack, hamletStart: Int32Array, point: number): string => {
  const next = hamletStart.findIndex((start) => start > point);
  return pack.hamlets[next - 1].id;
};

/** The rule that kept most pairs out; null when no two sites are near enough to be a pair. */
const mostFrequent = (rejected: readonly RejectedPair[]): RejectReason | null => {
  const counts = new Map<RejectReason, number>();
  for (const { reason } of rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
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
