import { randomFor } from '../../../src/model/random.ts';
import { BuildError } from '../build-error.ts';
import { apportion } from './apportion.ts';
import { type Demand, type Unmet, unmetDemand } from './demand.ts';
import { figures2020, type NetworkFigures } from './figures.ts';
import type { Land } from './land.ts';
import { type OperatorPlan, operatorPlans } from './operators-2020.ts';
import { emptySpots, spotFor } from './site-spot.ts';

/** Where a site stands and who is on it; the builder first. */
export interface PlacedSite {
  cell: number;
  x: number;
  y: number;
  /** Indexes into `operatorPlans`. */
  operators: number[];
  town: boolean;
  mountain: number;
}

/** A site that stands already, and whose networks are on it. */
export interface StandingSite {
  x: number;
  y: number;
  /** Indexes into `operatorPlans`. */
  operators: readonly number[];
}

/** Looked for so often, a free place is not to be had. */
const mostTries = 20_000;
/** Guests come where the draw is strong, not only where it is strongest. */
const leastLuck = 0.35;

/** Each operator builds for itself, without a look at the others: which is why so many masts stand side by side. */
const buildAlone = (
  land: Land,
  demand: Demand,
  plans: readonly OperatorPlan[],
  unmet: readonly Unmet[],
  siteCount: number,
  standing: readonly StandingSite[],
) => {
  const spots = emptySpots();
  for (const { x, y } of standing) spots.take(x, y);
  const counts = apportion(
    siteCount,
    plans.map((plan) => plan.building),
  );
  return plans.flatMap((plan, operator): PlacedSite[] => {
    const random = randomFor(`sites ${plan.id}`);
    const sites: PlacedSite[] = [];
    for (let tries = 0; sites.length < counts[operator]; tries++) {
      if (tries > mostTries) {
        throw new BuildError(
          `No ground left for ${counts[operator]} sites of ${plan.id}: too few hamlets ask for them`,
        );
      }
      const j = unmet[operator].strongest();
      const place = {
        x: demand.x[j],
        y: demand.y[j],
        town: demand.town[j] === 1,
        mountain: demand.mountain[j],
        sight: (x: number, y: number) => demand.sight(j, x, y),
      };
      const cell = spotFor(land, place, spots, random);
      // served all the same, or the same place would be asked for ever
      unmet[operator].serve(place.x, place.y);
      if (cell < 0) continue;
      const [x, y] = land.flat(cell);
      spots.take(x, y);
      sites.push({ cell, x, y, operators: [operator], town: place.town, mountain: place.mountain });
    }
    return sites;
  });
};

/** Guests join masts of others where they have nothing near; the last of them as third tenants. */
const joinOthers = (
  sites: readonly PlacedSite[],
  plans: readonly OperatorPlan[],
  unmet: readonly Unmet[],
  { sharedSites, thirdTenants }: NetworkFigures,
): void => {
  const random = randomFor('guests');
  const turns = apportion(
    sharedSites + thirdTenants,
    plans.map((plan) => plan.joining),
  )
    .flatMap((count, operator) => Array.from({ length: count }, (_, k) => ({ operator, at: (k + 0.5) / count })))
    .sort((a, b) => a.at - b.at || a.operator - b.operator);
  const draws = plans.map((_, operator) => Float64Array.from(sites, ({ x, y }) => unmet[operator].near(x, y)));
  turns.forEach(({ operator }, turn) => {
    const tenants = turn < sharedSites ? 1 : 2;
    let host: PlacedSite | undefined;
    let strongest = 0;
    sites.forEach((site, s) => {
      if (site.operators.length !== tenants || site.operators.includes(operator)) return;
      const draw = draws[operator][s] * random.between(leastLuck, 1);
      if (draw > strongest) {
        host = site;
        strongest = draw;
      }
    });
    if (!host) throw new BuildError(`No mast left for ${plans[operator].id} to join`);
    host.operators.push(operator);
    unmet[operator].serve(host.x, host.y);
    const { x, y } = host;
    sites.forEach((site, s) => {
      if (Math.hypot(site.x - x, site.y - y) < 2 * unmet[operator].farthestM) {
        draws[operator][s] = unmet[operator].near(site.x, site.y);
      }
    });
  });
};

/** Places all sites, north to south. What stands already serves its people first, and nothing comes onto it. */
export const placeSites = (
  land: Land,
  demand: Demand,
  figures: NetworkFigures = figures2020,
  standing: readonly StandingSite[] = [],
): PlacedSite[] => {
  const unmet = operatorPlans.map((plan) => unmetDemand(demand, plan));
  for (const { x, y, operators } of standing) for (const operator of operators) unmet[operator].serve(x, y);
  const sites = buildAlone(land, demand, operatorPlans, unmet, figures.sites, standing);
  joinOthers(sites, operatorPlans, unmet, figures);
  return sites.sort((a, b) => a.cell - b.cell);
};
