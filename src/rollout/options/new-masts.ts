import type { LonLat } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { antennaHeightOn, cellsFor, distinctEquipment, smallPowerDbm } from '../equipment.ts';
import type { createHops } from '../feed/hops.ts';
import { isRebuilding } from '../rebuilding.ts';
import type { DraftOption } from '../rollout-types.ts';
import type { OptionTools } from './option-tools.ts';

/** A pole that a man can raise. */
const smallHeightM = 10;
/** Places around it that a small site is asked to serve. */
const smallPlaces = 8;

/** A site that is still to be built is known by where it stands, and by its number where one of that name stands already. */
export const newSiteId = (
  { sites }: { sites: readonly Pick<Site, 'id'>[] },
  letter: 'M' | 'S',
  [lon, lat]: LonLat,
): string => {
  const name = `${letter}-${lon.toFixed(5)}-${lat.toFixed(5)}`;
  const standing = new Set(sites.map(({ id }) => id));
  let id = name;
  for (let number = 2; standing.has(id); number++) id = `${name}-${number}`;
  return id;
};

/** Masts up to here stand without guys. */
const freeStandingM = 18;

const emptySite = (id: string, position: LonLat, heightM: number, owner: string): Site => ({
  id,
  position,
  communeCode: '',
  structure: heightM <= freeStandingM ? 'monopole' : 'guyed',
  heightM,
  owner,
  tenants: [],
});

/**
 * New masts at a place, by height and by what operators build: of two that serve the same, the lower one. The plain path tells
 * whom each serves.
 */
export const newMasts = (
  { scene, near, reachable, aim, reachedBy, stationOf, equipment }: OptionTools,
  hops: ReturnType<typeof createHops>,
  position: LonLat,
  heightsM: readonly number[],
): DraftOption[] => {
  const found: DraftOption[] = [];
  if (isRebuilding(scene, position)) return found;
  const around = near(position);
  const id = newSiteId(scene, 'M', position);
  for (const kit of distinctEquipment(equipment)) {
    const falling = [...new Set(heightsM)].sort((a, b) => b - a);
    const byHeight: DraftOption[] = [];
    // what the highest does not reach no lower one is asked for
    let left = around;
    for (const heightM of falling) {
      const perch = { position, antennaHeightM: antennaHeightOn(heightM) };
      left = reachable(perch, kit, left);
      if (left.length === 0) break;
      const sectors = aim(perch, left);
      const empty = emptySite(id, position, heightM, kit.operator);
      const cells = cellsFor(kit, (k) => `${id}-${kit.operator}-${k}`, sectors);
      const tenant = { operator: kit.operator, antennaHeightM: perch.antennaHeightM, cells };
      const site = { ...empty, tenants: [tenant] };
      const serves = reachedBy(stationOf(site, tenant), left);
      if (serves.length === 0) continue;
      byHeight.push({
        id: `mast/${id}/${heightM}/${kit.operator}`,
        kind: 'mast',
        change: null,
        operator: kit.operator,
        siteId: null,
        site,
        structuralCheck: null,
        serves,
        sectors: sectors.length,
        hops: [],
      });
    }
    byHeight.forEach((option, i) => {
      const lower = byHeight[i + 1];
      if (!lower || lower.serves.length < option.serves.length) found.push({ ...option, hops: hops.from(option.site) });
    });
  }
  return found;
};

/** A pole with a radio of 5 W at a place without service, for the homes about it. */
export const smallSite = (
  { demands, near, reachedBy, stationOf, equipment, scene }: OptionTools,
  hops: ReturnType<typeof createHops>,
  demand: number,
): DraftOption[] => {
  const { position } = demands[demand];
  if (isRebuilding(scene, position)) return [];
  const omni = scene.antennas.find(({ kind }) => kind === 'omni');
  const around = near(position).slice(0, smallPlaces);
  const id = newSiteId(scene, 'S', position);
  return distinctEquipment(equipment).flatMap((kit): DraftOption[] => {
    const empty = emptySite(id, position, smallHeightM, kit.operator);
    const small = { ...kit, powerDbm: smallPowerDbm, antenna: omni?.id ?? kit.antenna };
    const looks = omni ? [0] : [0, 120, 240];
    const aims = looks.map((azimuthDeg) => ({ azimuthDeg, tiltDeg: 0 }));
    const cells = cellsFor(small, (k) => `${id}-${kit.operator}-${k}`, aims);
    const tenant = { operator: kit.operator, antennaHeightM: antennaHeightOn(smallHeightM), cells };
    const site = { ...empty, tenants: [tenant] };
    const serves = reachedBy(stationOf(site, tenant), around);
    if (serves.length === 0) return [];
    const common = { change: null, operator: kit.operator, siteId: null, site, structuralCheck: null } as const;
    return [
      {
        id: `small-site/${id}/${kit.operator}`,
        kind: 'small-site',
        ...common,
        serves,
        sectors: looks.length,
        hops: hops.from(site),
      },
    ];
  });
};
