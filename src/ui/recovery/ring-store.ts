import type { PackEntry } from '../../runs/pack.ts';
import type { MomentPart, Snapshot } from './ring.ts';

const name = 'phusong-recovery';
/** States kept: enough to go back past a mistake of the last hours, little enough to stay small. */
const ringSize = 20;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
  });

/** The browser's own store of the last states. Every call rejects where the browser refuses storage or has no room. */
export interface RingStore {
  putPart: (part: MomentPart) => Promise<void>;
  /** Puts a snapshot, and parts of its moments with it, and takes away what falls out of the ring. */
  putSnapshot: (snapshot: Snapshot, parts: readonly MomentPart[]) => Promise<void>;
  /** The newest first. */
  snapshots: () => Promise<Snapshot[]>;
  partsOf: (snapshot: Snapshot) => Promise<MomentPart[]>;
  /** Keeps the files of a pack made here in the place of the last one kept. */
  putPack: (checksum: string, entries: readonly PackEntry[]) => Promise<void>;
  /** The files of a pack made here; null where they are not kept. */
  packOf: (checksum: string) => Promise<readonly PackEntry[] | null>;
  /** Lets go of everything: the newest state alone may find room then. */
  clear: () => Promise<void>;
  /** Marks every state of a base as nothing to offer. */
  close: (checksum: string) => Promise<void>;
}

export const openRingStore = async (): Promise<RingStore> => {
  const opening = indexedDB.open(name, 2);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      opening.result.createObjectStore('snapshots', { keyPath: 'id', autoIncrement: true });
      opening.result.createObjectStore('moments', { keyPath: ['key', 'part'] });
    }
    opening.result.createObjectStore('packs', { keyPath: 'checksum' });
  };
  const database = await settled(opening);
  // a tab with a newer version must not wait for this one
  database.onversionchange = () => database.close();
  const both = (): IDBTransaction => database.transaction(['snapshots', 'moments'], 'readwrite');

  /** Deletes snapshots beyond the ring, then the moments none of those left has. */
  const prune = async (transaction: IDBTransaction): Promise<void> => {
    const snapshots = transaction.objectStore('snapshots');
    const moments = transaction.objectStore('moments');
    const all: Snapshot[] = await settled(snapshots.getAll());
    const gone = all.slice(0, Math.max(0, all.length - ringSize));
    if (gone.length === 0) return;
    for (const { id } of gone) snapshots.delete(id as number);
    const left = new Set(
      all.slice(gone.length).flatMap(({ scenarios }) => scenarios.flatMap(({ done, undone }) => [...done, ...undone])),
    );
    const were = new Set(
      gone.flatMap(({ scenarios }) => scenarios.flatMap(({ done, undone }) => [...done, ...undone])),
    );
    for (const key of were) if (!left.has(key)) moments.delete(IDBKeyRange.bound([key], [key, []]));
  };

  return {
    putPart: (part) => {
      const transaction = both();
      transaction.objectStore('moments').put(part);
      return ended(transaction);
    },
    putSnapshot: async (snapshot, parts) => {
      const transaction = both();
      const end = ended(transaction);
      // told by `end`
      end.catch(() => {});
      for (const part of parts) transaction.objectStore('moments').put(part);
      await settled(transaction.objectStore('snapshots').add(snapshot));
      await prune(transaction);
      await end;
    },
    snapshots: async () => {
      const all: Snapshot[] = await settled(database.transaction('snapshots').objectStore('snapshots').getAll());
      return all.reverse();
    },
    partsOf: async ({ scenarios }) => {
      const moments = database.transaction('moments').objectStore('moments');
      const keys = new Set(scenarios.flatMap(({ done, undone }) => [...done, ...undone]));
      const found = await Promise.all(
        [...keys].map((key) => settled<MomentPart[]>(moments.getAll(IDBKeyRange.bound([key], [key, []])))),
      );
      return found.flat();
    },
    putPack: (checksum, entries) => {
      const transaction = database.transaction('packs', 'readwrite');
      transaction.objectStore('packs').clear();
      transaction.objectStore('packs').put({ checksum, entries });
      return ended(transaction);
    },
    packOf: async (checksum) => {
      const kept: { entries: readonly PackEntry[] } | undefined = await settled(
        database.transaction('packs').objectStore('packs').get(checksum),
      );
      return kept?.entries ?? null;
    },
    clear: () => {
      const transaction = both();
      transaction.objectStore('snapshots').clear();
      transaction.objectStore('moments').clear();
      return ended(transaction);
    },
    close: async (checksum) => {
      const transaction = database.transaction('snapshots', 'readwrite');
      const end = ended(transaction);
      end.catch(() => {});
      const store = transaction.objectStore('snapshots');
      const all: Snapshot[] = await settled(store.getAll());
      for (const snapshot of all) {
        if (snapshot.base.checksum === checksum) store.put({ ...snapshot, isClosed: true });
      }
      await end;
    },
  };
};
