import type { Site, Tenant } from '../../model/site.ts';
import { placeAntennas } from '../candidates/place-antennas.ts';
import type { MergeKey, SharingRules } from './plan-types.ts';

/** A merge by the places of its sites in a list. */
export interface MergeOfSites {
  host: number;
  donor: number;
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
  const placed = merges.map(({ host: at, donor }) => {
    const host = hosts.get(at) ?? sites[at];
    const placed = placeAntennas(host, host.tenants, sites[donor].tenants, spacingM);
    if (placed) hosts.set(at, { ...host, tenants: [...host.tenants, ...placed] });
    return placed;
  });
  return { hosts, placed };
};

/** The sites that stand when merges have been carried out, in the order of the list. */
export const standingAfter = (
  sites: readonly Site[],
  merges: readonly MergeOfSites[],
  { hosts }: Pick<CarriedOut, 'hosts'>,
): Site[] => {
  const gone = new Set(merges.map(({ donor }) => donor));
  return sites.map((site, s) => hosts.get(s) ?? site).filter((_, s) => !gone.has(s));
};

/**
 * The sites after a plan: donor tenants on their hosts in the plan's order, donor sites gone.
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
  const merges = keys.map(({ hostId, donorId }): MergeOfSites => {
    const [host, donor] = [placeOf.get(hostId), placeOf.get(donorId)];
    if (host === undefined || donor === undefined || gone.has(hostId) || gone.has(donorId))
      throw new Error(`The plan moves ${donorId} onto ${hostId}, and one of them is not standing`);
    gone.add(donorId);
    return { host, donor };
  });
  const carried = carryOut(sites, merges, tenantSpacingM);
  const full = keys[carried.placed.indexOf(null)];
  if (full) throw new Error(`The plan moves ${full.donorId} onto ${full.hostId}, which has no free height`);
  return standingAfter(sites, merges, carried);
};
