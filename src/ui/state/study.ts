import { batch, computed, signal } from '@preact/signals';
import { openPack, type PackInput } from '../../../workers/pack/client.ts';
import type { Progress } from '../../../workers/progress.ts';
import { t } from '../../i18n/language.ts';
import { InputError, type Problem } from '../../model/problem.ts';
import type { Findings, HamletFinding } from '../../report/findings.ts';
import { filterHamlets } from '../../study/hamlet-filter.ts';
import { createLookup } from '../../study/lookup.ts';
import { type OpenedPack, runStudy } from '../../study/run.ts';
import { createRunTracker, type RunState } from '../../study/run-state.ts';
import { packTitle } from './titles.ts';
import { showToast } from './toasts.ts';
import { filter, forgetPlaces } from './view.ts';

const builtInPack = './packs/thai-nguyen-2020/';

export const opened = signal<(OpenedPack & { warnings: readonly Problem[] }) | null>(null);
export const findings = signal<Findings | null>(null);
export const run = signal<RunState>({ kind: 'waiting' });
/** Progress of a pack being read; null when none is. */
export const opening = signal<RunState | null>(null);
/** Why the last pack was refused, until it is read; `message` for what no rule foresaw. */
export const refusal = signal<{ problems: readonly Problem[]; message: string | null } | null>(null);

export const lookup = computed(() => opened.value && createLookup(opened.value.pack));

export const findingOf = computed(
  () => new Map<string, HamletFinding>(findings.value?.hamlets.map((hamlet) => [hamlet.id, hamlet])),
);

export const matching = computed(() => filterHamlets(findings.value?.hamlets ?? [], filter.value));

/** The opening or the run at hand, to end it. They are apart: a pack that is refused must not disturb the run. */
let openingAbort: AbortController | null = null;
let runAbort: AbortController | null = null;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const now = (): number => performance.now();

const runOpened = async (study: OpenedPack): Promise<void> => {
  runAbort?.abort();
  const controller = new AbortController();
  runAbort = controller;
  const { signal } = controller;
  const track = createRunTracker(now);
  run.value = { kind: 'running', phase: 'service', share: 0, secondsLeft: null };
  try {
    const result = await runStudy(study, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) run.value = track(progress);
      },
    });
    if (signal.aborted) return;
    batch(() => {
      findings.value = result.findings;
      run.value = { kind: 'done' };
    });
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) run.value = { kind: 'failed', message: messageOf(error) };
  }
};

/** Opens a pack and starts its run. A pack that is refused changes nothing: what was open and running goes on. */
export const open = async (input: PackInput): Promise<void> => {
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
    const next = await openPack(input, { signal, onProgress });
    if (signal.aborted) return;
    const replaces = opened.peek() !== null;
    batch(() => {
      opening.value = null;
      opened.value = next;
      findings.value = null;
      if (replaces) forgetPlaces();
    });
    if (replaces) showToast(() => t('toast.opened', { title: packTitle(next.pack.manifest) }));
    await runOpened(next);
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

export const openBuiltIn = (): Promise<void> => open(new URL(builtInPack, document.baseURI).href);

/** Runs what is open; opens the built-in pack where nothing is. */
export const startRun = (): Promise<void> => {
  const study = opened.peek();
  return study ? runOpened(study) : openBuiltIn();
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
