import { batch, computed, effect } from '@preact/signals';
import { openPack, type PackInput } from '../../../workers/pack/client.ts';
import type { Progress } from '../../../workers/progress.ts';
import { t } from '../../i18n/language.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { InputError } from '../../model/problem.ts';
import { createRunTracker } from '../../runs/run-state.ts';
import { createStudyRunner, type StudyRun } from '../../runs/study-run.ts';
import { locksOf, settingsOf } from '../../study/apply-scenario.ts';
import type { OpenedPack } from '../../study/study.ts';
import { openStudy, type Study } from '../../study/study.ts';
import { createFindingsStore, runKeyOf, serviceKeyOf } from './findings-store.ts';
import { isUnsaved, offerBack, saved } from './saving.ts';
import { mastDrag, soloSite } from './site-coverage.ts';
import { solverUrl } from './solver.ts';
import { base, findings, opened, opening, refusal, run, study, studyRun, warnings } from './study.ts';
import { packTitle } from './titles.ts';
import { showToast } from './toasts.ts';
import { forgetPlaces } from './view.ts';

const builtInPack = './packs/thai-nguyen-2020/';
/** A change waits this long for the next one before the run starts. */
const patienceMs = 350;
/** While a single site is tried out the pauses are longer, and its picture needs the cores. */
const tryingOutMs = 3000;

/** Progress is drawn no more often: where the page is drawn in software it takes the cores from the work. */
const tellEveryMs = 500;

/** The opening or the run at hand, to end it. They are apart: a pack that is refused must not disturb the run. */
let openingAbort: AbortController | null = null;
let runAbort: AbortController | null = null;

/** Findings of runs on the open pack, so that undoing and changing the scenario need not run again. */
export const knownFindings = createFindingsStore<StudyRun>(6);

/** Keeps the service of the last run, and what it knows of merges. */
export const runner = createStudyRunner(solverUrl);

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
const messageOf = (error: unknown): string => {
  if (error instanceof InputError) return error.problems.map(problemText).join(' ');
  return error instanceof Error ? error.message : String(error);
};
const now = (): number => performance.now();

const showRun = (found: StudyRun): void =>
  batch(() => {
    studyRun.value = found;
    run.value = { kind: 'done' };
  });

const runNow = async (of: Study, key: string): Promise<void> => {
  runAbort?.abort();
  const pack = opened.peek();
  if (!pack) return;
  const controller = new AbortController();
  runAbort = controller;
  const { signal } = controller;
  const track = createRunTracker(now);
  let told = { phase: '', atMs: 0 };
  run.value = { kind: 'running', phase: 'service', share: 0, secondsLeft: null };
  try {
    const { service: settings, sharing: rules, objective } = settingsOf(of);
    const result = await runner.run(pack, {
      signal,
      settings,
      rules,
      objective,
      locks: locksOf(of),
      serviceKey: serviceKeyOf(of),
      ...(findings.peek() && {
        onDraft: (draft: StudyRun) => {
          if (!signal.aborted) studyRun.value = draft;
        },
      }),
      onProgress: (progress) => {
        const [atMs, isNewPhase] = [now(), progress.phase !== told.phase];
        if (signal.aborted || (!isNewPhase && atMs - told.atMs < tellEveryMs)) return;
        told = { phase: progress.phase, atMs };
        run.value = track(progress);
      },
    });
    knownFindings.keep(key, result);
    if (!signal.aborted) showRun(result);
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) run.value = { kind: 'failed', message: messageOf(error) };
  }
};

const waitMs = (): number => {
  if (soloSite.peek()) return tryingOutMs;
  return findings.peek() ? patienceMs : 0;
};

/** Runs again after every change that figures depend on; returns what ends it. */
export const followRuns = (): (() => void) => {
  const key = computed(() => study.value && runKeyOf(study.value));
  const isDragging = computed(() => mastDrag.value !== null);
  let timer = 0;
  return effect(() => {
    const wanted = key.value;
    // a mast on its way needs the cores; where it is dropped the run begins anew
    const isHeld = isDragging.value;
    // the same pack opened anew is another base with the same key
    base.value;
    window.clearTimeout(timer);
    runAbort?.abort();
    const of = study.peek();
    if (wanted === null || !of) return;
    const before = knownFindings.find(wanted);
    if (before) {
      showRun(before);
      return;
    }
    if (isHeld) return;
    run.value = { kind: 'running', phase: 'service', share: 0, secondsLeft: null };
    timer = window.setTimeout(() => void runNow(of, wanted), waitMs());
  });
};

/** Begins the reading of a pack: whatever else is being read ends. */
export const beginOpening = (): { signal: AbortSignal; onProgress: (progress: Progress) => void } => {
  openingAbort?.abort();
  const controller = new AbortController();
  openingAbort = controller;
  const { signal } = controller;
  const track = createRunTracker(now);
  opening.value = { kind: 'running', phase: 'reading', share: 0, secondsLeft: null };
  const onProgress = (progress: Progress): void => {
    if (!signal.aborted) opening.value = track(progress);
  };
  return { signal, onProgress };
};

/** Tells why an opening came to nothing, unless it was ended. */
export const refuseOpening = (error: unknown, signal: AbortSignal): void => {
  if (signal.aborted || isAbort(error)) return;
  batch(() => {
    opening.value = null;
    refusal.value =
      error instanceof InputError
        ? { problems: error.problems, message: null }
        : { problems: [], message: messageOf(error) };
  });
};

/**
 * Opens a pack as a new study, or puts one that was saved on it. What is refused changes nothing: what was open and
 * running goes on. Gives whether it was opened.
 */
export const open = async (input: PackInput, studyOn: (base: OpenedPack) => Study = openStudy): Promise<boolean> => {
  const { signal, onProgress } = beginOpening();
  try {
    const { pack, checksum, warnings: notes } = await openPack(input, { signal, onProgress });
    if (signal.aborted) return false;
    const next = studyOn({ pack, checksum });
    const before = study.peek();
    const replaces = before !== null;
    const [wasUnsaved, savedBefore] = [isUnsaved.peek(), saved.peek()];
    batch(() => {
      opening.value = null;
      studyRun.value = null;
      warnings.value = notes;
      study.value = next;
      saved.value = null;
      if (replaces) forgetPlaces();
    });
    if (replaces) showToast(() => t('app.toast.opened', { title: packTitle(pack.manifest) }));
    if (before && wasUnsaved) offerBack(before, savedBefore);
    return true;
  } catch (error) {
    refuseOpening(error, signal);
    return false;
  }
};

export const openBuiltIn = (): Promise<boolean> => open(new URL(builtInPack, document.baseURI).href);

/** Runs what is open; opens the built-in pack where nothing is. */
export const startRun = async (): Promise<void> => {
  const of = study.peek();
  if (of) await runNow(of, runKeyOf(of));
  else await openBuiltIn();
};

/** Ends the opening if one is under way, else the run. */
export const cancelWork = (): void => {
  if (opening.peek()) {
    openingAbort?.abort();
    opening.value = null;
    return;
  }
  runAbort?.abort();
  run.value = { kind: 'cancelled' };
};
