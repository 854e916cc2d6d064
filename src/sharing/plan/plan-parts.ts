import type { Site, Tenant } from '../../model/site.ts';
import type { MergeKey } from './plan-types.ts';

/** A network cut by what a plan does to it. What covers the ground today is `kept` and `donor`; after it, `kept` and `co-located tenants`. */
export interface PlanParts {
  /** Sites as they stand before and after, without co-located tenants. */
  kept: Site[];
  /** Masts that go, with their tenants. */
  donor: Site[];
  /** The hosts with nobody but the tenants that come, placed as they will hang. */
  coLocated: Site[];
}

/**
 * Cuts a network so that most of it has to be looked at only once for both its states.
 *
 * @param placed each merge's tenants as the plan hangs them on their host
 */
export const partsByPlan = (
  sites: readonly Site[],
  merges: readonly MergeKey[],
  placed: readonly (readonly Tenant[])[],
): PlanParts => {
  const goes = new Set(merges.map(({ donorId }) => donorId));
  const coLocated = new Map<string, Tenant[]>();
  merges.forEach(({ hostId }, k) => {
    coLocated.set(hostId, [...(coLocated.get(hostId) ?? []), ...placed[k]]);
  });
  return {
    kept: sites.filter(({ id }) => !goes.has(id)),
    donor: sites.filter(({ id }) => goes.has(id)),
    coLocated: sites.flatMap((site) => {
      const tenants = coLocated.get(site.id);
      return tenants ? [{ ...site, tenants }] : [];
    }),
  };
};
