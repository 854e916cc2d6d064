import type { LonLat } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';
import { type FibreWay, fibreWays } from '../feed/fibre-ways.ts';
import { promisingCandidates } from '../options/promising.ts';
import type { Demand, RolloutScene, WhereNextMap } from '../rollout-types.ts';
import type { Reach } from './reach.ts';
import { whereNextMap } from './where-next-map.ts';

/** Where masts may be worth it, and the cheapest cable to all that may be built or left out. */
export interface Prospects {
  map: WhereNextMap;
  /** Places that masts are tried at: the promising candidates, and those put by hand. */
  places: LonLat[];
  placeWays: (FibreWay | null)[];
  demandWays: (FibreWay | null)[];
  siteWays: (FibreWay | null)[];
}

/** The map of people by place of a mast, and which places are worth trying. */
export const prospectsOf = (
  scene: RolloutScene,
  demands: readonly Demand[],
  swept: { reaches: readonly (Reach | null)[]; grid: Grid; heightM: number },
  byHand: readonly LonLat[],
): Prospects => {
  const { reaches, grid, heightM } = swept;
  const map = whereNextMap(scene, demands, reaches, grid, heightM);
  const asked = [
    map.candidates.map(({ position }) => position),
    byHand,
    demands.map(({ position }) => position),
    scene.sites.map(({ position }) => position),
  ];
  const ways = fibreWays(scene, asked.flat());
  const [candidateWays, handWays, demandWays, siteWays] = asked.map((_, i) => {
    const from = asked.slice(0, i).flat().length;
    return ways.slice(from, from + asked[i].length);
  });
  const kept = promisingCandidates(map.candidates, candidateWays, reaches, grid);
  return {
    map,
    places: [...kept.map((k) => map.candidates[k].position), ...byHand],
    placeWays: [...kept.map((k) => candidateWays[k]), ...handWays],
    demandWays,
    siteWays,
  };
};
