import type { Site, Tenant } from '../../model/site.ts';
import type { StructuralCheck } from '../plan/plan-types.ts';

/**
 * Whether a structure is known to bear what comes. Only a lattice tower or monopole that gets a second tenant, placed as
 * high as it placed before, counts as fit: guyed masts have little wind load to spare, roofs vary, and for a third tenant,
 * several at once or an unknown structure the load has to be looked at. A common estimate, never a calculation of load.
 *
 * @param tenantsAfter on the host when everything planned for it has come
 * @param donor the tenants as they hang today
 * @param placed the same tenants on the host
 */
export const structuralCheckOf = (
  host: Pick<Site, 'structure'>,
  tenantsAfter: number,
  donor: readonly Tenant[],
  placed: readonly Tenant[],
): StructuralCheck => {
  const strong = host.structure === 'self-support' || host.structure === 'monopole';
  const asHigh = placed.every((tenant, k) => tenant.antennaHeightM >= donor[k].antennaHeightM);
  return strong && tenantsAfter <= 2 && asHigh ? 'fits' : 'needs-survey';
};
