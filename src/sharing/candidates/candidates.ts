import KDBush from 'kdbush';
import { distanceM } from '../../geo/distance.ts';
import { metresPerDegree } from '../../geo/ellipsoid.ts';
import type { Site, Tenant } from '../../model/site.ts';
import type { RejectedPair, SharingRules, StructuralCheck } from '../plan/plan-types.ts';
import { placeAntennas } from './place-antennas.ts';
import { structuralCheckOf } from './structural-check.ts';

/** Moving every tenant of `donor` onto `host`, by index into the sites. */
export interface Candidate {
  host: number;
  donor: number;
  distanceM: number;
  limitM: number;
  structuralCheck: StructuralCheck;
  /** The donor tenants as the host's first co-located tenants. */
  placed: readonly Tenant[];
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
      const donor = sites[m];
      const limitM = urban[h] !== urban[m] ? strictest : urban[h] ? rules.urbanDistanceM : rules.ruralDistanceM;
      const away = distanceM(host.position, donor.position);
      if (away > limitM) continue;
      const pair = { hostId: host.id, donorId: donor.id, distanceM: away };
      if (donor.tenants.some(({ operator }) => host.tenants.some((tenant) => tenant.operator === operator))) {
        rejected.push({ ...pair, reason: 'same-operator' });
        continue;
      }
      const tenantsAfter = host.tenants.length + donor.tenants.length;
      if (tenantsAfter > rules.maxTenants) {
        rejected.push({ ...pair, reason: 'too-many-tenants' });
        continue;
      }
      const placed = placeAntennas(host, host.tenants, donor.tenants, rules.tenantSpacingM);
      if (!placed) {
        rejected.push({ ...pair, reason: 'no-room' });
        continue;
      }
      const structuralCheck = structuralCheckOf(host, tenantsAfter, donor.tenants, placed);
      candidates.push({ host: h, donor: m, distanceM: away, limitM, structuralCheck, placed });
    }
  });
  return { candidates, rejected };
};
