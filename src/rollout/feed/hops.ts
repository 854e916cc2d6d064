import { isInSight } from '../../fibre/wireless/line-of-sight.ts';
import { litSitesOf } from '../../fibre/wireless/wireless-option.ts';
import { distanceM } from '../../geo/distance.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { earthRadiusKm } from '../../radio/constants.ts';
import { buildProfile } from '../../radio/profile.ts';
import { antennaHeightOn } from '../equipment.ts';
import { rolloutParameters } from '../parameters.ts';
import type { Hop, RolloutScene } from '../rollout-types.ts';

/** Lit sites, and standing ones on the way to them, that are tried, nearest first: a nearer one is seen sooner. */
const triedSites = 6;

/** An end of a hop: a mast and how high its dish hangs. */
interface HopEnd {
  id: string;
  position: LonLat;
  heightM: number;
}

const endOf = ({ id, position, heightM }: Site): HopEnd => ({ id, position, heightM: antennaHeightOn(heightM) });

/** Sites that are lit: beside a lit place. */
const litSites = ({ sites, lit }: RolloutScene): Site[] => litSitesOf(sites, lit);

/**
 * Finds microwave hops from a place to a lit site: one, or two by way of a standing site. A hop takes the highest band that
 * carries so far: its Fresnel zone is the narrowest, so where that is not clear no lower band's is.
 */
export const createHops = (scene: RolloutScene) => {
  const { terrain, landCover } = scene;
  const { reach7Km, reach15Km, reach23Km, kFactor } = rolloutParameters(scene.parameters);
  const bands = [
    { bandGHz: 23, reachKm: reach23Km.central },
    { bandGHz: 15, reachKm: reach15Km.central },
    { bandGHz: 7, reachKm: reach7Km.central },
  ];
  const farthestKm = Math.max(...bands.map(({ reachKm }) => reachKm));
  const radiusKm = earthRadiusKm * kFactor.central;
  const lit = litSites(scene).map(endOf);
  const isLit = new Set(lit.map(({ id }) => id));
  const relays = scene.sites.filter(({ id }) => !isLit.has(id)).map(endOf);
  const known = new Map<string, Hop | null>();

  const nearest = (ends: readonly HopEnd[], { id, position }: HopEnd): { end: HopEnd; km: number }[] => {
    const found: { end: HopEnd; km: number }[] = [];
    for (const end of ends) {
      const km = distanceM(position, end.position) / 1000;
      if (km <= farthestKm && end.id !== id) found.push({ end, km });
    }
    return found.sort((a, b) => a.km - b.km || (a.end.id < b.end.id ? -1 : 1)).slice(0, triedSites);
  };
  const hop = (from: HopEnd, to: HopEnd, km: number): Hop | null => {
    const band = bands.find(({ reachKm }) => km <= reachKm);
    if (!band) return null;
    const profile = buildProfile(terrain, landCover, from.position, to.position);
    return isInSight(profile, from.heightM, to.heightM, band.bandGHz * 1000, radiusKm)
      ? { fromId: from.id, toId: to.id, km, bandGHz: band.bandGHz }
      : null;
  };
  const direct = (from: HopEnd): Hop | null => {
    for (const { end, km } of nearest(lit, from)) {
      const found = hop(from, end, km);
      if (found) return found;
    }
    return null;
  };
  const ofRelay = (relay: HopEnd): Hop | null => {
    const there = known.get(relay.id);
    if (there !== undefined) return there;
    const found = direct(relay);
    known.set(relay.id, found);
    return found;
  };

  return {
    isLit: (siteId: string): boolean => isLit.has(siteId),
    /** None where no way by two hops leads to a lit site. */
    from: (site: Site): readonly Hop[] => {
      const from = endOf(site);
      const one = direct(from);
      if (one) return [one];
      for (const { end, km } of nearest(relays, from)) {
        const onwards = ofRelay(end);
        const first = onwards && hop(from, end, km);
        if (first) return [first, onwards];
      }
      return [];
    },
  };
};
