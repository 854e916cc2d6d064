import { distanceM } from '../../geo/distance.ts';
import type { Range } from '../../model/facts.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { plus, scaled, times } from '../../money/range.ts';
import { buildProfile } from '../../radio/profile.ts';
import type { FibreScene, LitPlace, WirelessOption } from '../fibre-types.ts';
import type { FibreParameters } from '../parameters.ts';
import { isInSight } from './line-of-sight.ts';

/** Of a sector of fixed wireless, in the unlicensed 5 GHz band. */
const frequencyMHz = 5500;
/** A home's unit on its roof. */
const unitHeightM = 6;
/** A mast this near to a lit place is taken to be lit: a short cable away. */
export const litWithinM = 200;

const unknown: WirelessOption = {
  sight: 'unknown',
  siteId: null,
  distanceKm: null,
  peopleInSight: null,
  costVnd: null,
};

/** Masts with a lit place beside them. */
export const litSitesOf = (sites: readonly Site[], lit: readonly LitPlace[]): Site[] =>
  sites.filter(({ position }) => lit.some((place) => distanceM(place.position, position) <= litWithinM));

/** The highest antenna of a mast, or its top where it has none. */
const antennaHeightM = ({ heightM, tenants }: Site): number =>
  Math.max(...tenants.map((tenant) => tenant.antennaHeightM), tenants.length === 0 ? heightM : 0);

/** Sectors and units for the homes of a hamlet; sectors are not shared with others. */
const wirelessVnd = (homes: number, { sectorVnd, homesPerSector, cpeVnd }: FibreParameters): Range => {
  const sectors: Range = {
    low: Math.ceil(homes / homesPerSector.high),
    central: Math.ceil(homes / homesPerSector.central),
    high: Math.ceil(homes / homesPerSector.low),
  };
  return plus(times(sectorVnd, sectors), scaled(cpeVnd, homes));
};

/**
 * How a hamlet could be served by radio: by the nearest lit mast that sees its centre and all its homes with 60 % of the
 * first Fresnel zone free. Where none does, the one that sees most people is told.
 */
export const wirelessOption = (
  { terrain, landCover, isSurface }: FibreScene,
  litSites: readonly Site[],
  hamlet: Hamlet,
  parameters: FibreParameters,
): WirelessOption => {
  if (litSites.length === 0) return unknown;
  const people = peopleOf(hamlet);
  const places: { position: LonLat; people: number }[] = [
    { position: hamlet.centre, people: 0 },
    ...hamlet.clusters.map(({ position, people }) => ({ position, people })),
  ];
  const near = litSites
    .map((site) => ({ site, awayKm: distanceM(site.position, hamlet.centre) / 1000 }))
    .filter(({ awayKm }) => awayKm <= parameters.fwaReachKm.central)
    .sort((a, b) => a.awayKm - b.awayKm || (a.site.id < b.site.id ? -1 : 1));
  let best: WirelessOption = { ...unknown, sight: 'blocked', peopleInSight: 0 };
  for (const { site, awayKm } of near) {
    const heightM = antennaHeightM(site);
    let seen = 0;
    let unseen = 0;
    let isUnknown = false;
    for (const place of places) {
      const profile = buildProfile(terrain, isSurface ? null : landCover, site.position, place.position);
      const inSight = isInSight(profile, heightM, unitHeightM, frequencyMHz);
      if (inSight === null) isUnknown = true;
      else if (inSight) seen += place.people;
      else unseen++;
    }
    const told = { siteId: site.id, distanceKm: awayKm };
    if (unseen === 0 && !isUnknown) {
      return { ...told, sight: 'clear', peopleInSight: 1, costVnd: wirelessVnd(hamlet.households, parameters) };
    }
    // what is not known of one mast may hide that it would do
    if (unseen === 0) best = { ...unknown, ...told };
    else if (best.sight === 'blocked' && (best.siteId === null || seen / people > best.peopleInSight!)) {
      best = { ...told, sight: 'blocked', peopleInSight: seen / people, costVnd: null };
    }
  }
  return best;
};
