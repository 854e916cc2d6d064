import { batch, computed, effect } from '@preact/signals';
import { openPack, type PackEntry, type PackInput, replaceTerrainOf } from '../../../workers/pack/client.ts';
import type { Progress } from '../../../workers/progress.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { InputError } from '../../model/problem.ts';
import type { Findings } from '../../report/findings.ts';
import { locksOf, settingsOf } from '../../study/apply-scenario.ts';
import { createStudyRunner, type OpenedPack } from '../../study/run.ts';
import { createRunTracker } from '../../study/run-state.ts';
import { createScenario } from '../../study/scenarios.ts';
import { openStudy, type Study } from '../../study/study.ts';
import { attachStudy, storedStudy } from '../../study/study-file.ts';
import { createFindingsStore, runKeyOf, serviceKeyOf } from './findings-store.ts';
import { isUnsaved, offerBack, saved } from './saving.ts';
import { mastDrag, soloSite } from './site-coverage.ts';
import { solverUrl } from './solver.ts';
import { base, findings, freeScenarioName, opened, opening, refusal, run, study, warnings } from './study.ts';
import { packTitle } from './titles.ts';
import { showToast } from './toasts.ts';
import { forgetPlaces } from './view.ts';

const builtInPack = './packs/thai-nguyen-2020/';
/** A change waits this long for the next one before the run starts. */
const patienceMs = 350;
/** While a single site is tried out the pauses are longer, and its picture needs the cores. */
const tryingOutMs = 3000;

/** The opening or the run at hand, to end it. They are apart: a pack that is refused must not disturb the run. */
let openingAbort: AbortController | null = null;
let runAbort: AbortController | null = null;

/** Findings of runs on the open pack, so that undoing and changing the scenario need not run again. */
export const knownFindings = createFindingsStore<Findings>(6);

/** Keeps the service of the last run, and what it knows of merges. */
export const runner = createStudyRunner(solverUrl);

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
const messageOf = (error: unknown): string => {
  if (error instanceof InputError) return error.problems.map(problemText).join(' ');
  return error instanceof Error ? error.message : String(error);
};
const now = (): number => performance.now();

const showFindings = (found: Findings): void =>
  batch(() => {
    findings.value = found;
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
        onDraft: (draft: Findings) => {
          if (!signal.aborted) findings.value = draft;
        },
      }),
      onProgress: (progress) => {
        if (!signal.aborted) run.value = track(progress);
      },
    });
    knownFindings.keep(key, result.findings);
    if (!signal.aborted) showFindings(result.findings);
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
      showFindings(before);
      return;
    }
    if (isHeld) return;
    run.value = { kind: 'running', phase: 'service', share: 0, secondsLeft: null };
    timer = window.setTimeout(() => void runNow(of, wanted), waitMs());
  });
};

/**
 * Opens a pack as a new study, or puts one that was saved on it. What is refused changes nothing: what was open and
 * running goes on. Gives whether it was opened.
 */
export const open = async (input: PackInput, studyOn: (base: OpenedPack) => Study = openStudy): Promise<boolean> => {
  openingAbort?.abort();
  const controller = new AbortController();
  openingAbort = controller;
  const { signal } = controller;
  const track = createRunTracker(now);
  opening.value = { kind: 'running', phase: 'reading', share: 0, secondsLeft: null };
  try {
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted) opening.value = track(progress);
    };
    const { pack, checksum, warnings: notes } = await openPack(input, { signal, onProgress });
    if (signal.aborted) return false;
    const next = studyOn({ pack, checksum });
    const before = study.peek();
    const replaces = before !== null;
    const [wasUnsaved, savedBefore] = [isUnsaved.peek(), saved.peek()];
    batch(() => {
      opening.value = null;
      findings.value = null;
      warnings.value = notes;
      study.value = next;
      saved.value = null;
      if (replaces) forgetPlaces();
    });
    if (replaces) showToast(() => t('toast.opened', { title: packTitle(pack.manifest) }));
    if (before && wasUnsaved) offerBack(before, savedBefore);
    return true;
  } catch (error) {
    if (signal.aborted || isAbort(error)) return false;
    batch(() => {
      opening.value = null;
      refusal.value =
        error instanceof InputError
          ? { problems: error.problems, message: null }
          : { problems: [], message: messageOf(error) };
    });
    return false;
  }
};

/** Keeps the files of a pack that stands nowhere but here; set by recovery, which knows the browser's store. */
export const packKeeper: { keep: (checksum: string, entries: readonly PackEntry[]) => Promise<void> } = {
  keep: async () => {},
};

/** The study on another base, its scenarios kept; a scenario is begun where there is none, so that there is work to save. */
const onBase = (before: Study, next: OpenedPack, file: string): Study => {
  const { id, title } = next.pack.manifest;
  const stored = { ...storedStudy(before), base: { id, title, checksum: next.checksum } };
  const moved = attachStudy(stored, next, file);
  if (moved.scenarios.length === 0) return createScenario(moved, freeScenarioName(moved));
  // another list of scenarios than the one a file holds: what is saved has the old ground
  return { ...moved, scenarios: [...moved.scenarios] };
};

/**
 * Puts the open study on the ground of elevation files: its base becomes a new pack, its scenarios stay. Refused files
 * change nothing; the old ground can be brought back.
 */
export const replaceGround = async (given: readonly File[]): Promise<void> => {
  if (!study.peek()) return;
  openingAbort?.abort();
  const controller = new AbortController();
  openingAbort = controller;
  const { signal } = controller;
  const track = createRunTracker(now);
  opening.value = { kind: 'running', phase: 'reading', share: 0, secondsLeft: null };
  try {
    const files = await Promise.all(
      given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const of = study.peek();
    if (signal.aborted || !of) return;
    const { read, entries, coveredShare, filled } = await replaceTerrainOf(of.base.pack, files, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) opening.value = track(progress);
      },
    });
    await packKeeper.keep(read.checksum, entries);
    const before = study.peek();
    if (signal.aborted || !before || before.base !== of.base) return;
    const next = onBase(before, { pack: read.pack, checksum: read.checksum }, files[0].name);
    batch(() => {
      opening.value = null;
      findings.value = null;
      warnings.value = read.warnings;
      study.value = next;
    });
    const share = formatShare(coveredShare);
    showToast(() => t('saving.ground', { share, filled: formatNumber(filled) }), {
      label: () => t('study.undo'),
      run: () => {
        const now = study.peek();
        if (now?.base !== next.base) return;
        // what was done on the new ground stays done on the old
        study.value = now.scenarios === next.scenarios ? before : onBase(now, before.base, files[0].name);
      },
    });
  } catch (error) {
    if (signal.aborted || isAbort(error)) return;
    batch(() => {
      opening.value = null;
      refusal.value =
        error instanceof InputError
          ? { problems: error.problems, message: null }
          : { problems: [], message: messageOf(error) };
    });
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
