import type { Hamlet } from '../../../src/model/hamlet.ts';
import { randomFor } from '../../../src/model/random.ts';
import type { Site, Tenant } from '../../../src/model/site.ts';
import type { Ground } from '../ground.ts';
import { type Demand, demandOf } from './demand.ts';
import type { NetworkFigures } from './figures.ts';
import { type Land, landOf } from './land.ts';
import { operatorPlans } from './operators-2020.ts';
import { type PlacedSite, placeSites, type StandingSite } from './site-placing.ts';
import { ownerOf, structureFor } from './structures.ts';
import { cellsOf } from './tenant-cells.ts';

/** Denser communes are city: rooftops before masts. */
const cityPeoplePerKm2 = 2500;
/** Fewer people than this within `nearM` make a site remote. */
const remotePeople = 900;
const nearM = 2500;
/** Metres below the top, and below the tenant above. */
const belowTopM = 2;
const betweenTenantsM = 5;

const buildSite = (land: Land, demand: Demand, placed: PlacedSite, number: number): Site => {
  const { ground } = land;
  const id = `TN-${String(number).padStart(4, '0')}`;
  const random = randomFor(`site ${id}`);
  const commune = land.communes[land.communeAt(placed.cell)];
  const city = placed.town && commune.population / commune.areaKm2 > cityPeoplePerKm2;
  const { structure, heightM } = structureFor(placed, city, random);
  const near = demand.within(placed.x, placed.y, nearM);
  const people = near.reduce((sum, j) => sum + demand.people[j], 0);
  const surroundings = { town: placed.town, mountain: placed.mountain, remote: people < remotePeople };
  const valleyDeg = directionOfPeople(demand, near, placed);
  const tenants = placed.operators.map(
    (operator, k): Tenant => ({
      operator: operatorPlans[operator].id,
      antennaHeightM: heightM - belowTopM - k * betweenTenantsM,
      cells: cellsOf(id, operatorPlans[operator], ground.facts.bands, surroundings, valleyDeg, random),
    }),
  );
  return {
    id,
    position: land.positionIn(placed.cell, random.between(0.15, 0.85), random.between(0.15, 0.85)),
    communeCode: commune.code,
    structure,
    heightM,
    owner: ownerOf(placed, tenants[0].operator, random),
    tenants,
  };
};

const standingOn = (land: Land, { position, tenants }: Site): StandingSite => {
  const [x, y] = land.flat(land.cellAt(position));
  const known = tenants.map(({ operator }) => operatorPlans.findIndex(({ id }) => id === operator));
  return { x, y, operators: known.filter((operator) => operator >= 0) };
};

/** Azimuth from a mast to the people near it, to ten degrees. Flat y runs south. */
const directionOfPeople = (demand: Demand, near: readonly number[], { x, y }: PlacedSite): number => {
  let east = 0;
  let north = 0;
  for (const j of near) {
    east += demand.people[j] * (demand.x[j] - x);
    north -= demand.people[j] * (demand.y[j] - y);
  }
  return (Math.round((Math.atan2(east, north) * 18) / Math.PI) * 10 + 360) % 360;
};

/**
 * Synthetic sites: 1,600, of which 144 are shared, with the tenants, structures, technologies and bands of a Vietnamese
 * network at the end of 2020, placed where people, roads and hills would have them. North to south.
 *
 * @param standing sites that are known; these come beside them
 */
export const buildSites = (
  ground: Ground,
  hamlets: readonly Hamlet[],
  figures?: NetworkFigures,
  standing?: readonly Site[],
): Site[] => {
  const land = landOf(ground);
  const demand = demandOf(land, hamlets);
  return placeSites(
    land,
    demand,
    figures,
    standing?.map((site) => standingOn(land, site)),
  ).map((placed, k) => buildSite(land, demand, placed, k + 1));
};
