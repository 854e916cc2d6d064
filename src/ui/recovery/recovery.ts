import { batch, computed, effect, signal } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import type { Study } from '../../study/study.ts';
import { attachStudy, checkStoredStudy, storedStudy } from '../../study/study-file.ts';
import type { StoredStudy } from '../../study/study-schema.ts';
import { isReadOnly } from '../app-state/read-only.ts';
import { base, study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { freshWork, isUnsaved, open as openPackFiles, packKeeper, saved, work } from '../files/index.ts';
import { tabId } from '../tabs/index.ts';
import { answeringStore, isFull, SilentStore } from './answering-store.ts';
import { finalSnapshots, forgetFinalSnapshot, keepFinalSnapshot } from './final-snapshot.ts';
import { createKeeper, type State } from './keeper.ts';
import { createMomentKeys, type Snapshot, scenariosOf } from './snapshot.ts';
import { openSnapshotStore } from './snapshot-store.ts';
import { byWork, isOpen, leftWorks, workOf } from './works.ts';

/** Why the browser keeps nothing. */
type Refusal = 'refused' | 'full' | 'silent';

/** What becomes of the work if the page ends now. */
export type RecoveryState =
  | { kind: 'idle' }
  | { kind: 'kept'; at: number; changes: number }
  | { kind: 'off'; why: Refusal; message: string };

export const recovery = signal<RecoveryState>({ kind: 'idle' });
/** Unsaved works of earlier pages on the open pack, the newest first; each is offered until its user answers. */
export const offered = signal<readonly Snapshot[]>([]);

/** Unsaved work on another pack, which can be opened where it was made here and is kept. */
export interface WorkElsewhere {
  left: Snapshot;
  open: (() => Promise<void>) | null;
}
export const waitingElsewhere = signal<WorkElsewhere | null>(null);

/** Longer than a browser's store takes on a slow disk, short enough to be told while the work is fresh. */
const patienceMs = 15_000;
const store = answeringStore(openSnapshotStore, patienceMs);
const keys = createMomentKeys(`${tabId}-${Date.now().toString(36)}`);

let isTold = false;

/** Tells once, when there is work to lose, that it is not kept; every change tries again. */
const tell = (error: unknown): void => {
  const message = error instanceof Error ? error.message : String(error);
  const why = isFull(error) ? 'full' : error instanceof SilentStore ? 'silent' : 'refused';
  if (!isTold && (study.peek()?.scenarios.length ?? 0) > 0) {
    isTold = true;
    showToast(() => t(`recovery.${why}`));
  }
  recovery.value = { kind: 'off', why, message };
};

packKeeper.keep = async (checksum, entries) => {
  try {
    await store.putPack(checksum, entries);
  } catch (error) {
    tell(error);
  }
};

/** The scenarios of each work as the store has them. */
const scenariosKept = new Map<string, unknown>();

const keeper = createKeeper(
  store,
  keys,
  ({ study: { scenarios }, keeping }) => {
    const name = keeping.work ?? '';
    scenariosKept.set(name, scenarios);
    forgetFinalSnapshot(name);
    if (name === work.peek()) {
      const changes = scenarios.reduce((sum, { done }) => sum + done.length, 0);
      recovery.value = { kind: 'kept', at: Date.now(), changes };
    }
    isTold = false;
  },
  tell,
);

/** The open study as a state of its work. */
const stateOf = (of: Study): State => {
  const file = saved.peek();
  const isInFile = !isUnsaved.peek() && file !== null;
  return {
    study: storedStudy(of),
    keeping: {
      work: work.peek(),
      tab: tabId,
      at: Date.now(),
      isClosed: of.scenarios.length === 0 || (isInFile && file.isConfirmed),
      ...(isInFile && !file.isConfirmed && { downloadedTo: file.name }),
    },
  };
};

/**
 * Puts a study that was kept in the place of the open one, whose pack it must be on, as a work of its own: should the
 * page that made it still be there, neither takes the place of the other.
 */
const bringBack = async (stored: StoredStudy, left: string, open: Study): Promise<void> => {
  const next = attachStudy(stored, open.base, t('recovery.place'));
  batch(() => {
    work.value = freshWork();
    saved.value = null;
    study.value = next;
  });
  const count = stored.scenarios.reduce((sum, { done }) => sum + done.length, 0);
  showToast(() => t('recovery.restored', { count }));
  const brought = work.peek();
  await keeper.keep(stateOf(next));
  // what was left is let go only once what it has become is kept
  if (!scenariosKept.has(brought)) return;
  await store.close(left);
  forgetFinalSnapshot(left);
};

/** A state of the store as plain data; null where a piece of it is missing. */
const storedOf = async (snapshot: Snapshot): Promise<StoredStudy | null> => {
  const scenarios = scenariosOf(snapshot, await store.partsOf(snapshot), keys);
  if (!scenarios) return null;
  const stored = {
    format: 'phusong-study',
    formatVersion: 1,
    base: snapshot.base,
    current: snapshot.current,
    scenarios,
  };
  return checkStoredStudy(stored, t('recovery.place'));
};

/** Brings a work back on the pack it was made on, by its newest state that is whole. */
export const restore = async (left: Snapshot): Promise<void> => {
  const open = study.peek();
  if (!open) return;
  try {
    const states = byWork(await store.snapshots()).find(([newest]) => workOf(newest) === workOf(left)) ?? [];
    for (const state of states) {
      const stored = await storedOf(state);
      if (!stored) continue;
      // what is open is kept before it gives way, and is offered in its turn
      const now = study.peek();
      if (now?.base !== open.base) return;
      if (isUnsaved.peek()) await keeper.keep(stateOf(now));
      await bringBack(stored, workOf(left), now);
      await lookAround();
      return;
    }
    throw new Error(t('recovery.incomplete'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    showToast(() => t('recovery.failed', { message }));
  }
};

/** Lets a work go; it is offered until it is gone, lest a page that ends now offer it again. */
export const letGo = async (left: Snapshot): Promise<void> => {
  try {
    await store.close(workOf(left));
    forgetFinalSnapshot(workOf(left));
    await lookAround();
  } catch (error) {
    tell(error);
  }
};

/** Another tab that holds the study says so within this. */
const othersAnswerMs = 150;

/** Hands what pages of this tab said at their end to the store, which has the newer state of those it has. */
const keepFinalSnapshots = async (): Promise<void> => {
  const all = await store.snapshots();
  for (const { work: of, at, study: last } of finalSnapshots()) {
    const known = all.find((snapshot) => workOf(snapshot) === of);
    if (known && known.at >= at) forgetFinalSnapshot(of);
    else await keeper.keep({ study: last, keeping: { work: of, tab: tabId, at, isClosed: false } });
  }
};

const isUntouched = (): boolean => study.peek()?.scenarios.length === 0;

/** Looks for what waits for an answer, on the open pack and elsewhere; gives every state, the newest first. */
const lookAround = async (): Promise<readonly Snapshot[]> => {
  const all = await store.snapshots();
  const on = study.peek()?.base;
  if (!on || isReadOnly.peek()) return all;
  const left = leftWorks(all, work.peek());
  const other = left.find(({ base: { checksum } }) => checksum !== on.checksum);
  const entries = other && (await store.packOf(other.base.checksum));
  if (study.peek()?.base !== on || isReadOnly.peek()) return all;
  batch(() => {
    offered.value = left.filter(({ base: { checksum } }) => checksum === on.checksum);
    waitingElsewhere.value = other
      ? { left: other, open: entries ? async () => void (await openPackFiles(entries)) : null }
      : null;
  });
  return all;
};

/** Goes on where this tab's page was before it was loaded again, on the ground it had. */
const goOn = async (newestFirst: readonly Snapshot[]): Promise<void> => {
  const newest = newestFirst.find(({ tab }) => tab === tabId);
  const open = study.peek();
  if (!newest || !open || !isOpen(newest) || !isUntouched() || isReadOnly.peek()) return;
  if (offered.peek().includes(newest)) await restore(newest);
  else if (waitingElsewhere.peek()?.left === newest) await waitingElsewhere.peek()?.open?.();
};

/** Where the store can't be asked, this tab's last words are all there is. */
const goOnByLastWords = async (): Promise<void> => {
  const open = study.peek();
  const last = finalSnapshots().find(({ study: said }) => said.base.checksum === open?.base.checksum);
  if (open && last && isUntouched() && !isReadOnly.peek()) await bringBack(last.study, last.work, open);
};

/** Looks for unsaved work of earlier pages. */
const lookBack = async (): Promise<void> => {
  const on = study.peek()?.base;
  if (!on) return;
  try {
    await new Promise((resolve) => window.setTimeout(resolve, othersAnswerMs));
    if (study.peek()?.base !== on || isReadOnly.peek()) return;
    await keepFinalSnapshots();
    await goOn(await lookAround());
  } catch (error) {
    await goOnByLastWords();
    tell(error);
  }
};

/** Keeps every change, and offers what an earlier page left; returns what ends it. */
export const followRecovery = (): (() => void) => {
  const state = computed(() => ({ of: study.value, as: work.value, isUnsaved: isUnsaved.value, by: saved.value }));
  let before: {
    scenarios: Study['scenarios'] | undefined;
    as: string;
    current: string | null | undefined;
    by: unknown;
  } = {
    scenarios: undefined,
    as: '',
    current: undefined,
    by: null,
  };
  const stopKeeping = effect(() => {
    const { of, as, by } = state.value;
    const { scenarios, current } = of ?? {};
    const isSameWork = before.as === as;
    const isNew = !isSameWork || before.scenarios !== scenarios || before.current !== current || before.by !== by;
    const hadWork = isSameWork && (before.scenarios?.length ?? 0) > 0;
    before = { scenarios, as, current, by };
    // an untouched base has nothing to keep
    if (of && isNew && !isReadOnly.peek() && (of.scenarios.length > 0 || hadWork)) void keeper.keep(stateOf(of));
  });
  const stopLooking = effect(() => {
    if (!base.value || isReadOnly.value) return;
    batch(() => {
      offered.value = [];
      waitingElsewhere.value = null;
    });
    void lookBack();
  });
  const leave = (): void => {
    const of = study.peek();
    const isInFile = !isUnsaved.peek() && saved.peek()?.isConfirmed !== false;
    if (!of || isReadOnly.peek() || isInFile || scenariosKept.get(work.peek()) === of.scenarios) return;
    keepFinalSnapshot({ work: work.peek(), at: Date.now(), study: storedStudy(of) });
  };
  window.addEventListener('pagehide', leave);
  return () => {
    stopKeeping();
    stopLooking();
    window.removeEventListener('pagehide', leave);
  };
};
