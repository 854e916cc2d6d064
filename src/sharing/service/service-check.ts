import { createServiceEvaluator, type ServiceScene } from '../../coverage/service/service.ts';
import type { ServiceResult, ServiceSettings } from '../../coverage/service/service-types.ts';
import { isServed } from '../../coverage/service/status.ts';
import type { Site, Tenant } from '../../model/site.ts';
import type { Candidate } from '../candidates/candidates.ts';

/** What moving one site onto another does to those it serves. Plain data, so that it can go from worker to worker. */
export interface MergeService {
  /** The first point that would lose service even if nothing else moved; −1 when none would. */
  lossPoint: number;
  /** Entries (point · operators + operator) that other masts keep served, not the host: they fall if those move too. */
  leaning: readonly number[];
}

/** A point that loses service by merges together. */
export interface Loss {
  point: number;
  together: Candidate[];
}

/** Service at an entry after a plan. */
export interface Level {
  /** point · operators + operator */
  entry: number;
  rsrpDbm: number;
  siteId: string;
}

export interface ServiceCheck {
  /** Checks one merge alone. Answers are remembered. */
  merge: (candidate: Candidate) => MergeService;
  /** What is remembered, for another check of the same network. */
  known: ReadonlyMap<string, MergeService>;
  /**
   * Recomputes, from nothing but the changed sites, the entries whose server a plan takes down: all of them when
   * `thorough`, else those that lean on other masts or on a host with several guests, which no merge alone can vouch for.
   * Gives the level at each that is kept, and those lost with the merges that bring each about together.
   */
  recompute: (
    changed: readonly Site[],
    plan: readonly Candidate[],
    thorough: boolean,
  ) => { lost: Loss[]; kept: Level[] };
}

/**
 * Watches that no hamlet centre or cluster an operator serves today is lost. A point whose server stands keeps at least
 * its level, so only the entries of moved sites are computed again, exactly.
 */
export const createServiceCheck = (
  scene: ServiceScene,
  settings: ServiceSettings,
  service: ServiceResult,
  before: ReadonlyMap<string, MergeService> = new Map(),
): ServiceCheck => {
  const { sites, operators } = scene;
  const evaluator = createServiceEvaluator(scene, settings);
  const isKept = (rsrpDbm: number) => isServed(rsrpDbm, settings.thresholdDbm);
  const servedBy = sites.map((): number[] => []);
  service.rsrpDbm.forEach((rsrp, entry) => {
    if (isKept(rsrp)) servedBy[service.site[entry]].push(entry);
  });
  const pointOf = (entry: number) => Math.floor(entry / operators.length);
  const known = new Map(before);

  const check = ({ host, moved, hung }: Candidate): MergeService => {
    const entries = servedBy[moved];
    if (entries.length === 0) return { lossPoint: -1, leaning: [] };
    const alone = createServiceEvaluator({ ...scene, sites: [{ ...sites[host], tenants: hung }] }, settings);
    const change = { removed: new Set([moved]), added: new Map([[host, hung]]) };
    const leaning: number[] = [];
    for (const entry of entries) {
      const operator = entry % operators.length;
      if (isKept(alone.best(pointOf(entry), operator).rsrpDbm)) continue;
      if (!isKept(evaluator.best(pointOf(entry), operator, change).rsrpDbm)) {
        return { lossPoint: pointOf(entry), leaning: [] };
      }
      leaning.push(entry);
    }
    return { lossPoint: -1, leaning };
  };

  /** The network with only some of a plan's merges, by the heights their tenants have as first guests. */
  const changeBy = (merges: readonly Candidate[]) => {
    const added = new Map<number, readonly Tenant[]>();
    for (const { host, hung } of merges) added.set(host, [...(added.get(host) ?? []), ...hung]);
    return { removed: new Set(merges.map(({ moved }) => moved)), added };
  };

  /** Follows the servers of an entry from mast to mast as the plan takes each down, until it is lost. */
  const bringAbout = (entry: number, plan: readonly Candidate[]): Candidate[] => {
    const byMoved = new Map(plan.map((candidate) => [candidate.moved, candidate]));
    const first = byMoved.get(service.site[entry]);
    const together = first ? [first] : [];
    for (;;) {
      const best = evaluator.best(pointOf(entry), entry % operators.length, changeBy(together));
      if (!isKept(best.rsrpDbm)) return together;
      const next = byMoved.get(best.site);
      // served from a host on which another guest hangs higher: all that meet on it bring the loss about
      const fellows = plan.filter(({ host }) => host === best.site);
      const more = (next && !together.includes(next) ? [next] : fellows).filter((one) => !together.includes(one));
      if (more.length === 0) return [...plan];
      together.push(...more);
    }
  };

  const merge = (candidate: Candidate): MergeService => {
    const key = `${candidate.host}>${candidate.moved}>${candidate.hung.map((t) => t.antennaHeightM).join()}`;
    let result = known.get(key);
    if (!result) {
      result = check(candidate);
      known.set(key, result);
    }
    return result;
  };

  return {
    merge,
    known,
    recompute: (changed, plan, thorough) => {
      const after = createServiceEvaluator({ ...scene, sites: changed }, settings);
      const lost: Loss[] = [];
      const kept: Level[] = [];
      for (const candidate of plan) {
        const crowded = plan.some((other) => other !== candidate && other.host === candidate.host);
        for (const entry of thorough || crowded ? servedBy[candidate.moved] : merge(candidate).leaning) {
          const { rsrpDbm, site } = after.best(pointOf(entry), entry % operators.length);
          if (isKept(rsrpDbm)) kept.push({ entry, rsrpDbm, siteId: changed[site].id });
          else lost.push({ point: pointOf(entry), together: bringAbout(entry, plan) });
        }
      }
      return { lost, kept };
    },
  };
};
