import type { Site, Tenant } from '../../model/site.ts';
import { rehang } from '../candidates/place-antennas.ts';
import type { MergeKey, SharingRules } from './plan-types.ts';

/** A merge by the places of its sites in a list. */
export interface MergeOfSites {
  host: number;
  moved: number;
}

/** What carrying out a plan does: hosts as they then are, and where each merge's tenants come to hang. */
export interface CarriedOut {
  /** Sites that change, by their place in the list. */
  hosts: ReadonlyMap<number, Site>;
  /** Merge by merge; null where no free height is left on the host. */
  placed: readonly (readonly Tenant[] | null)[];
}

/** Carries out merges one after the other: each one's tenants take the heights that those before have left. */
export const carryOut = (sites: readonly Site[], merges: readonly MergeOfSites[], spacingM: number): CarriedOut => {
  const hosts = new Map<number, Site>();
  const placed = merges.map(({ host: at, moved }) => {
    const host = hosts.get(at) ?? sites[at];
    const hung = rehang(host, host.tenants, sites[moved].tenants, spacingM);
    if (hung) hosts.set(at, { ...host, tenants: [...host.tenants, ...hung] });
    return hung;
  });
  return { hosts, placed };
};

/** The sites that stand when merges have been carried out, in the order of the list. */
export const standingAfter = (
  sites: readonly Site[],
  merges: readonly MergeOfSites[],
  { hosts }: Pick<CarriedOut, 'hosts'>,
): Site[] => {
  const gone = new Set(merges.map(({ moved }) => moved));
  return sites.map((site, s) => hosts.get(s) ?? site).filter((_, s) => !gone.has(s));
};

/**
 * The sites after a plan: moved tenants on their hosts in the plan's order, moved masts gone.
 *
 * @throws Error when a merge names a site that is not standing, or its host has no free height
 */
export const applyPlan = (
  sites: readonly Site[],
  keys: readonly MergeKey[],
  { tenantSpacingM }: Pick<SharingRules, 'tenantSpacingM'>,
): Site[] => {
  const placeOf = new Map(sites.map(({ id }, place) => [id, place]));
  const gone = new Set<string>();
  const merges = keys.map(({ hostId, movedId }): MergeOfSites => {
    const [host, moved] = [placeOf.get(hostId), placeOf.get(movedId)];
    if (host === undefined || moved === undefined || gone.has(hostId) || gone.has(movedId))
      throw new Error(`The plan moves ${movedId} onto ${hostId}, and one of them is not standing`);
    gone.add(movedId);
    return { host, moved };
  });
  const carried = carryOut(sites, merges, tenantSpacingM);
  const full = keys[carried.placed.indexOf(null)];
  if (full) throw new Error(`The plan moves ${full.movedId} onto ${full.hostId}, which has no free height`);
  return standingAfter(sites, merges, carried);
};
