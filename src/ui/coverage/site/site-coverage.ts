import { batch, computed, effect, signal } from '@preact/signals';
import { openSiteCoverage, type SiteCoverageDesk } from '../../../../workers/site-coverage/client.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import type { SiteCoverage, SiteQuestion } from '../../../coverage/raster/site-coverage.ts';
import type { LonLat } from '../../../model/place.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { base, lookup, study } from '../../app-state/study.ts';
import { selection } from '../../app-state/view.ts';
import { createLatestWins } from '../../state/latest-wins.ts';
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
/** Whether the mast can be dragged on the map. */
export const mastMovable = signal(false);
/** Where the mast is being dragged; the study has it where it stood until it is dropped. */
export const mastDrag = signal<LonLat | null>(null);

const selectedSiteId = computed(() => (selection.value?.kind === 'site' ? selection.value.id : null));

/** The site shown alone; null while the province is looked at. */
export const soloSite = computed(() =>
  soloOn.value && selectedSiteId.value !== null ? (lookup.value?.site(selectedSiteId.value) ?? null) : null,
);

const service = computed(() => study.value && settingsOf(study.value).service);

type Question = Omit<SiteQuestion, 'settings'> & { service: NonNullable<typeof service.value> };
const question = computed<Question | null>(() => {
  const site = soloSite.value;
  if (!site || !service.value) return null;
  const moved = mastDrag.value ? { ...site, position: mastDrag.value } : site;
  return { site: moved, operator: soloOperator.value, service: service.value };
});

export const siteImage = signal<SiteImage | null>(null);
/** Why there is no picture; null where nothing stands in the way. */
export const siteFault = signal<unknown>(null);

/** Leaves the site and what was done on it when another is selected, and the single site when none is. */
const followSelection = (): (() => void) =>
  effect(() => {
    const id = selectedSiteId.value;
    batch(() => {
      mastDrag.value = null;
      mastMovable.value = false;
      soloOperator.value = null;
      if (id === null) soloOn.value = false;
    });
  });

/** A picture later than this after a change is felt to lag: a coarser one then goes ahead of it. */
const promptMs = 80;

interface Asked {
  question: Question;
  zooms: readonly number[];
  askedMs: number;
}

/** Shows the site's coverage again with every change of it, coarse while it is dragged; returns what ends it. */
export const followSiteCoverage = (): (() => void) => {
  let desk: SiteCoverageDesk | null = null;
  let wasDragged = false;
  /** What the last fine picture took. */
  let fineMs = Number.POSITIVE_INFINITY;
  const latest = createLatestWins<Asked>(
    async ({ question: { site, operator, service: on }, zooms, askedMs }, isStale) => {
      for (const zoom of zooms) {
        const pack = base.peek()?.pack;
        if (!pack) return;
        // each question brings its site along: the worker needs no other
        desk ??= openSiteCoverage({ ...coverageSceneOf(pack), sites: [] });
        const startMs = performance.now();
        try {
          const answer = await desk.ask({ site, operator, settings: coverageSettingsOf(on, zoom) });
          if (zoom === fullZoom) fineMs = performance.now() - startMs;
          if (soloSite.peek()?.id !== site.id) return;
          batch(() => {
            siteImage.value = { ...answer, siteId: site.id, askedMs };
            siteFault.value = null;
          });
        } catch (error) {
          if (soloSite.peek()?.id === site.id) siteFault.value = error;
          return;
        }
        // whoever waits gets the worker before this one is drawn finer
        if (isStale()) return;
      }
    },
  );
  const stopGround = effect(() => {
    base.value;
    latest.drop();
    desk?.close();
    desk = null;
    siteImage.value = null;
  });
  const stopAsking = effect(() => {
    const asked = question.value;
    const isDragged = mastDrag.value !== null;
    if (!asked) {
      latest.drop();
      batch(() => {
        siteImage.value = null;
        siteFault.value = null;
      });
      return;
    }
    const isFirst = siteImage.peek()?.siteId !== asked.site.id;
    const isSlow = isFirst || (fineMs > promptMs && !wasDragged);
    const zooms = isDragged ? [quickZoom] : isSlow ? [quickZoom, fullZoom] : [fullZoom];
    wasDragged = isDragged;
    latest.ask({ question: asked, zooms, askedMs: performance.now() });
  });
  const stopSelection = followSelection();
  return () => {
    stopSelection();
    stopAsking();
    stopGround();
    desk?.close();
  };
};
