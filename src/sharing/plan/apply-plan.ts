import type { Site } from '../../model/site.ts';
import { rehang } from '../candidates/place-antennas.ts';
import type { MergeKey, SharingRules } from './plan-types.ts';

/**
 * The sites after a plan: moved tenants on their hosts in the plan's order, moved masts gone.
 *
 * @throws Error when a merge names a site that is not standing, or its host has no free height
 */
export const applyPlan = (
  sites: readonly Site[],
  merges: readonly MergeKey[],
  { tenantSpacingM }: Pick<SharingRules, 'tenantSpacingM'>,
): Site[] => {
  const byId = new Map(sites.map((site) => [site.id, site]));
  for (const { hostId, movedId } of merges) {
    const host = byId.get(hostId);
    const moved = byId.get(movedId);
    if (!host || !moved) throw new Error(`The plan moves ${movedId} onto ${hostId}, and one of them is not standing`);
    const hung = rehang(host, host.tenants, moved.tenants, tenantSpacingM);
    if (!hung) throw new Error(`The plan moves ${movedId} onto ${hostId}, which has no free height`);
    byId.set(hostId, { ...host, tenants: [...host.tenants, ...hung] });
    byId.delete(movedId);
  }
  return [...byId.values()];
};
