import type { Moment } from '../../study/moment.ts';
import type { StoredStudy } from '../../study/study-schema.ts';
import { isFull } from './answering-store.ts';
import { type Keeping, type MomentKeys, partsOf, snapshotOf } from './snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** A state of a work that is to be kept. */
export interface State {
  study: StoredStudy;
  keeping: Keeping;
}

interface Keeper {
  /**
   * Keeps the newest state; while one is being written the next waits, and of one work only the last of those that wait
   * counts. Settles once nothing waits any more.
   */
  keep: (state: State) => Promise<void>;
}

/** Writes states into the store. `onKept` and `onFault` are told of each that was written, or could not be. */
export const createKeeper = (
  store: SnapshotStore,
  keys: MomentKeys,
  onKept: (state: State) => void,
  onFault: (error: unknown, state: State) => void,
): Keeper => {
  const kept = new WeakSet<Moment>();

  const write = async ({ study, keeping }: State): Promise<void> => {
    const { snapshot, moments } = snapshotOf(study, keys, keeping);
    const put = async (): Promise<string[]> => {
      const fresh = [...moments].filter(([, moment]) => !kept.has(moment));
      const parts = fresh.flatMap(([key, moment]) => partsOf(key, moment));
      // what fits in one goes in with the snapshot, so that a page that ends now has kept it
      for (const part of parts.slice(0, -1)) await store.putPart(part);
      const lacking = await store.putSnapshot(snapshot, parts.slice(-1));
      const gone = new Set(lacking);
      for (const [key, moment] of moments) {
        if (gone.has(key)) kept.delete(moment);
        else kept.add(moment);
      }
      return lacking;
    };
    // another tab may have made room of what this one had kept
    if ((await put()).length > 0 && (await put()).length > 0) throw new Error('The store loses what it is given');
  };

  /** A full store gives up what newer states have replaced, and nothing that waits for an answer. */
  const writeOrMakeRoom = async (state: State): Promise<void> => {
    try {
      await write(state);
    } catch (error) {
      if (!isFull(error)) throw error;
      await store.makeRoom();
      await write(state);
    }
  };

  const waiting = new Map<string, State>();
  let writing: Promise<void> | null = null;
  const writeAll = async (): Promise<void> => {
    for (;;) {
      const [next] = waiting;
      if (!next) break;
      const [work, state] = next;
      waiting.delete(work);
      try {
        await writeOrMakeRoom(state);
        onKept(state);
      } catch (error) {
        onFault(error, state);
      }
    }
    writing = null;
  };
  return {
    keep: (state) => {
      waiting.set(state.keeping.work ?? '', state);
      writing ??= writeAll();
      return writing;
    },
  };
};
