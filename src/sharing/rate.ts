import { isShared, type Site } from '../model/site.ts';
import type { SharingRate } from './plan/plan-types.ts';

type Tenancies = Pick<Site, 'tenants'>;

/** D1 and D2 with their numerators and denominators; 0 where there is nothing to share. */
export const sharingRate = (sites: readonly Tenancies[]): SharingRate => {
  const shared = sites.filter(isShared);
  const count = (some: readonly Tenancies[]) => some.reduce((sum, site) => sum + site.tenants.length, 0);
  const tenancies = count(sites);
  const sharedTenancies = count(shared);
  return {
    sites: sites.length,
    sharedSites: shared.length,
    tenancies,
    sharedTenancies,
    d1: sites.length > 0 ? shared.length / sites.length : 0,
    d2: tenancies > 0 ? sharedTenancies / tenancies : 0,
  };
};

/** The rate of a definition. */
export const rateBy = (rate: SharingRate, definition: 'D1' | 'D2'): number => (definition === 'D1' ? rate.d1 : rate.d2);

/**
 * How many merges of two unshared single-tenant sites into one lift the rate to the target: each takes a site away and,
 * under D1, makes one shared site; under D2, two shared tenancies. Null when the sites run out first: 100 % can be
 * reached only where the unshared sites are even in number.
 */
export const mergesNeeded = (today: SharingRate, targetRate: number, definition: 'D1' | 'D2'): number | null => {
  const unshared = today.sites - today.sharedSites;
  for (let k = 0; 2 * k <= unshared; k++) {
    const reached =
      definition === 'D1'
        ? today.sharedSites + k >= targetRate * (today.sites - k)
        : today.sharedTenancies + 2 * k >= targetRate * today.tenancies;
    if (reached) return k;
  }
  return null;
};
