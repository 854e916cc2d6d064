import { batch, computed, effect, signal } from '@preact/signals';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { computeCoverageInWorkers } from '../../../../workers/coverage/client.ts';
import type { CoverageResult } from '../../../coverage/raster/coverage-types.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import type { Findings, HamletFinding } from '../../../findings/findings.ts';
import type { CoveragePicture } from '../../../map/coverage/draw-coverage.ts';
import { coverageImage } from '../../../map/coverage/image.ts';
import type { Hamlet } from '../../../model/hamlet.ts';
import type { Pack } from '../../../model/pack.ts';
import type { LonLat } from '../../../model/place.ts';
import type { Site } from '../../../model/site.ts';
import { createRunTracker } from '../../../runs/run-state.ts';
import { applyScenario, settingsOf } from '../../../study/apply-scenario.ts';
import { createLookup } from '../../../study/lookup.ts';
import { currentScenario, type Study } from '../../../study/study.ts';
import { coverageKeyOf, fullZoom } from '../../coverage/coverage-key.ts';
import { coverageLook } from '../../coverage/look/coverage-look.ts';
import { type CoverageRun, knownCoverage } from '../../coverage/province/province-coverage.ts';
import { comparedEntries, comparedFindings, comparedViews } from '../compare/comparing.ts';

/** Whether the two compared scenarios lie over each other on the map. */
export const swiping = signal(false);
/** Where the line between them stands: 0 at the map's left edge, 1 at its right. */
export const swipeShare = signal(0.5);
/** Whether coverage of both is on the map too, and computed where it is not known. */
export const swipeCoverageOn = signal(false);
export const swipeCoverageRun = signal<CoverageRun>({ kind: 'waiting' });

export const stopSwiping = (): void =>
  batch(() => {
    swiping.value = false;
    swipeCoverageOn.value = false;
  });

/** One scenario on its side of the line. */
export interface SwipeSide {
  /** Null for the base. */
  name: string | null;
  pack: Pack;
  places: ReturnType<typeof createLookup>;
  findings: Findings | null;
  findingOf: ReadonlyMap<string, HamletFinding>;
  coverage: CoveragePicture | null;
}

/** Coverage computed for a swipe, by what it was computed from. */
const computedHere = signal<ReadonlyMap<string, CoverageResult>>(new Map());

const coverageOf = (view: Study): CoverageResult | null => {
  const key = coverageKeyOf(view);
  return computedHere.value.get(key) ?? knownCoverage(key);
};

/** The pictures of both; null while one is lacking, since one alone would compare nothing. */
const coverages = computed((): (CoveragePicture | null)[] => {
  if (!swipeCoverageOn.value) return [null, null];
  const results = comparedViews.value.map((view) => view && coverageOf(view));
  if (results.some((result) => !result)) return [null, null];
  return results.map((result) => result && { image: coverageImage(result, null), look: coverageLook.value });
});

/** The two sides, A left and B right; null while no swipe is on. */
export const swipeSides = computed((): readonly [SwipeSide, SwipeSide] | null => {
  if (!swiping.value) return null;
  const sides = comparedViews.value.map((view, i): SwipeSide | null => {
    if (!view) return null;
    const scenario = currentScenario(view);
    const pack = applyScenario(view.base.pack, scenario);
    const findings = comparedFindings.value[i];
    return {
      name: scenario?.name ?? null,
      pack,
      places: createLookup(pack),
      findings,
      findingOf: new Map(findings?.hamlets.map((hamlet) => [hamlet.id, hamlet])),
      coverage: coverages.value[i],
    };
  });
  const [a, b] = sides;
  return a && b ? [a, b] : null;
});

export const swipeHasCoverage = computed(() => swipeSides.value?.some(({ coverage }) => coverage !== null) ?? false);

const ring = (at: LonLat | Position): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties: { tone: 'differs' },
});
const way = (from: LonLat, to: LonLat): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  properties: { tone: 'differs' },
});

/** Where an entry stands in one scenario and in the other, and the way between where it was moved. */
const places = (a: LonLat | undefined, b: LonLat | undefined): Feature[] => {
  if (!a || !b) return [a, b].flatMap((at) => (at ? [ring(at)] : []));
  return a[0] === b[0] && a[1] === b[1] ? [ring(a)] : [ring(a), ring(b), way(a, b)];
};

