import { distanceM } from '../geo/distance.ts';
import type { Site } from '../model/site.ts';
import { type Candidate, findCandidates } from '../sharing/candidates/candidates.ts';
import type { RejectReason, SharingRules } from '../sharing/plan/plan-types.ts';
import type { Fit } from './proposal-findings.ts';

/** A standing site near enough to a proposed one, and how the proposed tenants would hang there; null where they can't. */
export interface SiteInReach {
  site: Site;
  distanceM: number;
  limitM: number;
  fit: Fit;
  placed: Site['tenants'] | null;
}

type IsUrban = (communeCode: string) => boolean;

/** How near is near enough, by the rules of the plan: where settlement differs the stricter distance holds. */
const limitBetween = ({ urbanDistanceM, ruralDistanceM }: SharingRules, isUrban: IsUrban, a: Site, b: Site): number => {
  const [one, other] = [isUrban(a.communeCode), isUrban(b.communeCode)];
  return one !== other ? Math.min(urbanDistanceM, ruralDistanceM) : one ? urbanDistanceM : ruralDistanceM;
};

/** What the plan may say of a pair of sites that are near enough. */
const fitOf = (reason: RejectReason): Fit =>
  reason === 'same-operator' || reason === 'too-many-tenants' ? reason : 'no-room';

/** Standing sites near enough to a proposed one to share by the plan's own rules, nearest first. */
export const sitesInReach = (
  proposed: Site,
  standing: readonly Site[],
  rules: SharingRules,
  isUrban: IsUrban,
): SiteInReach[] => {
  const widest = Math.max(rules.urbanDistanceM, rules.ruralDistanceM);
  const around = standing.filter(({ position }) => distanceM(position, proposed.position) <= widest);
  const sites = [...around, proposed];
  const { candidates, rejected } = findCandidates(sites, rules, isUrban);
  const fits = candidates
    .filter(({ donor }) => donor === around.length)
    .map(
      ({ host, distanceM: away, limitM, structuralCheck, placed }: Candidate): SiteInReach => ({
        site: around[host],
        distanceM: away,
        limitM,
        fit: structuralCheck,
        placed,
      }),
    );
  const refused = rejected
    .filter(({ donorId }) => donorId === proposed.id)
    .flatMap(({ hostId, distanceM: away, reason }): SiteInReach[] => {
      const site = around.find(({ id }) => id === hostId);
      if (!site) return [];
      const limitM = limitBetween(rules, isUrban, site, proposed);
      return [{ site, distanceM: away, limitM, fit: fitOf(reason), placed: null }];
    });
  return [...fits, ...refused].sort((a, b) => a.distanceM - b.distanceM);
};

/** The nearest standing site, however far; null where none stands. */
export const nearestSite = (proposed: Site, standing: readonly Site[]): { siteId: string; distanceM: number } | null =>
  standing.reduce<{ siteId: string; distanceM: number } | null>((best, { id, position }) => {
    const away = distanceM(position, proposed.position);
    return best && best.distanceM <= away ? best : { siteId: id, distanceM: away };
  }, null);
