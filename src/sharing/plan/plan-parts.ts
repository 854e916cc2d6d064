import type { Site } from '../../model/site.ts';
import { applyPlan } from './apply-plan.ts';
import type { MergeKey, SharingRules } from './plan-types.ts';

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
 * @throws Error as `applyPlan` does
 */
export const partsByPlan = (
  sites: readonly Site[],
  merges: readonly MergeKey[],
  rules: Pick<SharingRules, 'tenantSpacingM'>,
): PlanParts => {
  const goes = new Set(merges.map(({ movedId }) => movedId));
  const before = new Map(sites.map((site) => [site.id, site.tenants.length]));
  return {
    kept: sites.filter(({ id }) => !goes.has(id)),
    moved: sites.filter(({ id }) => goes.has(id)),
    guests: applyPlan(sites, merges, rules).flatMap((site) => {
      // guests are hung after those who are there
      const tenants = site.tenants.slice(before.get(site.id));
      return tenants.length > 0 ? [{ ...site, tenants }] : [];
    }),
  };
};
