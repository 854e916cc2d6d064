import { computed, effect, signal } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import type { Moment } from '../../study/moment.ts';
import type { Study } from '../../study/study.ts';
import { attachStudy, checkStoredStudy } from '../../study/study-file.ts';
import type { StoredStudy } from '../../study/study-schema.ts';
import { isReadOnly } from '../app-state/read-only.ts';
import { base, study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { isUnsaved, open as openPackFiles, packKeeper, saved } from '../files/index.ts';
import { tabId } from '../tabs/index.ts';
import { keepFinalSnapshot, takeFinalSnapshot } from './final-snapshot.ts';
import { createMomentKeys, partsOf, type Snapshot, scenariosOf, snapshotOf } from './snapshot.ts';
import { openSnapshotStore, type SnapshotStore } from './snapshot-store.ts';

/** What becomes of the work if the page ends now. */
export type RecoveryState =
  | { kind: 'idle' }
  | { kind: 'kept'; at: number }
  | { kind: 'off'; why: 'refused' | 'full'; message: string };

export const recovery = signal<RecoveryState>({ kind: 'idle' });
/** Unsaved work of an earlier page on the open pack; null where there is none. */
export const offered = signal<Snapshot | null>(null);
/** Another pack on which unsaved work waits; it can be opened where it was made here and is kept. */
export const waitingElsewhere = signal<{ title: string; open: (() => Promise<void>) | null } | null>(null);

packKeeper.keep = async (checksum, entries) => {
  try {
    await (await openStore()).putPack(checksum, entries);
  } catch (error) {
    tell(error);
  }
};

const keys = createMomentKeys(`${tabId}-${Date.now().toString(36)}`);
let kept = new WeakSet<Moment>();
let store: Promise<SnapshotStore> | null = null;
const openStore = (): Promise<SnapshotStore> => {
  store ??= openSnapshotStore();
  return store;
};

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

let isTold = false;

/** Tells once, when there is work to lose, that it is not kept; every change tries again. */
const tell = (error: unknown): void => {
  const message = error instanceof Error ? error.message : String(error);
  const why = isFull(error) ? 'full' : 'refused';
  if (!isTold && (study.peek()?.scenarios.length ?? 0) > 0) {
    isTold = true;
    showToast(() => t(`recovery.${why}`));
  }
  recovery.value = { kind: 'off', why, message };
};

const write = async (of: Study, isClosed: boolean): Promise<void> => {
  const store = await openStore();
  const { snapshot, moments } = snapshotOf(of, keys, { tab: tabId, at: Date.now(), isClosed });
  const fresh = [...moments].filter(([, moment]) => !kept.has(moment));
  const parts = fresh.flatMap(([key, moment]) => partsOf(key, moment));
  // what fits in one goes in with the snapshot, so that a page that ends now has kept it
  for (const part of parts.slice(0, -1)) await store.putPart(part);
  await store.putSnapshot(snapshot, parts.slice(-1));
  for (const [, moment] of fresh) kept.add(moment);
};

/** A full store may have room for the newest state alone. */
const writeOrMakeRoom = async (of: Study, isClosed: boolean): Promise<void> => {
  try {
    await write(of, isClosed);
  } catch (error) {
    if (!isFull(error)) throw error;
    const store = await openStore();
    await store.clear();
    kept = new WeakSet();
    await write(of, isClosed);
  }
};

let waiting: { of: Study; isClosed: boolean } | null = null;
let isWriting = false;

/** Writes the newest state; while one is being written the next waits, and only the last of those that wait counts. */
const keep = async (of: Study, isClosed: boolean): Promise<void> => {
  waiting = { of, isClosed };
  if (isWriting) return;
  isWriting = true;
  while (waiting) {
    const next: { of: Study; isClosed: boolean } = waiting;
    waiting = null;
    try {
      await writeOrMakeRoom(next.of, next.isClosed);
      recovery.value = { kind: 'kept', at: Date.now() };
      isTold = false;
    } catch (error) {
      tell(error);
    }
  }
  isWriting = false;
};

/** Puts a study that was kept in the place of the open one, whose pack it must be on. */
const bringBack = (stored: StoredStudy, open: Study): void => {
  study.value = attachStudy(stored, open.base, t('recovery.place'));
  const count = stored.scenarios.reduce((sum, { done }) => sum + done.length, 0);
  showToast(() => t('recovery.restored', { count }));
};

/** Another tab that holds the study says so within this. */
const othersAnswerMs = 150;

/** Looks for unsaved work of an earlier page on the pack that is open. */
const lookBack = async (): Promise<void> => {
  const open = study.peek();
  if (!open) return;
  try {
    await new Promise((resolve) => window.setTimeout(resolve, othersAnswerMs));
    const last = takeFinalSnapshot();
    if (last && !isReadOnly.peek() && study.peek() === open && open.scenarios.length === 0) {
      if (last.base.checksum === open.base.checksum) {
        bringBack(last, open);
        return;
      }
    }
    const all = await (await openStore()).snapshots();
    const left = all.filter(({ isClosed, scenarios }) => !isClosed && scenarios.length > 0);
    const [newest] = left;
    const here = all.find(({ base: { checksum } }) => checksum === open.base.checksum);
    if (study.peek() !== open || isReadOnly.peek()) return;
    if (here && left.includes(here)) {
      // the same page loaded again goes on where it was
      if (here.tab === tabId && open.scenarios.length === 0) await restore(here);
      else if (here.tab !== tabId) offered.value = here;
    } else if (newest && newest.base.checksum !== open.base.checksum) {
      const { title, checksum } = newest.base;
      const entries = await (await openStore()).packOf(checksum);
      if (study.peek() !== open) return;
      const openIt = entries && (async () => void (await openPackFiles(entries)));
      // the same page loaded again goes on where it was, on the ground it had
      if (openIt && newest.tab === tabId && open.scenarios.length === 0) await openIt();
      else waitingElsewhere.value = { title, open: openIt };
    }
  } catch (error) {
    tell(error);
  }
};

/** Brings a state of the snapshots back, on the pack it was made on. */
export const restore = async (snapshot: Snapshot): Promise<void> => {
  const open = study.peek();
  if (!open) return;
  offered.value = null;
  try {
    const scenarios = scenariosOf(snapshot, await (await openStore()).partsOf(snapshot), keys);
    if (!scenarios) throw new Error(t('recovery.incomplete'));
    const { base: of, current } = snapshot;
    const stored = { format: 'phusong-study', formatVersion: 1, base: of, current, scenarios };
    bringBack(checkStoredStudy(stored, t('recovery.place')), open);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    showToast(() => t('recovery.failed', { message }));
  }
};

/** Lets the work of an earlier page go; it is offered until it is gone, lest a page that ends now offer it again. */
export const letGo = async (snapshot: Snapshot): Promise<void> => {
  try {
    await (await openStore()).close(snapshot.base.checksum);
  } catch (error) {
    tell(error);
  }
  if (offered.peek() === snapshot) offered.value = null;
};

/** Keeps every change, and offers what an earlier page left; returns what ends it. */
export const followRecovery = (): (() => void) => {
  const state = computed(() => ({ of: study.value, isClosed: !isUnsaved.value, by: saved.value }));
  let before: readonly unknown[] = [];
  const stopKeeping = effect(() => {
    const { of, isClosed } = state.value;
    const now = [of?.base, of?.scenarios, of?.current, isClosed];
    const isNew = now.some((value, i) => value !== before[i]);
    const hadWork = before[1] !== undefined && (before[1] as readonly unknown[]).length > 0;
    before = now;
    // an untouched base has nothing to keep, and must not hide what an earlier page left
    if (!of || !isNew || isReadOnly.peek() || (of.scenarios.length === 0 && !hadWork)) return;
    offered.value = null;
    void keep(of, isClosed);
  });
  const stopLooking = effect(() => {
    if (!base.value || isReadOnly.value) return;
    offered.value = null;
    waitingElsewhere.value = null;
    void lookBack();
  });
  const leave = (): void => {
    const of = study.peek();
    if (of && isWriting && isUnsaved.peek()) keepFinalSnapshot(of);
  };
  window.addEventListener('pagehide', leave);
  return () => {
    stopKeeping();
    stopLooking();
    window.removeEventListener('pagehide', leave);
  };
};
