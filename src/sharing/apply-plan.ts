import type { Site, Tenant } from '../model/site.ts';
import { tenantSpacingM } from './candidates.ts';
import type { Merge } from './plan-types.ts';

/** Antennas never hang lower than this. */
const lowestAntennaM = 5;

/**
 * The tenants of a site as they hang on a host: the same cells, at their own height or below the antennas already there,
 * whichever is lower.
 *
 * @param tenantsThere tenants on the host before they come
 */
export const rehang = (host: Pick<Site, 'heightM'>, tenantsThere: number, moved: readonly Tenant[]): Tenant[] =>
  moved.map((tenant, k) => {
    const room = Math.max(lowestAntennaM, host.heightM - tenantSpacingM * (tenantsThere + k));
    return { ...tenant, antennaHeightM: Math.min(tenant.antennaHeightM, room) };
  });

/** The sites after a plan: moved tenants on their hosts in the plan's order, moved masts gone. */
export const applyPlan = (sites: readonly Site[], merges: readonly Pick<Merge, 'hostId' | 'movedId'>[]): Site[] => {
  const byId = new Map(sites.map((site) => [site.id, site]));
  for (const { hostId, movedId } of merges) {
    const host = byId.get(hostId);
    const moved = byId.get(movedId);
    if (!host || !moved) throw new Error(`The plan moves ${movedId} onto ${hostId}, and one of them is not standing`);
    const tenants = [...host.tenants, ...rehang(host, host.tenants.length, moved.tenants)];
    byId.set(hostId, { ...host, tenants });
    byId.delete(movedId);
  }
  return [...byId.values()];
};
