import type { Demand } from './demand.ts';
import { type Unmet, unmetDemand } from './demand.ts';
import { sharedSiteCount } from './figures.ts';
import type { Land } from './land.ts';
import { type OperatorPlan, operatorPlans } from './operators-2020.ts';
import { randomFor } from './random.ts';
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

/** Guests come where the draw is strong, not only where it is strongest. */
const leastLuck = 0.35;

/** Each operator builds for itself, without a look at the others: which is why so many masts stand side by side. */
const buildAlone = (land: Land, demand: Demand, plans: readonly OperatorPlan[], unmet: readonly Unmet[]) => {
  const spots = emptySpots();
  return plans.flatMap((plan, operator): PlacedSite[] => {
    const random = randomFor(`sites ${plan.id}`);
    const sites: PlacedSite[] = [];
    while (sites.length < plan.sites) {
      const j = unmet[operator].strongest();
      const place = { x: demand.x[j], y: demand.y[j], town: demand.town[j] === 1, mountain: demand.mountain[j] };
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

/** Guests join masts of others where they have nothing near: 144 masts in all, a few of them with a third tenant. */
const joinOthers = (sites: readonly PlacedSite[], plans: readonly OperatorPlan[], unmet: readonly Unmet[]): void => {
  const random = randomFor('guests');
  const turns = plans
    .flatMap(({ guest }, operator) => Array.from({ length: guest }, (_, k) => ({ operator, at: (k + 0.5) / guest })))
    .sort((a, b) => a.at - b.at || a.operator - b.operator);
  turns.forEach(({ operator }, turn) => {
    const tenants = turn < sharedSiteCount ? 1 : 2;
    let host: PlacedSite | undefined;
    let strongest = 0;
    for (const site of sites) {
      if (site.operators.length !== tenants || site.operators.includes(operator)) continue;
      const draw = unmet[operator].near(site.x, site.y) * random.between(leastLuck, 1);
      if (draw > strongest) {
        host = site;
        strongest = draw;
      }
    }
    if (!host) throw new Error(`No mast left for ${plans[operator].id} to join`);
    host.operators.push(operator);
    unmet[operator].serve(host.x, host.y);
  });
};

/** Places all sites, north to south. */
export const placeSites = (land: Land, demand: Demand): PlacedSite[] => {
  const unmet = operatorPlans.map((plan) => unmetDemand(demand, plan));
  const sites = buildAlone(land, demand, operatorPlans, unmet);
  joinOthers(sites, operatorPlans, unmet);
  return sites.sort((a, b) => a.cell - b.cell);
};