const marksOfEntries = (): Feature[] =>
  comparedEntries.value.flatMap(({ layer, a, b }) => {
    if (layer === 'sites') return places((a as Site | null)?.position, (b as Site | null)?.position);
    if (layer === 'hamlets') return places((a as Hamlet | null)?.centre, (b as Hamlet | null)?.centre);
    return [];
  });

/** Hamlets that nobody changed and that are served otherwise. */
const marksOfStatus = ([{ findings: a, findingOf }, { findings: b, pack }]: readonly [
  SwipeSide,
  SwipeSide,
]): Feature[] => {
  if (!a || !b) return [];
  const changed = new Set(b.hamlets.flatMap(({ id, status }) => (findingOf.get(id)?.status === status ? [] : [id])));
  const marked = new Set(comparedEntries.value.flatMap(({ layer, id }) => (layer === 'hamlets' ? [id] : [])));
  return pack.hamlets.flatMap(({ id, centre }) => (changed.has(id) && !marked.has(id) ? [ring(centre)] : []));
};

/** Rings around what differs, lines where something was moved; the same on both sides of the line. */
export const swipeMarks = computed<FeatureCollection | null>(() =>
  swipeSides.value
    ? { type: 'FeatureCollection', features: [...marksOfEntries(), ...marksOfStatus(swipeSides.value)] }
    : null,
);

let abort: AbortController | null = null;

export const cancelSwipeCoverage = (): void => {
  abort?.abort();
  batch(() => {
    swipeCoverageOn.value = false;
    swipeCoverageRun.value = { kind: 'cancelled' };
  });
};

const compute = async (lacking: readonly Study[], ended: AbortSignal): Promise<void> => {
  const track = createRunTracker(() => performance.now());
  for (const [i, view] of lacking.entries()) {
    const pack = applyScenario(view.base.pack, currentScenario(view));
    const settings = coverageSettingsOf(settingsOf(view).service, fullZoom);
    const result = await computeCoverageInWorkers(coverageSceneOf(pack), settings, {
      signal: ended,
      onProgress: ({ phase, done, total }) => {
        if (ended.aborted) return;
        swipeCoverageRun.value = track({
          phase,
          done: i * total + done,
          total: lacking.length * total,
        }) as CoverageRun;
      },
    });
    if (ended.aborted) return;
    // a province is about 25 MB: only what the two sides need is kept
    const wanted = new Set(comparedViews.peek().flatMap((other) => (other ? [coverageKeyOf(other)] : [])));
    const kept = [...computedHere.peek()].filter(([key]) => wanted.has(key));
    computedHere.value = new Map([...kept, [coverageKeyOf(view), result]]);
  }
};

/** Computes the coverage that a swipe lacks while it is asked for; returns what ends it. */
export const followSwipe = (): (() => void) => {
  const keys = computed(() =>
    swiping.value && swipeCoverageOn.value
      ? comparedViews.value.map((view) => view && coverageKeyOf(view)).join('\n')
      : '',
  );
  const stop = effect(() => {
    const wanted = keys.value;
    abort?.abort();
    if (wanted === '') {
      computedHere.value = new Map();
      return;
    }
    const lacking = comparedViews.peek().flatMap((view) => {
      const key = view && coverageKeyOf(view);
      return view && key && !computedHere.peek().has(key) && !knownCoverage(key) ? [view] : [];
    });
    const different = lacking.filter(
      (view, i) => lacking.findIndex((other) => coverageKeyOf(other) === coverageKeyOf(view)) === i,
    );
    if (different.length === 0) {
      swipeCoverageRun.value = { kind: 'done' };
      return;
    }
    const controller = new AbortController();
    abort = controller;
    swipeCoverageRun.value = { kind: 'running', phase: 'coverage', share: 0, secondsLeft: null };
    compute(different, controller.signal).then(
      () => {
        if (!controller.signal.aborted) swipeCoverageRun.value = { kind: 'done' };
      },
      (error: unknown) => {
        if (!controller.signal.aborted) swipeCoverageRun.value = { kind: 'failed', error };
      },
    );
  });
  return () => {
    stop();
    abort?.abort();
    stopSwiping();
  };
};
