import type { ServiceEvaluator } from '../coverage/service.ts';
import type { ServiceResult } from '../coverage/service-types.ts';
import { isServed } from '../coverage/status.ts';
import type { Tenant } from '../model/site.ts';

/** The network as a plan has changed it so far, by site index. */
export interface PlanState {
  removed: ReadonlySet<number>;
  added: ReadonlyMap<number, readonly Tenant[]>;
}

export interface ServiceGuard {
  /**
   * The first point that would lose service if `moved` were gone in the state given; −1 when nobody would. A point that
   * is served keeps being served by something that stands.
   */
  firstLoss: (moved: number, after: PlanState) => number;
  /** Makes the last state asked about the new ground: its servers are remembered. */
  accept: (moved: number, after: PlanState) => void;
}

/**
 * Watches that no hamlet centre or cluster an operator serves today is lost. Only points whose server is the site that
 * goes can lose, so only these are computed again, exactly, from the host and everything else that stands.
 */
export const createServiceGuard = (
  evaluator: ServiceEvaluator,
  service: ServiceResult,
  thresholdDbm: number,
): ServiceGuard => {
  const operators = evaluator.operators.length;
  /** Served entries (point · operators + operator) by the site that serves them. */
  const servedBy = new Map<number, Set<number>>();
  const remember = (entry: number, site: number) => {
    const entries = servedBy.get(site);
    if (entries) entries.add(entry);
    else servedBy.set(site, new Set([entry]));
  };
  service.rsrpDbm.forEach((rsrp, entry) => {
    if (isServed(rsrp, thresholdDbm)) remember(entry, service.site[entry]);
  });
  const newServer = (entry: number, after: PlanState) =>
    evaluator.best(Math.floor(entry / operators), entry % operators, after);

  return {
    firstLoss: (moved, after) => {
      for (const entry of servedBy.get(moved) ?? []) {
        if (!isServed(newServer(entry, after).rsrpDbm, thresholdDbm)) return Math.floor(entry / operators);
      }
      return -1;
    },
    accept: (moved, after) => {
      for (const entry of servedBy.get(moved) ?? []) remember(entry, newServer(entry, after).site);
      servedBy.delete(moved);
    },
  };
};
