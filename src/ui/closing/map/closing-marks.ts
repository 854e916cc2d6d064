import { computed } from '@preact/signals';
import type { Feature, FeatureCollection } from 'geojson';
import { marked, toned } from '../../../map/layers/overlay.ts';
import type { LonLat } from '../../../model/place.ts';
import type { RolloutOption } from '../../../rollout/rollout-types.ts';
import { lookup, opened } from '../../app-state/study.ts';
import { task } from '../../app-state/view.ts';
import { closingPart } from '../closing-view.ts';
import { fibreJob } from '../fibre/fibre-job.ts';
import { resilienceJob } from '../resilience/resilience-job.ts';
import { chosenOption, optionsOn } from '../rollout/chosen-option.ts';
import { currentPlan, type PlannedRollout } from '../rollout/rollout-jobs.ts';
import { locks } from '../rollout/rollout-question.ts';

const pointOf = (position: LonLat): Feature['geometry'] => ({ type: 'Point', coordinates: [...position] });
const lineOf = (line: readonly LonLat[]): Feature['geometry'] => ({
  type: 'LineString',
  coordinates: line.map((position) => [...position]),
});

/** Hops between the sites and masts that they join. */
const hopsOf = (option: RolloutOption, places: ReadonlyMap<string, LonLat>): Feature[] =>
  option.backhaul.hops.flatMap(({ fromId, toId }) => {
    const [from, to] = [places.get(fromId), places.get(toId)];
    return from && to ? [toned(lineOf([from, to]), 'hop')] : [];
  });

const markOf =
  (isBuilt: boolean) =>
  ({ id, kind, site }: RolloutOption): Feature =>
    marked(pointOf(site.position), id, kind, isBuilt);

/** Marks of a plan: what is built by kind, how it is fed, who is left out, and whom the chosen option serves. */
const planMarks = ({ finding, network }: PlannedRollout): Feature[] => {
  const { plan, options, demands, leftOut } = finding;
  const places = new Map([...network.sites, ...plan.map(({ site }) => site)].map(({ id, position }) => [id, position]));
  const built = new Set(plan.map(({ id }) => id));
  const chosen = options.find(({ id }) => id === chosenOption.value);
  return [
    ...plan.flatMap((option) => hopsOf(option, places)),
    ...(chosen?.serves ?? []).map((d) => toned(lineOf([chosen!.site.position, demands[d].position]), 'serves')),
    ...leftOut.map(({ demand }) => toned(pointOf(demands[demand].position), 'left')),
    ...(optionsOn.value ? options.filter(({ id }) => !built.has(id)) : []).map(markOf(false)),
    ...plan.map(markOf(true)),
    ...(chosen ? [toned(pointOf(chosen.site.position), 'chosen')] : []),
  ];
};

const placeMarks = (): Feature[] => locks.value.places.map((at) => toned(pointOf(at), 'chosen'));

const fibreMarks = (): Feature[] =>
  (fibreJob.isStale.value ? [] : (fibreJob.result.value?.finding.segments ?? [])).map(({ line, kind }) =>
    toned(lineOf(line), kind === 'aerial' ? 'cable-aerial' : 'cable-buried'),
  );

/** How many of the worst sites and of the hamlets that hang by one are marked. */
const mostSites = 30;

const resilienceMarks = (): Feature[] => {
  const finding = resilienceJob.isStale.value ? undefined : resilienceJob.result.value?.finding;
  if (!finding) return [];
  const sites = finding.failures.filter(({ kind }) => kind === 'site').slice(0, mostSites);
  const siteOf = (id: string) => lookup.value?.site(id);
  return [
    ...finding.hamlets.flatMap(({ hangsOn, position }) => {
      const site = hangsOn === null ? undefined : siteOf(hangsOn);
      return site ? [toned(lineOf([position, site.position]), 'serves')] : [];
    }),
    ...sites.flatMap(({ id }) => {
      const site = siteOf(id);
      return site ? [toned(pointOf(site.position), 'left')] : [];
    }),
  ];
};

const features = (): Feature[] => {
  if (closingPart.value === 'fibre') return fibreMarks();
  if (closingPart.value === 'resilience') return resilienceMarks();
  return [...(currentPlan.value ? planMarks(currentPlan.value) : []), ...placeMarks()];
};

/** What the task has to show on the map; null where it is not at hand or has found nothing. */
export const closingMarks = computed<FeatureCollection | null>(() => {
  if (task.value !== 'closing' || !opened.value) return null;
  const all = features();
  return all.length > 0 ? { type: 'FeatureCollection', features: all } : null;
});
