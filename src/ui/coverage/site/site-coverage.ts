import { batch, computed, effect, signal } from '@preact/signals';
import { coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import type { SiteCoverage, SiteQuestion } from '../../../coverage/raster/site-coverage.ts';
import type { LonLat } from '../../../model/place.ts';
import { openSiteDesk, type SiteCoverageDesk } from '../../../runs/site-coverage.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { createJob } from '../../app-state/job.ts';
import { base, lookup, study } from '../../app-state/study.ts';
import { selection } from '../../app-state/view.ts';
import { fullZoom, quickZoom } from '../coverage-key.ts';

/** A site's own coverage as computed, and since when it was wanted (`performance.now()`). */
export interface SiteImage extends SiteCoverage {
  siteId: string;
  askedMs: number;
}

/** Whether the selected site is shown alone. */
export const soloOn = signal(false);
/** Whose cells of it; null for every tenant's. */
export const soloOperator = signal<string | null>(null);
/** Whether the site can be dragged on the map. */
export const siteMovable = signal(false);
/** Where the site is being dragged; the study has it where it stood until it is dropped. */
export const siteDrag = signal<LonLat | null>(null);

const selectedSiteId = computed(() => (selection.value?.kind === 'site' ? selection.value.id : null));

/** The site shown alone; null while the province is looked at. */
export const soloSite = computed(() =>
  soloOn.value && selectedSiteId.value !== null ? (lookup.value?.site(selectedSiteId.value) ?? null) : null,
);

const service = computed(() => study.value && settingsOf(study.value).service);

interface Asked extends Omit<SiteQuestion, 'settings'> {
  service: NonNullable<typeof service.value>;
}
const asked = computed<Asked | null>(() => {
  const site = soloSite.value;
  if (!site || !service.value) return null;
  const moved = siteDrag.value ? { ...site, position: siteDrag.value } : site;
  return { site: moved, operator: soloOperator.value, service: service.value };
});

/** Coverage of the site alone. What a worker has begun on is soon done, and what it keeps of the ground is dear. */
export const siteJob = createJob<SiteImage>({ finishes: true });

/** Leaves the site and what was done on it when another is selected, and the single site when none is. */
const followSelection = (): (() => void) =>
  effect(() => {
    const id = selectedSiteId.value;
    batch(() => {
      siteDrag.value = null;
      siteMovable.value = false;
      soloOperator.value = null;
      if (id === null) soloOn.value = false;
    });
  });

/** A picture later than this after a change is felt to lag: a coarser one then goes ahead of it. */
const promptMs = 80;

/** Shows the site's coverage again with every change of it, coarse while it is dragged; returns what ends it. */
export const followSiteCoverage = (): (() => void) => {
  let desk: SiteCoverageDesk | null = null;
  let wasDragged = false;
  /** What the last fine picture took. */
  let fineMs = Number.POSITIVE_INFINITY;
  const picture = async ({ site, operator, service: on }: Asked, zoom: number, askedMs: number): Promise<SiteImage> => {
    const pack = base.peek()?.pack;
    if (!pack) throw new Error('A site was asked for before a pack was open');
    desk ??= openSiteDesk(pack);
    const startMs = performance.now();
    const answer = await desk.ask({ site, operator, settings: coverageSettingsOf(on, zoom) });
    if (zoom === fullZoom) fineMs = performance.now() - startMs;
    return { ...answer, siteId: site.id, askedMs };
  };
  const ask = (of: Asked, zooms: readonly number[]): void => {
    const askedMs = performance.now();
    void siteJob.ask({
      stage: null,
      work: async ({ draft, isLast }) => {
        const [first, ...finer] = zooms;
        let shown = await picture(of, first, askedMs);
        for (const zoom of finer) {
          // whoever waits gets the worker before this one is drawn finer
          if (!isLast()) break;
          draft(shown);
          shown = await picture(of, zoom, askedMs);
        }
        return shown;
      },
    });
  };
  const stopTerrain = effect(() => {
    base.value;
    siteJob.reset();
    desk?.close();
    desk = null;
  });
  const stopAsking = effect(() => {
    const of = asked.value;
    const isDragged = siteDrag.value !== null;
    if (!of) {
      siteJob.reset();
      return;
    }
    const isFirst = siteJob.result.peek()?.siteId !== of.site.id;
    const isSlow = isFirst || (fineMs > promptMs && !wasDragged);
    const zooms = isDragged ? [quickZoom] : isSlow ? [quickZoom, fullZoom] : [fullZoom];
    wasDragged = isDragged;
    ask(of, zooms);
  });
  const stopSelection = followSelection();
  return () => {
    stopSelection();
    stopAsking();
    stopTerrain();
    siteJob.end();
    desk?.close();
  };
};
