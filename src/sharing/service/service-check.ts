import { createServiceEvaluator, type ServiceScene } from '../../coverage/service/service.ts';
import type { ServiceResult, ServiceSettings } from '../../coverage/service/service-types.ts';
import { isServed } from '../../coverage/service/status.ts';
import type { Site, Tenant } from '../../model/site.ts';
import type { Candidate } from '../candidates/candidates.ts';
import { carryOut } from '../plan/apply-plan.ts';

/** What moving one site onto another does to those it serves. Plain data, so that it can go from worker to worker. */
export interface MergeService {
  /** The first point that would lose service even if nothing else donor; −1 when none would. */
  lossPoint: number;
  /** Entries (point · operators + operator) that other sites keep served, not the host: they fall if those move too. */
  dependent: readonly number[];
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
  levelDbm: number;
  siteId: string;
}

export interface ServiceCheck {
  /** Checks one merge alone. Answers are remembered. */
  merge: (candidate: Candidate) => MergeService;
  /** What is remembered, for another check of the same network. */
  known: ReadonlyMap<string, MergeService>;
  /**
   * Recomputes, from nothing but the changed sites, the entries whose server a plan takes down: all of them when
   * `thorough`, else those that lean on other sites or on a host with several co-located tenants, which no merge alone can vouch for.
   * Gives the level at each that is kept, and those lost with the merges that bring each about together.
   */
  recompute: (plan: CarriedPlan, thorough: boolean) => { lost: Loss[]; kept: Level[] };
}

/** A plan, in the order it is carried out, and the sites that stand after it. */
export interface CarriedPlan {
  merges: readonly Candidate[];
  standing: readonly Site[];
  spacingM: number;
}

/**
 * Watches that no hamlet centre or cluster an operator serves today is lost. A point whose server stands keeps at least
 * its level, so only the entries of donor sites are computed again, exactly.
 */
export const createServiceCheck = (
  scene: ServiceScene,
  settings: ServiceSettings,
  service: ServiceResult,
  before: ReadonlyMap<string, MergeService> = new Map(),
): ServiceCheck => {
  const { sites, operators } = scene;
  const evaluator = createServiceEvaluator(scene, settings);
  const isKept = (levelDbm: number) => isServed(levelDbm, settings.thresholdDbm);
  const servedBy = sites.map((): number[] => []);
  service.levelDbm.forEach((rsrp, entry) => {
    if (isKept(rsrp)) servedBy[service.site[entry]].push(entry);
  });
  const pointOf = (entry: number) => Math.floor(entry / operators.length);
  const known = new Map(before);

  const check = ({ host, donor, placed }: Candidate): MergeService => {
    const entries = servedBy[donor];
    if (entries.length === 0) return { lossPoint: -1, dependent: [] };
    const alone = createServiceEvaluator({ ...scene, sites: [{ ...sites[host], tenants: placed }] }, settings);
    const change = { removed: new Set([donor]), added: new Map([[host, placed]]) };
    const dependent: number[] = [];
    for (const entry of entries) {
      const operator = entry % operators.length;
      if (isKept(alone.best(pointOf(entry), operator).levelDbm)) continue;
      if (!isKept(evaluator.best(pointOf(entry), operator, change).levelDbm)) {
        return { lossPoint: pointOf(entry), dependent: [] };
      }
      dependent.push(entry);
    }
    return { lossPoint: -1, dependent };
  };

  /** The network with only some of a plan's merges carried out, in the plan's order. */
  const changeBy = (merges: readonly Candidate[], spacingM: number) => {
    const { hosts } = carryOut(sites, merges, spacingM);
    const added = new Map<number, readonly Tenant[]>();
    for (const [host, { tenants }] of hosts) added.set(host, tenants.slice(sites[host].tenants.length));
    return { removed: new Set(merges.map(({ donor }) => donor)), added };
  };

  /**
   * Follows the servers of an entry from site to site as the plan takes each down, until it is lost. A host with all its
   * co-located tenants gives what it gives after the plan, so that in the end the loss comes about.
   */
  const bringAbout = (entry: number, { merges, spacingM }: CarriedPlan): Candidate[] => {
    const byDonor = new Map(merges.map((candidate) => [candidate.donor, candidate]));
    const together = new Set([byDonor.get(service.site[entry])].flatMap((first) => first ?? []));
    for (;;) {
      const some = merges.filter((candidate) => together.has(candidate));
      const best = evaluator.best(pointOf(entry), entry % operators.length, changeBy(some, spacingM));
      if (!isKept(best.levelDbm)) return some;
      const next = byDonor.get(best.site);
      const known = together.size;
      // served from a host on which the co-located tenants hang higher than they will: all that meet on it bring the loss about
      for (const more of next ? [next] : merges.filter(({ host }) => host === best.site)) together.add(more);
      if (together.size === known) return [...merges];
    }
  };

  const merge = (candidate: Candidate): MergeService => {
    const key = `${candidate.host}>${candidate.donor}>${candidate.placed.map((t) => t.antennaHeightM).join()}`;
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
    recompute: (plan, thorough) => {
      const { merges, standing } = plan;
      const after = createServiceEvaluator({ ...scene, sites: standing }, settings);
      const lost: Loss[] = [];
      const kept: Level[] = [];
      for (const candidate of merges) {
        const crowded = merges.some((other) => other !== candidate && other.host === candidate.host);
        for (const entry of thorough || crowded ? servedBy[candidate.donor] : merge(candidate).dependent) {
          const { levelDbm, site } = after.best(pointOf(entry), entry % operators.length);
          if (isKept(levelDbm)) kept.push({ entry, levelDbm, siteId: standing[site].id });
          else lost.push({ point: pointOf(entry), together: bringAbout(entry, plan) });
        }
      }
      return { lost, kept };
    },
  };
};
