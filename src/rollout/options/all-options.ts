import { createHops } from '../feed/hops.ts';
import type { Demand, DraftOption, RolloutOption, RolloutScene } from '../rollout-types.ts';
import type { Prospects } from '../where-next/where-next.ts';
import { newMasts, smallSite } from './new-masts.ts';
import { createOptionTools } from './option-tools.ts';
import { createPricing } from './price.ts';
import { standingOptions } from './standing-sites.ts';
import { createTakings } from './takings.ts';

/** Where options are sought: on standing sites, at places for masts, and beside the demands themselves. */
export const optionSources = ['sites', 'places', 'demands'] as const;
export type OptionSource = (typeof optionSources)[number];

/** Seeks options over the plain path, source by source and slice by slice. */
export const createOptionSearch = (
  scene: RolloutScene,
  operator: string | null,
  demands: readonly Demand[],
  places: Prospects['places'],
  heightsM: readonly number[],
) => {
  const tools = createOptionTools(scene, operator, demands);
  const hops = createHops(scene);
  const standing = { ...tools, hops, takings: createTakings(scene) };
  const find: Record<OptionSource, (i: number) => DraftOption[]> = {
    sites: (i) => standingOptions(standing, scene.sites[i]),
    places: (i) => newMasts(tools, hops, places[i], heightsM),
    demands: (i) => smallSite(tools, hops, i),
  };
  return (source: OptionSource, from: number, to: number): DraftOption[][] =>
    Array.from({ length: to - from }, (_, k) => find[source](from + k));
};

/** What was found, entry by entry of each source. */
export type FoundOptions = Record<OptionSource, readonly (readonly DraftOption[])[]>;

/**
 * Options with their costs. Of new masts that serve the same, whatever their place and height, the cheapest: the others can be
 * no part of a best plan. Those at places put by hand stay.
 */
export const pricedOptions = (
  scene: RolloutScene,
  demands: readonly Demand[],
  { placeWays, demandWays, siteWays, places }: Prospects,
  found: FoundOptions,
  byHand: number,
): RolloutOption[] => {
  const price = createPricing(scene, createHops(scene).isLit);
  const ways = { sites: siteWays, places: placeWays, demands: demandWays };
  const byServed = new Map<string, RolloutOption>();
  const kept: RolloutOption[] = [];
  for (const source of optionSources) {
    found[source].forEach((drafts, i) => {
      for (const draft of drafts) {
        const option = price(draft, ways[source][i], demands);
        if (!option) continue;
        if (source === 'sites' || (source === 'places' && i >= places.length - byHand)) {
          kept.push(option);
          continue;
        }
        const key = option.serves.toSorted((a, b) => a - b).join(' ');
        const known = byServed.get(key);
        if (!known || isCheaper(scene, option, known)) byServed.set(key, option);
      }
    });
  }
  return [...kept, ...byServed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Of two that cost the same, that of the operator named first: the pack names the larger ones first. */
const isCheaper = ({ operators }: RolloutScene, a: RolloutOption, b: RolloutOption): boolean => {
  if (a.costVnd.central !== b.costVnd.central) return a.costVnd.central < b.costVnd.central;
  const [first, second] = [operators.indexOf(a.operator), operators.indexOf(b.operator)];
  return first !== second ? first < second : a.id < b.id;
};
