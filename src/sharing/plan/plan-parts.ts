import type { Site, Tenant } from '../../model/site.ts';
import type { MergeKey } from './plan-types.ts';

/** A network cut by what a plan does to it. What covers the ground today is `kept` and `moved`; after it, `kept` and `guests`. */
export interface PlanParts {
  /** Sites as they stand before and after, without guests. */
  kept: Site[];
  /** Masts that go, with their tenants. */
  moved: Site[];
  /** The hosts with nobody but the tenants that come, hung as they will hang. */
  guests: Site[];
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
  const goes = new Set(merges.map(({ movedId }) => movedId));
  const guests = new Map<string, Tenant[]>();
  merges.forEach(({ hostId }, k) => {
    guests.set(hostId, [...(guests.get(hostId) ?? []), ...placed[k]]);
  });
  return {
    kept: sites.filter(({ id }) => !goes.has(id)),
    moved: sites.filter(({ id }) => goes.has(id)),
    guests: sites.flatMap((site) => {
      const tenants = guests.get(site.id);
      return tenants ? [{ ...site, tenants }] : [];
    }),
  };
};
