import { batch, computed, effect, signal } from '@preact/signals';
import { computeCoverageInWorkers } from '../../../../workers/coverage/client.ts';
import type { CoverageResult } from '../../../coverage/raster/coverage-types.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../../coverage/raster/of-study.ts';
import type { Site } from '../../../model/site.ts';
import { createRunTracker, type RunState } from '../../../runs/run-state.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import type { Study } from '../../../study/study.ts';
import { createFindingsStore } from '../../app-state/run-keys.ts';
import { base, opened, run, study } from '../../app-state/study.ts';
import { coverageKeyOf, coverageZooms, fullZoom, quickZoom } from '../coverage-key.ts';
import { soloSite } from '../site/site-coverage.ts';

/** Where the work on coverage stands. What failed is told in the language of the moment it is read. */
export type CoverageRun = Exclude<RunState, { kind: 'failed' }> | { kind: 'failed'; error: unknown };

/** A result with the sites its servers count among, and what it was computed from. */
export interface ShownCoverage {
  key: string;
  result: CoverageResult;
  sites: readonly Site[];
}

/** The last picture computed; of a study before its latest change while the next is at work. */
export const coverage = signal<ShownCoverage | null>(null);
export const coverageRun = signal<CoverageRun>({ kind: 'waiting' });
/** Zoom of the run at work. */
export const coverageRunZoom = signal(quickZoom);
/** Whether the picture is on the map. */
export const coverageOn = signal(true);
/** Whose coverage is shown; null for the best of all. */
export const coverageOperator = signal<string | null>(null);

/** Whether the user has asked for coverage of this pack: from then on it follows the study. */
const asked = signal(false);
const wantedKey = computed(() => study.value && coverageKeyOf(study.value));

const isOf = (shown: ShownCoverage | null, key: string | null): boolean => shown !== null && shown.key === key;
const isFull = ({ result }: ShownCoverage): boolean => result.grid.zoom === fullZoom;

/** The picture is of the study before a change of what it depends on. */
export const coverageIsStale = computed(() => coverage.value !== null && !isOf(coverage.value, wantedKey.value));

/** The picture of the study as it stands, quick or full; null where there is none. */
export const currentCoverage = computed(() => (coverageIsStale.value ? null : coverage.value));

/** A change waits this long for the next one before a province is computed again. */
const patienceMs = 900;
/** Two pictures back is as far as memory is spent on: about 25 MB each for a province. */
const known = createFindingsStore<ShownCoverage>(2);
const mostKeptBytes = 64e6;

/** The full picture computed from this before; null where memory no longer has it. */
export const knownCoverage = (key: string): CoverageResult | null => {
  const shown = coverage.value;
  return (shown && isOf(shown, key) && isFull(shown) ? shown : known.find(key))?.result ?? null;
};

let abort: AbortController | null = null;
let running: string | null = null;
/** What was cancelled or failed is not begun again by itself. */
const givenUp = signal<string | null>(null);

/** Whether a picture of the study as it stands is at work or begins by itself. */
export const coverageIsComing = computed(() => coverageIsStale.value && givenUp.value !== wantedKey.value);

const show = (shown: ShownCoverage): void =>
  batch(() => {
    coverage.value = shown;
    if (isFull(shown)) coverageRun.value = { kind: 'done' };
  });

const keep = (shown: ShownCoverage): void => {
  const bytes = shown.result.layers.reduce((sum, { rsrp, server }) => sum + rsrp.byteLength + server.byteLength, 0);
  if (bytes <= mostKeptBytes) known.keep(shown.key, shown);
};

const stop = (): void => {
  abort?.abort();
  abort = null;
  running = null;
};

const runNow = async (of: Study, key: string): Promise<void> => {
  stop();
  const pack = opened.peek()?.pack;
  if (!pack) return;
  const controller = new AbortController();
  const { signal: ended } = controller;
  abort = controller;
  running = key;
  const { service } = settingsOf(of);
  try {
    for (const zoom of coverageZooms) {
      const track = createRunTracker(() => performance.now());
      batch(() => {
        coverageRunZoom.value = zoom;
        coverageRun.value = { kind: 'running', phase: 'coverage', share: 0, secondsLeft: null };
      });
      const result = await computeCoverageInWorkers(coverageSceneOf(pack), coverageSettingsOf(service, zoom), {
        signal: ended,
        onProgress: (progress) => {
          if (running === key && !ended.aborted) coverageRun.value = track(progress) as CoverageRun;
        },
      });
      if (ended.aborted) return;
      show({ key, result, sites: pack.sites });
    }
    running = null;
    if (coverage.peek()) keep(coverage.peek()!);
  } catch (error) {
    if (ended.aborted) return;
    stop();
    givenUp.value = key;
    coverageRun.value = { kind: 'failed', error };
  }
};

/** Computes the coverage of the study as it stands: a quick look first. From now on it follows the study. */
export const startCoverage = (): void => {
  const [of, key] = [study.peek(), wantedKey.peek()];
  if (!of || key === null) return;
  givenUp.value = null;
  // begun before what follows changes hears that it is asked for, and would begin it again
  void runNow(of, key);
  batch(() => {
    asked.value = true;
    coverageOn.value = true;
  });
};

export const cancelCoverage = (): void => {
  givenUp.value = running;
  stop();
  coverageRun.value = { kind: 'cancelled' };
};

/** Another pack is another province: nothing of the last one stays on the map. */
const forgetWithBase = (): (() => void) =>
  effect(() => {
    base.value;
    batch(() => {
      stop();
      coverage.value = null;
      coverageRun.value = { kind: 'waiting' };
      coverageOperator.value = null;
      asked.value = false;
    });
  });

/** Computes again after changes of what the picture on the map depends on; returns what ends it. */
export const followCoverage = (): (() => void) => {
  let timer = 0;
  const stopForgetting = forgetWithBase();
  const stopFollowing = effect(() => {
    const key = wantedKey.value;
    const isLookedAt = asked.value && coverageOn.value && soloSite.value === null;
    // the figures go first: both at once would make both late
    const figuresWork = run.value.kind === 'running';
    window.clearTimeout(timer);
    if (running !== null && running !== key) {
      stop();
      coverageRun.value = { kind: 'waiting' };
    }
    const shown = coverage.peek();
    if (key === null || running === key || givenUp.peek() === key || !asked.value) return;
    const before = shown && isOf(shown, key) && isFull(shown) ? shown : known.find(key);
    if (before) show(before);
    else if (isLookedAt && !figuresWork) {
      timer = window.setTimeout(() => {
        const of = study.peek();
        if (of) void runNow(of, key);
      }, patienceMs);
    }
  });
  return () => {
    window.clearTimeout(timer);
    stopForgetting();
    stopFollowing();
    stop();
  };
};
