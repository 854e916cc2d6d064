import type { Site, Tenant } from '../../model/site.ts';

/** Antennas' centres never hang lower than this. */
const lowestAntennaM = 3;
/** Half a panel: its upper edge stays at the structure's top at the highest. */
const panelHalfM = 1;

/**
 * The tenants of a site as they hang on a host: the same cells, each at the highest free height up to its own and never
 * above the structure. On a site each keeps `spacingM` from every other; on a roof they stand side by side.
 * Null where a tenant finds no free height.
 *
 * @param standing tenants on the host before they come
 */
export const placeAntennas = (
  host: Pick<Site, 'heightM' | 'structure'>,
  standing: readonly Tenant[],
  donor: readonly Tenant[],
  spacingM: number,
): Tenant[] | null => {
  const taken = standing.map((tenant) => tenant.antennaHeightM);
  const placed: Tenant[] = [];
  for (const tenant of donor) {
    let height = Math.min(tenant.antennaHeightM, host.heightM - panelHalfM);
    if (host.structure !== 'rooftop') {
      // walk down past every height that is taken
      for (const other of taken.sort((a, b) => b - a)) {
        if (Math.abs(height - other) < spacingM) height = other - spacingM;
      }
    }
    if (height < lowestAntennaM) return null;
    taken.push(height);
    placed.push({ ...tenant, antennaHeightM: height });
  }
  return placed;
};
