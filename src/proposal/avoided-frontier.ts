import { total } from '../money/range.ts';
import type { FrontierPoint } from '../sharing/plan/frontier.ts';
import { rateBy, sharingRate } from '../sharing/rate.ts';
import { type ComponentTables, componentTables } from '../sharing/solver/component-tables.ts';
import { chooseGreedily } from '../sharing/solver/greedy.ts';
import { type MergeOption, type MergeProblem, rateOfTally, selectionOf } from '../sharing/solver/merge-problem.ts';
import { addTenants, type Entrant } from './advice.ts';
import type { Setting } from './assess-site.ts';
import type { AvoidedFrontier } from './assessment.ts';
import { keptOf, levelsOf } from './levels.ts';

/** Points a chart has use for. */
const mostPoints = 40;

/** A planned site's tenants on a standing site, as an option of the choice. */
interface Place extends MergeOption {
  entrant: Entrant;
  hostId: string;
}

/** Every standing site that a planned one's tenants can hang on with nobody going without whom it would newly serve. */
const placesOf = ({ standing }: Setting, entrants: readonly Entrant[]): Place[] => {
  const indexOf = new Map(standing.map(({ id }, index) => [id, index]));
  return entrants.flatMap((entrant, e) =>
    entrant.assessment.near
      .filter(({ keepsAll }) => keepsAll)
      .map(
        ({ siteId, distanceM }): Place => ({
          entrant,
          hostId: siteId,
          host: indexOf.get(siteId)!,
          donor: standing.length + e,
          valueVnd: Math.round(entrant.assessment.cost.savingVnd.central),
          accountVnd: [],
          effort: distanceM,
        }),
      ),
  );
};

/** Sets of places on one site that can't be taken together: no height is left, or somebody would go without. */
const crowdedIn = (
  { ground, standing, rules }: Setting,
  places: readonly Place[],
  chosen: readonly number[],
): number[][] => {
  const byHost = new Map<number, number[]>();
  for (const option of chosen) byHost.set(places[option].host, [...(byHost.get(places[option].host) ?? []), option]);
  return [...byHost].flatMap(([host, coLocated]) => {
    let mast = standing[host];
    for (const [k, option] of coLocated.entries()) {
      const { proposed, levels } = places[option].entrant;
      const crowded = addTenants(mast, proposed.tenants, rules);
      const placed = crowded?.tenants.slice(mast.tenants.length);
      // the first co-located tenant hangs as it was assessed
      const keeps = placed && (k === 0 || keptOf(ground, levels, levelsOf(ground, { ...mast, tenants: placed })).all);
      if (!crowded || !keeps) return [coLocated.slice(0, k + 1)];
      mast = crowded;
    }
    return [];
  });
};

const thinned = <T>(values: readonly T[]): T[] =>
  values.length <= mostPoints
    ? [...values]
    : Array.from({ length: mostPoints }, (_, k) => values[Math.round((k * (values.length - 1)) / (mostPoints - 1))]);

/**
 * What planned sites that go onto standing ones save, against the sharing rate: from all of them built to as many on
 * standing sites as there is room for. At each rate the fewest, and of those the largest saving.
 */
export const avoidedFrontier = (setting: Setting, entrants: readonly Entrant[]): AvoidedFrontier => {
  const { standing, rules } = setting;
  const { definition } = rules;
  const places = placesOf(setting, entrants);
  const sites = [...standing, ...entrants.map(({ proposed }) => proposed)];
  const operators = [...new Set(sites.flatMap(({ tenants }) => tenants.map(({ operator }) => operator)))];
  const conflicts: number[][] = [];
  const problem: MergeProblem = {
    tenants: sites.map(({ tenants }) => tenants.length),
    operators: sites.map(({ tenants }) => tenants.reduce((mask, t) => mask | (1 << operators.indexOf(t.operator)), 0)),
    maxTenants: rules.maxTenants,
    definition,
    targetRate: 1,
    options: places,
    forced: [],
    conflicts,
  };

  let tables: ComponentTables | null = componentTables(problem);
  /** What is proven to be best by the tables; a greedy choice, unproven, where they don't tell. */
  const chooseOnce = (targetRate: number | 'highest'): { chosen: number[]; gap: number | null } => {
    if (targetRate === 'highest') {
      const highest = tables?.highestRate();
      return highest ? { chosen: highest, gap: 0 } : { chosen: chooseGreedily(problem, 'highest-rate'), gap: null };
    }
    const least = tables?.leastMerges(targetRate);
    if (!least) return { chosen: chooseGreedily({ ...problem, targetRate }, 'reach-target'), gap: null };
    return { chosen: least.chosen, gap: (least.mostValueVnd - least.valueVnd) / Math.max(1, Math.abs(least.valueVnd)) };
  };
  const choose = (targetRate: number | 'highest'): { chosen: number[]; gap: number | null } => {
    for (;;) {
      const found = chooseOnce(targetRate);
      const crowded = crowdedIn(setting, places, found.chosen);
      if (crowded.length === 0) return found;
      conflicts.push(...crowded);
      tables = componentTables(problem);
    }
  };
  const rateWith = (chosen: readonly number[]): number => rateOfTally(selectionOf(problem, chosen).tally());

  const asBuiltRate = rateWith([]);
  const most = choose('highest').chosen;
  // what each planned site more brings, from none to as many as raise the rate
  const highest = rateWith(most);
  const byCount = tables?.ratesByCount() ?? most.map((_, k) => rateWith(most.slice(0, k + 1)));
  const rates = byCount.filter((rate) => rate <= highest);
  const rising = [...new Set(rates.filter((rate) => rate > asBuiltRate))].sort((a, b) => a - b);
  const points = [asBuiltRate, ...thinned(rising)].map((rate): FrontierPoint => {
    const { chosen, gap } = choose(rate);
    return {
      rate: rateWith(chosen),
      count: chosen.length,
      savingVnd: total(chosen.map((option) => places[option].entrant.assessment.cost.savingVnd)),
      gap,
    };
  });
  return {
    definition,
    todayRate: rateBy(sharingRate(standing), definition),
    asBuiltRate,
    planned: entrants.length,
    withPlace: new Set(places.map(({ donor }) => donor)).size,
    points: points.filter(({ rate }, k) => k === 0 || rate > points[k - 1].rate),
  };
};
