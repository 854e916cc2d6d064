import type { Parameter } from '../../model/facts.ts';
import type { Pack } from '../../model/pack.ts';
import { isUrban } from '../../model/place.ts';
import { createMergeAccounts } from '../../money/accounts.ts';
import { consolidationVnd } from '../../money/cases.ts';
import { type MoneyParameters, moneyParameters } from '../../money/parameters.ts';
import { type Candidate, findCandidates } from '../candidates/candidates.ts';
import type { ServiceCheck } from '../service/service-check.ts';
import type { MergeOption, MergeProblem } from '../solver/merge-problem.ts';
import type { RejectedPair, SharingLocks, SharingRules } from './plan-types.ts';

export interface PrepareInput {
  pack: Pack;
  check: ServiceCheck;
  rules: SharingRules;
  locks: SharingLocks;
  parameters: readonly Parameter[];
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The merges that are allowed, and the choice among them. */
export interface PreparedSharing {
  pack: Pack;
  rules: SharingRules;
  money: MoneyParameters;
  /** Merges near enough that fit, whether or not they keep service. */
  found: readonly Candidate[];
  keepsService: (candidate: Candidate) => boolean;
  /** Those that may be chosen; the options of the problem in the same order. */
  allowed: readonly Candidate[];
  rejected: readonly RejectedPair[];
  problem: MergeProblem;
}

/** A host that has to be surveyed counts as so many metres more when all else is equal. */
const surveyEffortM = 1000;

export const mergeName = ({ hostId, donorId }: { hostId: string; donorId: string }): string => `${donorId}>${hostId}`;

/** Pairs of the pack's sites by the rules, and those that break one. */
export const findPairs = ({ sites, communes }: Pack, rules: SharingRules) => {
  const urbanCodes = new Set(communes.features.filter((f) => isUrban(f.properties)).map((f) => f.properties.code));
  return findCandidates(sites, rules, (code) => urbanCodes.has(code));
};

/** Finds the candidates, checks each for service, leaves out what the planner forbids, and puts a value on the rest. */
export const prepareSharing = ({
  pack,
  check,
  rules,
  locks,
  parameters,
  onProgress,
}: PrepareInput): PreparedSharing => {
  const { sites } = pack;
  const money = moneyParameters(parameters);
  const { candidates: found, rejected } = findPairs(pack, rules);
  const forbidden = new Set(locks.forbidden.map(mergeName));
  const hamletStart = hamletOfPoint(pack);
  const allowed = found.filter((candidate, k) => {
    onProgress?.(k, found.length);
    const pair = { hostId: sites[candidate.host].id, donorId: sites[candidate.donor].id };
    if (forbidden.has(mergeName(pair))) {
      rejected.push({ ...pair, distanceM: candidate.distanceM, reason: 'forbidden' });
      return false;
    }
    const { lossPoint } = check.merge(candidate);
    if (lossPoint < 0) return true;
    const hamletId = hamletStart(lossPoint);
    rejected.push({ ...pair, distanceM: candidate.distanceM, reason: 'loses-service', hamletId });
    return false;
  });
  const keepsService = (candidate: Candidate) => check.merge(candidate).lossPoint < 0;
  return {
    pack,
    rules,
    money,
    found,
    keepsService,
    allowed,
    rejected,
    problem: problemOf(pack, rules, money, allowed, locks),
  };
};

/** The hamlet a service point belongs to: each has its centre and its clusters, in the pack's order. */
export const hamletOfPoint = (pack: Pack): ((point: number) => string) => {
  const owners = pack.hamlets.flatMap(({ id, clusters }) => [id, ...clusters.map(() => id)]);
  return (point) => owners[point];
};

/** The choice among merges with their worth; no conflicts are known yet. */
export const problemOf = (
  pack: Pack,
  rules: SharingRules,
  money: MoneyParameters,
  allowed: readonly Candidate[],
  locks: SharingLocks,
): MergeProblem => {
  const { sites } = pack;
  const operators = pack.facts.operators.map(({ id }) => id);
  const accountsOf = createMergeAccounts(money);
  const values = new Map<number, number>();
  const worthOf = (tenants: number): number => {
    const known = values.get(tenants) ?? Math.round(consolidationVnd(money, tenants).central);
    values.set(tenants, known);
    return known;
  };
  const options = allowed.map(({ host, donor, distanceM, structuralCheck }): MergeOption => {
    const accounts = accountsOf(sites[host], sites[donor]);
    return {
      host,
      donor,
      valueVnd: worthOf(sites[donor].tenants.length),
      accountVnd: operators.map((id) => {
        const account = accounts.get(id);
        return account ? Math.round(account.ownVnd.central + account.rentVnd.central) : 0;
      }),
      effort: distanceM + (structuralCheck === 'fits' ? 0 : surveyEffortM),
    };
  });
  const byName = new Map(
    allowed.map(({ host, donor }, k) => [mergeName({ hostId: sites[host].id, donorId: sites[donor].id }), k]),
  );
  return {
    tenants: sites.map((site) => site.tenants.length),
    operators: sites.map((site) => site.tenants.reduce((mask, t) => mask | (1 << operators.indexOf(t.operator)), 0)),
    maxTenants: rules.maxTenants,
    definition: rules.definition,
    targetRate: rules.targetRate,
    options,
    forced: locks.forced.flatMap((key) => byName.get(mergeName(key)) ?? []),
    conflicts: [],
  };
};
