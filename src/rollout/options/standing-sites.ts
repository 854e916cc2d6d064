import type { Site, Tenant } from '../../model/site.ts';
import { placeAntennas } from '../../sharing/candidates/place-antennas.ts';
import { structuralCheckOf } from '../../sharing/candidates/structural-check.ts';
import { antennaHeightOn, cellsFor, distinctEquipment, type Equipment } from '../equipment.ts';
import type { DraftOption } from '../rollout-types.ts';
import { type StandingTools, withTenant } from './option-tools.ts';
import { retunes } from './retune.ts';

/** What can be done on one standing site, verified by the plain path. */
export const standingOptions = (tools: StandingTools, site: Site): DraftOption[] => {
  const around = tools.near(site.position);
  if (around.length === 0) return [];
  const found: DraftOption[] = [];
  const { technology } = tools.scene.settings;
  for (const kit of tools.equipment) {
    const own = site.tenants.find(({ operator }) => operator === kit.operator);
    if (!own) continue;
    if (own.cells.some((cell) => cell.technology === technology)) found.push(...retunes(tools, site, own, around));
    else found.push(...addedCarrier(tools, site, own, kit, around));
  }
  const absent = tools.equipment.filter(({ operator }) => !site.tenants.some((tenant) => tenant.operator === operator));
  for (const kit of distinctEquipment(absent)) found.push(...tenancy(tools, site, kit, around));
  return found;
};

/** The technology on an operator's own site that lacks it, on the antennas that hang there. */
const addedCarrier = (
  { reachedBy, stationOf, hops }: StandingTools,
  site: Site,
  own: Tenant,
  kit: Equipment,
  around: readonly number[],
): DraftOption[] => {
  const looks = new Map<string, Tenant['cells'][number]>();
  for (const cell of own.cells) {
    const key = [cell.antenna, cell.azimuthDeg, cell.mechanicalTiltDeg].join(' ');
    if (!looks.has(key)) looks.set(key, cell);
  }
  const { technology, band, bandwidthMHz, powerDbm } = kit;
  const added = [...looks.values()].map((cell, k) => ({
    ...cell,
    id: `${site.id}-${kit.operator}-${technology}-${band}-${k + 1}`,
    technology,
    band,
    bandwidthMHz,
    powerDbm,
  }));
  const tenant = { ...own, cells: [...own.cells, ...added] };
  const serves = reachedBy(stationOf(site, tenant), around);
  if (serves.length === 0) return [];
  return [
    {
      id: `carrier/${site.id}/${kit.operator}`,
      kind: 'carrier',
      change: null,
      operator: kit.operator,
      siteId: site.id,
      site: withTenant(site, tenant),
      structuralCheck: null,
      serves,
      sectors: added.length,
      hops: hops.from(site),
    },
  ];
};

/** A base station on a mast of another, by the rules of sharing. */
const tenancy = (
  { scene, reachable, aim, reachedBy, stationOf, hops }: StandingTools,
  site: Site,
  kit: Equipment,
  around: readonly number[],
): DraftOption[] => {
  const { maxTenants, tenantSpacingM } = scene.rules;
  if (site.tenants.length >= maxTenants) return [];
  const wanted: Tenant = { operator: kit.operator, antennaHeightM: antennaHeightOn(site.heightM), cells: [] };
  const placed = placeAntennas(site, site.tenants, [wanted], tenantSpacingM);
  if (!placed) return [];
  const [{ antennaHeightM }] = placed;
  const perch = { position: site.position, antennaHeightM };
  const targets = reachable(perch, kit, around);
  if (targets.length === 0) return [];
  const sectors = aim(perch, targets);
  const cells = cellsFor(kit, (k) => `${site.id}-${kit.operator}-${kit.technology}-${kit.band}-${k}`, sectors);
  const tenant = { operator: kit.operator, antennaHeightM, cells };
  const serves = reachedBy(stationOf(site, tenant), targets);
  if (serves.length === 0) return [];
  return [
    {
      id: `tenancy/${site.id}/${kit.operator}`,
      kind: 'tenancy',
      change: null,
      operator: kit.operator,
      siteId: site.id,
      site: { ...site, tenants: [...site.tenants, tenant] },
      structuralCheck: structuralCheckOf(site, site.tenants.length + 1, [wanted], placed),
      serves,
      sectors: sectors.length,
      hops: hops.from(site),
    },
  ];
};
