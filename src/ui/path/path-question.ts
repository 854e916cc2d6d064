import { batch, computed, effect, signal } from '@preact/signals';
import type { LinkExplanation } from '../../coverage/service/explain-link.ts';
import { defaultServiceSettings } from '../../coverage/service/service-types.ts';
import type { MapPath } from '../../map/path-data.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site, Technology } from '../../model/site.ts';
import { inspectPaths, type PathInspector } from '../../runs/path.ts';
import type { Selection } from '../../study/selection.ts';
import { createJob } from '../app-state/job.ts';
import { findings } from '../app-state/run.ts';
import { base, lookup } from '../app-state/study.ts';

/** A technology in a band of one operator, as one site carries it. */
export interface Carrier {
  operator: string;
  technology: Technology;
  band: string;
}

/** Where a path ends: a point of the map, or a hamlet's centre (`cluster` null) or cluster. */
export type PathTarget = { kind: 'point'; at: LonLat } | { kind: 'hamlet'; id: string; cluster: number | null };

export interface PathQuestion extends Carrier {
  siteId: string;
  target: PathTarget | null;
}

/** The path under the inspector; null while it is closed. */
export const pathQuestion = signal<PathQuestion | null>(null);
/** The answer to it; the last one stays while the next is worked out. */
export const pathJob = createJob<LinkExplanation>();
/** Whether a click on the map moves the path's far end. */
export const pathChoosing = signal(false);
/** The point looked at, on the chart or the map: 0 at the site, 1 at the far end. */
export const pathMark = signal<number | null>(null);

/** What a service run on this pack assumes of receivers and ground. */
export const pathSettings = computed(() => findings.value?.service ?? defaultServiceSettings);

export const carriersOf = (site: Site): Carrier[] => {
  const carriers = new Map<string, Carrier>();
  for (const { operator, cells } of site.tenants) {
    for (const { technology, band } of cells) {
      carriers.set(`${operator} ${technology} ${band}`, { operator, technology, band });
    }
  }
  return [...carriers.values()];
};

export const positionOfTarget = (target: PathTarget | null): LonLat | null => {
  if (!target) return null;
  if (target.kind === 'point') return target.at;
  const hamlet = lookup.value?.hamlet(target.id);
  if (!hamlet) return null;
  return target.cluster === null ? hamlet.centre : (hamlet.clusters[target.cluster]?.position ?? hamlet.centre);
};

/** Starts from a site's 4G, else from its first carrier; the far end is chosen next. */
export const openPathFrom = (site: Site): void => {
  const carriers = carriersOf(site);
  const carrier = carriers.find(({ technology }) => technology === pathSettings.value.technology) ?? carriers[0];
  if (!carrier) return;
  batch(() => {
    pathQuestion.value = { siteId: site.id, ...carrier, target: null };
    pathChoosing.value = true;
  });
};

/** The path by which an operator's best cell reaches, or fails to reach, a hamlet's centre. */
export const openPathTo = (hamletId: string, siteId: string, carrier: Carrier): void =>
  batch(() => {
    pathQuestion.value = { siteId, ...carrier, target: { kind: 'hamlet', id: hamletId, cluster: null } };
    pathChoosing.value = false;
  });

export const changePath = (change: Partial<PathQuestion>): void => {
  const question = pathQuestion.peek();
  if (question) pathQuestion.value = { ...question, ...change };
};

/** A click while choosing: a hamlet's centre where one is meant, else the point itself. */
export const aimPathAt = (place: Selection | null, at: LonLat): void =>
  changePath({
    target: place?.kind === 'hamlet' ? { ...place, kind: 'hamlet', cluster: null } : { kind: 'point', at },
  });

export const closePath = (): void =>
  batch(() => {
    pathQuestion.value = null;
    pathChoosing.value = false;
    pathMark.value = null;
  });

export const mapPath = computed<MapPath | null>(() => {
  const question = pathQuestion.value;
  const from = question && lookup.value?.site(question.siteId)?.position;
  const to = question && positionOfTarget(question.target);
  return from && to ? { from, to, markShare: pathMark.value } : null;
});

/** Answers the question on screen whenever it or the pack changes; returns what ends it. */
export const followPath = (): (() => void) => {
  let inspector: PathInspector | null = null;
  const stopTerrain = effect(() => {
    base.value;
    inspector?.close();
    inspector = null;
    closePath();
  });
  const stopAsking = effect(() => {
    const of = base.value;
    const question = pathQuestion.value;
    const { receiverHeightM, locationPercent, clutter, model } = pathSettings.value;
    const to = question && positionOfTarget(question.target);
    const site = question && lookup.value?.site(question.siteId);
    if (!of || !question || !to || !site) {
      pathJob.reset();
      return;
    }
    const { operator, technology, band } = question;
    inspector ??= inspectPaths(of.pack);
    const { explain } = inspector;
    void pathJob.ask({
      stage: null,
      work: () => explain({ site, operator, technology, band, to, receiverHeightM, locationPercent, clutter, model }),
    });
  });
  return () => {
    stopTerrain();
    stopAsking();
    pathJob.end();
    inspector?.close();
  };
};
