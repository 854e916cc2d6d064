import KDBush from 'kdbush';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import { type Commune, isUrban } from '../../../src/model/place.ts';
import { randomFor } from '../../../src/model/random.ts';
import { BuildError } from '../build-error.ts';
import { mountainness } from './clusters.ts';
import type { Land } from './land.ts';
import type { OperatorPlan } from './operators-2020.ts';

/** Where people ask for service: every cluster. Flat metres, as `Land.flat`. */
export interface Demand {
  count: number;
  x: Float64Array;
  y: Float64Array;
  cell: Int32Array;
  people: Float64Array;
  mountain: Float64Array;
  town: Uint8Array;
  /** How far one site goes here, by capacity in towns and by the land in the country. */
  reachM: Float64Array;
  within: (x: number, y: number, radiusM: number) => number[];
  /** How much of what a mast at a position sends comes over the ridges to a place: 1 in sight of it, towards 0 behind one. */
  sight: (j: number, x: number, y: number) => number;
}

/** Beyond this many reaches of a place a site means nothing to it. */
const farthestReach = 2.2;
/** What a site in its midst leaves of a place's demand. */
const leftBeside = 0.12;
/** Demand grows slower than people: coverage comes before capacity. */
const peopleExponent = 0.75;

/** Sites of one operator stand closer the denser people live, from the heart of a city to the open country. */
const reachesM = { city: 330, country: 1000, mountain: 1500 };
const cityPeoplePerKm2 = 4000;

/** A usual mast's antenna, and where people are heard, above the ground. */
const sightFrom = { mastM: 36, placeM: 4 };
/** Metres between the heights that are looked at. */
const sightStepM = 70;
/** A ridge so far above the line of sight leaves a third. */
const hidingM = 18;

/** Whether a place is in sight of a mast, by the highest ground above the line between them. Unknown ground hides nothing. */
const sightOver = (land: Land, demand: Pick<Demand, 'x' | 'y' | 'cell'>): Demand['sight'] => {
  return (j, x, y) => {
    const [dx, dy] = [demand.x[j] - x, demand.y[j] - y];
    const steps = Math.floor(Math.hypot(dx, dy) / sightStepM);
    const fromM = land.heightM(land.cellAtFlat(x, y)) + sightFrom.mastM;
    const toM = land.heightM(demand.cell[j]) + sightFrom.placeM;
    let aboveM = 0;
    for (let k = 1; k < steps; k++) {
      const at = k / steps;
      const overM = land.heightM(land.cellAtFlat(x + at * dx, y + at * dy)) - (fromM + at * (toM - fromM));
      if (overM > aboveM) aboveM = overM;
    }
    return Math.exp(-aboveM / hidingM);
  };
};

const siteReachM = ({ population, areaKm2 }: Commune, town: boolean, mountain: number): number => {
  if (!town) return reachesM.country + (reachesM.mountain - reachesM.country) * mountain;
  const wideM = reachesM.city * Math.sqrt((cityPeoplePerKm2 * areaKm2) / population);
  return Math.min(reachesM.country, Math.max(reachesM.city, wideM));
};

export const demandOf = (land: Land, hamlets: readonly Hamlet[]): Demand => {
  const commune = new Map(land.communes.map((c) => [c.code, c]));
  const places = hamlets.flatMap(({ communeCode, clusters }) =>
    clusters.map(({ position, people }) => ({ cell: land.cellAt(position), people, of: commune.get(communeCode)! })),
  );
  const count = places.length;
  if (count === 0) throw new BuildError('Sites are placed where people live: no hamlet was given');
  const demand = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    cell: Int32Array.from(places, (p) => p.cell),
    people: Float64Array.from(places, (p) => p.people),
    mountain: new Float64Array(count),
    town: new Uint8Array(count),
    reachM: new Float64Array(count),
  };
  const index = new KDBush(count);
  places.forEach(({ cell, of }, j) => {
    [demand.x[j], demand.y[j]] = land.flat(cell);
    index.add(demand.x[j], demand.y[j]);
    demand.mountain[j] = mountainness(land, cell);
    demand.town[j] = isUrban(of) ? 1 : 0;
    demand.reachM[j] = siteReachM(of, isUrban(of), demand.mountain[j]);
  });
  index.finish();
  return { ...demand, within: (x, y, radiusM) => index.within(x, y, radiusM), sight: sightOver(land, demand) };
};

/** What an operator has still to serve, as its network grows. */
export interface Unmet {
  /** A site changes nothing beyond this. */
  farthestM: number;
  /** The place that draws the next site most. */
  strongest: () => number;
  /** What a site at a position would draw. */
  near: (x: number, y: number) => number;
  serve: (x: number, y: number) => void;
}

export const unmetDemand = (demand: Demand, plan: OperatorPlan): Unmet => {
  const random = randomFor(`demand ${plan.id}`);
  const farthestM = farthestReach * demand.reachM.reduce((a, b) => Math.max(a, b), 0);
  const unmet = Float64Array.from({ length: demand.count }, (_, j) => {
    const country = demand.town[j] ? 1 : plan.countryDraw;
    const mountain = 1 + (plan.mountainDraw - 1) * demand.mountain[j];
    return demand.people[j] ** peopleExponent * country * mountain * random.between(0.6, 1.4);
  });
  const nearness = (j: number, x: number, y: number): number => {
    const reaches2 = ((demand.x[j] - x) ** 2 + (demand.y[j] - y) ** 2) / demand.reachM[j] ** 2;
    return reaches2 < farthestReach ** 2 ? Math.exp(-reaches2) * demand.sight(j, x, y) : 0;
  };
  return {
    farthestM,
    strongest: () => {
      let best = 0;
      for (let j = 1; j < unmet.length; j++) if (unmet[j] > unmet[best]) best = j;
      return best;
    },
    near: (x, y) => demand.within(x, y, farthestM).reduce((sum, j) => sum + unmet[j] * nearness(j, x, y), 0),
    serve: (x, y) => {
      for (const j of demand.within(x, y, farthestM)) unmet[j] *= 1 - (1 - leftBeside) * nearness(j, x, y);
    },
  };
};
