import { componentTables } from '../solver/component-tables.ts';
import { chooseGreedily } from '../solver/greedy.ts';
import { rateOfTally, selectionOf } from '../solver/merge-problem.ts';
import type { RejectReason, SharingLocks, SharingRules } from './plan-types.ts';
import { findPairs, type PreparedSharing, problemOf } from './prepare.ts';

/** Rates that differ by less than this are one. */
const noticeable = 1e-9;

/**
 * The rule that stops a plan short: the one whose easing lets the rate rise most. Distances and spacing are eased without
 * asking what service the further pairs would keep, so theirs is what they could bring at most. Without any such rule the
 * sites that are near enough have simply been used.
 */
export const bindingRule = (prepared: PreparedSharing, locks: SharingLocks): RejectReason => {
  const { pack, rules, money, found, allowed, problem } = prepared;
  const highest = (eased: typeof problem): number => {
    const best = componentTables(eased)?.highestRate() ?? chooseGreedily(eased, 'highest-rate');
    return rateOfTally(selectionOf(eased, best).tally());
  };
  const free: SharingLocks = { ...locks, forbidden: [] };
  const withRules = (change: Partial<SharingRules>): number => {
    const eased = { ...rules, ...change };
    return highest(problemOf(pack, eased, money, findPairs(pack, eased).candidates, locks));
  };
  const forbiddenAllowed = locks.forbidden.length > 0 ? found.filter((one) => prepared.keepsService(one)) : allowed;
  const rises: [RejectReason, number][] = [
    ['loses-service', highest(problemOf(pack, rules, money, found, locks))],
    ['too-many-tenants', rules.maxTenants < 4 ? withRules({ maxTenants: 4 }) : 0],
    ['too-far', withRules({ urbanDistanceM: 2 * rules.urbanDistanceM, ruralDistanceM: 2 * rules.ruralDistanceM })],
    ['no-room', withRules({ tenantSpacingM: 0 })],
    ['forbidden', highest(problemOf(pack, rules, money, forbiddenAllowed, free))],
  ];
  const base = highest(problem);
  const [reason, rate] = rises.reduce((most, next) => (next[1] > most[1] ? next : most));
  return rate > base + noticeable ? reason : 'site-already-used';
};
