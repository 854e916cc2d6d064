import { computed, signal } from '@preact/signals';
import { problemText } from '../../../i18n/problem-text.ts';
import { InputError } from '../../../model/problem.ts';
import { secondsLeft } from '../../../runs/time-left.ts';
import type { Frontier } from '../../../sharing/plan/frontier.ts';
import { noLocks } from '../../../sharing/plan/plan-types.ts';
import { locksOf, settingsOf } from '../../../study/apply-scenario.ts';
import { filterPairs, type PairFilter, type PairOrder, pairsOf, sortPairs } from '../../../study/pairs.ts';
import { runKeyOf } from '../../app-state/run-keys.ts';
import { findings, opened, study } from '../../app-state/study.ts';
import { runner } from '../../files/open-pack.ts';

export const sharingViews = ['plan', 'pairs', 'money', 'parameters'] as const;
export const sharingView = signal<(typeof sharingViews)[number]>('plan');

/** What the sharing plan of the scenario at work goes by. */
export const sharingSettings = computed(() => {
  const of = study.value;
  if (!of) return null;
  const { sharing, objective } = settingsOf(of);
  return { rules: sharing, objective };
});
const sharingLocks = computed(() => (study.value ? locksOf(study.value) : noLocks));

export const pairFilter = signal<PairFilter>({ text: '', state: 'chosen' });
export const pairOrder = signal<{ by: PairOrder; descending: boolean }>({ by: 'plan', descending: false });

const pairs = computed(() => (findings.value ? pairsOf(findings.value.sharing, sharingLocks.value) : []));
export const shownPairs = computed(() =>
  sortPairs(filterPairs(pairs.value, pairFilter.value), pairOrder.value.by, pairOrder.value.descending),
);

export type FrontierState =
  | { kind: 'none' }
  | {
      kind: 'running';
      key: string;
      done: number;
      total: number;
      secondsLeft: number | null;
      /** Greedy points, while the best are sought. */
      draft: Frontier | null;
    }
  | { kind: 'ready'; key: string; frontier: Frontier }
  | { kind: 'failed'; key: string; message: string };

const known = signal<FrontierState>({ kind: 'none' });
let abort: AbortController | null = null;

const keyNow = computed(() => (study.value ? runKeyOf(study.value) : ''));

/** The frontier of the scenario at work; one of another state of it counts as none. */
export const frontier = computed<FrontierState>(() =>
  known.value.kind !== 'none' && known.value.key === keyNow.value ? known.value : { kind: 'none' },
);

export const cancelFrontier = (): void => {
  abort?.abort();
  known.value = { kind: 'none' };
};

export const computeFrontier = async (): Promise<void> => {
  const of = study.peek();
  const pack = opened.peek();
  if (!of || !pack) return;
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { signal: stop } = controller;
  const key = keyNow.peek();
  const { sharing: rules, objective } = settingsOf(of);
  let startMs = performance.now();
  let draft: Frontier | null = null;
  const show = (done: number, total: number): void => {
    if (stop.aborted) return;
    const left = draft && secondsLeft(done, total, (performance.now() - startMs) / 1000);
    known.value = { kind: 'running', key, done: draft ? done : 0, total, secondsLeft: left, draft };
  };
  show(0, 1);
  try {
    const found = await runner.frontier(pack, {
      rules,
      objective,
      locks: locksOf(of),
      signal: stop,
      onDraft: (found) => {
        draft = found;
        startMs = performance.now();
        show(0, 1);
      },
      onProgress: ({ done, total }) => show(done, total),
    });
    if (!stop.aborted) known.value = { kind: 'ready', key, frontier: found };
  } catch (error) {
    if (stop.aborted) return;
    const message =
      error instanceof InputError
        ? error.problems.map(problemText).join(' ')
        : error instanceof Error
          ? error.message
          : String(error);
    known.value = { kind: 'failed', key, message };
  }
};
