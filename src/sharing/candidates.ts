import KDBush from 'kdbush';
import { distanceM } from '../geo/distance.ts';
import { metresPerDegree } from '../geo/ellipsoid.ts';
import type { Site } from '../model/site.ts';
import type { Bearing, RejectedPair, SharingRules } from './plan-types.ts';

/** Moving every tenant of `moved` onto `host`, by index into the sites. */
export interface Candidate {
  host: number;
  moved: number;
  distanceM: number;
  limitM: number;
  bearing: Bearing;
}

/** Vertical room a tenant's antennas take on a mast. */
export const tenantSpacingM = 3;

/** Whether a structure is known to bear another tenant: guyed masts have little wind load to spare, roofs vary. */
const bearingOf = (host: Site, moved: Site): Bearing => {
  const strong = host.structure === 'self-support' || host.structure === 'monopole';
  const topFreeM = host.heightM - tenantSpacingM * host.tenants.length;
  const highEnough = moved.tenants.every((tenant) => topFreeM >= tenant.antennaHeightM - tenantSpacingM);
  return strong && highEnough ? 'fits' : 'needs-survey';
};

/**
 * Pairs of sites near enough to share, each in both directions: no operator on both, no more tenants than allowed. Two
 * urban sites are near within the urban distance; where settlement differs the stricter distance holds. Pairs that are
 * near but break a rule come back with the rule.
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
  const { eastM, northM } = metresPerDegree(sites[0].position[1]);
  const index = new KDBush(sites.length);
  for (const { position } of sites) index.add(position[0] * eastM, position[1] * northM);
  index.finish();
  const widest = Math.max(rules.urbanDistanceM, rules.ruralDistanceM);
  const strictest = Math.min(rules.urbanDistanceM, rules.ruralDistanceM);

  sites.forEach((site, h) => {
    // the flat plane is true to 1 % over a province; the exact distance decides below
    const near = index.within(site.position[0] * eastM, site.position[1] * northM, widest * 1.02).sort((a, b) => a - b);
    for (const m of near) {
      if (m === h) continue;
      const other = sites[m];
      const urban = isUrbanCode(site.communeCode);
      const same = urban === isUrbanCode(other.communeCode);
      const limitM = !same ? strictest : urban ? rules.urbanDistanceM : rules.ruralDistanceM;
      const away = distanceM(site.position, other.position);
      if (away > limitM) continue;
      const pair = { hostId: site.id, movedId: other.id, distanceM: away };
      const operators = new Set(site.tenants.map((tenant) => tenant.operator));
      if (other.tenants.some((tenant) => operators.has(tenant.operator))) {
        rejected.push({ ...pair, reason: 'same-operator' });
      } else if (site.tenants.length + other.tenants.length > rules.maxTenants) {
        rejected.push({ ...pair, reason: 'too-many-tenants' });
      } else {
        candidates.push({ host: h, moved: m, distanceM: away, limitM, bearing: bearingOf(site, other) });
      }
    }
  });
  return { candidates, rejected };
};
