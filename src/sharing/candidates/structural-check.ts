import type { Site, Tenant } from '../../model/site.ts';
import type { Bearing } from '../plan/plan-types.ts';

/**
 * Whether a structure is known to bear what comes. Only a lattice tower or monopole that gets a second tenant, hung as
 * high as it hung before, counts as fit: guyed masts have little wind load to spare, roofs vary, and for a third tenant,
 * several at once or an unknown structure the load has to be looked at. A common estimate, never a calculation of load.
 *
 * @param tenantsAfter on the host when everything planned for it has come
 * @param moved the tenants as they hang today
 * @param hung the same tenants on the host
 */
export const bearingOf = (
  host: Pick<Site, 'structure'>,
  tenantsAfter: number,
  moved: readonly Tenant[],
  hung: readonly Tenant[],
): Bearing => {
  const strong = host.structure === 'self-support' || host.structure === 'monopole';
  const asHigh = hung.every((tenant, k) => tenant.antennaHeightM >= moved[k].antennaHeightM);
  return strong && tenantsAfter <= 2 && asHigh ? 'fits' : 'needs-survey';
};
