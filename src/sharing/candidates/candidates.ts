import KDBush from 'kdbush';
import { distanceM } from '../../geo/distance.ts';
import { metresPerDegree } from '../../geo/ellipsoid.ts';
import type { Site, Tenant } from '../../model/site.ts';
import type { Bearing, RejectedPair, SharingRules } from '../plan/plan-types.ts';
import { rehang } from './place-antennas.ts';
import { bearingOf } from './structural-check.ts';

/** Moving every tenant of `moved` onto `host`, by index into the sites. */
export interface Candidate {
  host: number;
  moved: number;
  distanceM: number;
  limitM: number;
  bearing: Bearing;
  /** The moved tenants as the host's first guests. */
  hung: readonly Tenant[];
}

/** The flat plane of the index never makes a distance longer than this; the exact distance decides. */
const preselectionSlack = 1.01;

/**
 * Pairs of sites near enough to share, each in both directions: no operator on both, no more tenants than allowed, a free
 * height on the host. Two urban sites are near within the urban distance; where settlement differs the stricter distance
 * holds. Pairs that are near but break a rule come back with the rule.
 *
 * @param isUrbanCode whether a commune is urban
 */
export const findCandidates = (
  sites: readonly Site[],
  rules: SharingRules,
  isUrbanCode: (communeCode: string) => boolean,
): { candidates: Candidate[]; rejected: RejectedPair[] } => {
  const candidates: Candidate[] = [];
  const rejected: RejectedPair[] = [];
  if (sites.length === 0) return { candidates, rejected };
  // degrees of longitude are shortest farthest from the equator: taken there, no near pair is missed
  const { eastM, northM } = metresPerDegree(
    sites.reduce((most, { position }) => Math.max(most, Math.abs(position[1])), 0),
  );
  const index = new KDBush(sites.length);
  for (const { position } of sites) index.add(position[0] * eastM, position[1] * northM);
  index.finish();
  const urban = sites.map((site) => isUrbanCode(site.communeCode));
  const widest = Math.max(rules.urbanDistanceM, rules.ruralDistanceM);
  const strictest = Math.min(rules.urbanDistanceM, rules.ruralDistanceM);

  sites.forEach((host, h) => {
    const near = index.within(host.position[0] * eastM, host.position[1] * northM, widest * preselectionSlack);
    for (const m of near.sort((a, b) => a - b)) {
      if (m === h) continue;
      const moved = sites[m];
      const limitM = urban[h] !== urban[m] ? strictest : urban[h] ? rules.urbanDistanceM : rules.ruralDistanceM;
      const away = distanceM(host.position, moved.position);
      if (away > limitM) continue;
      const pair = { hostId: host.id, movedId: moved.id, distanceM: away };
      if (moved.tenants.some(({ operator }) => host.tenants.some((tenant) => tenant.operator === operator))) {
        rejected.push({ ...pair, reason: 'same-operator' });
        continue;
      }
      const tenantsAfter = host.tenants.length + moved.tenants.length;
      if (tenantsAfter > rules.maxTenants) {
        rejected.push({ ...pair, reason: 'too-many-tenants' });
        continue;
      }
      const hung = rehang(host, host.tenants, moved.tenants, rules.tenantSpacingM);
      if (!hung) {
        rejected.push({ ...pair, reason: 'no-room' });
        continue;
      }
      const bearing = bearingOf(host, tenantsAfter, moved.tenants, hung);
      candidates.push({ host: h, moved: m, distanceM: away, limitM, bearing, hung });
    }
  });
  return { candidates, rejected };
};
