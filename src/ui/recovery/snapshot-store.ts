import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PackEntry } from '../../runs/pack.ts';
import type { MomentPart, Snapshot } from './snapshot.ts';

const name = 'phusong-recovery';
/** States kept: enough to go back past a mistake of the last hours, little enough to stay small. */
const ringSize = 20;

interface SnapshotSchema extends DBSchema {
  snapshots: { key: number; value: Snapshot };
  moments: { key: [key: string, part: number]; value: MomentPart };
  packs: { key: string; value: { checksum: string; entries: readonly PackEntry[] } };
}

const momentsOf = ({ scenarios }: Snapshot): string[] => scenarios.flatMap(({ done, undone }) => [...done, ...undone]);

/** Keys of all parts of a moment. */
const everyPart = (key: string): IDBKeyRange => IDBKeyRange.bound([key], [key, []]);

/** The browser's own store of the last states. Every call rejects where the browser refuses storage or has no room. */
export interface SnapshotStore {
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

export const openSnapshotStore = async (): Promise<SnapshotStore> => {
  const database: IDBPDatabase<SnapshotSchema> = await openDB<SnapshotSchema>(name, 2, {
    upgrade: (opening, oldVersion) => {
      if (oldVersion < 1) {
        opening.createObjectStore('snapshots', { keyPath: 'id', autoIncrement: true });
        opening.createObjectStore('moments', { keyPath: ['key', 'part'] });
      }
      opening.createObjectStore('packs', { keyPath: 'checksum' });
    },
    // a tab with a newer version must not wait for this one
    blocking: () => database.close(),
  });

  return {
    putPart: async (part) => {
      await database.put('moments', part);
    },
    putSnapshot: async (snapshot, parts) => {
      const transaction = database.transaction(['snapshots', 'moments'], 'readwrite');
      const [snapshots, moments] = [transaction.objectStore('snapshots'), transaction.objectStore('moments')];
      /** Deletes snapshots beyond the ring, then the moments none of those left has. */
      const prune = async (): Promise<void> => {
        const all = await snapshots.getAll();
        const gone = all.slice(0, Math.max(0, all.length - ringSize));
        const left = new Set(all.slice(gone.length).flatMap(momentsOf));
        const unnamed = [...new Set(gone.flatMap(momentsOf))].filter((key) => !left.has(key));
        await Promise.all([
          ...gone.map(({ id }) => snapshots.delete(id as number)),
          ...unnamed.map((key) => moments.delete(everyPart(key))),
        ]);
      };
      // all or nothing: where one fails, `done` tells the reason of the whole
      await Promise.all([
        ...parts.map((part) => moments.put(part)),
        snapshots.add(snapshot).then(prune),
        transaction.done,
      ]);
    },
    snapshots: async () => (await database.getAll('snapshots')).reverse(),
    partsOf: async (snapshot) => {
      const { store } = database.transaction('moments');
      const keys = [...new Set(momentsOf(snapshot))];
      return (await Promise.all(keys.map((key) => store.getAll(everyPart(key))))).flat();
    },
    putPack: async (checksum, entries) => {
      const { store, done } = database.transaction('packs', 'readwrite');
      await Promise.all([store.clear(), store.put({ checksum, entries }), done]);
    },
    packOf: async (checksum) => (await database.get('packs', checksum))?.entries ?? null,
    clear: async () => {
      const transaction = database.transaction(['snapshots', 'moments'], 'readwrite');
      await Promise.all([
        transaction.objectStore('snapshots').clear(),
        transaction.objectStore('moments').clear(),
        transaction.done,
      ]);
    },
    close: async (checksum) => {
      const { store, done } = database.transaction('snapshots', 'readwrite');
      const own = (await store.getAll()).filter(({ base }) => base.checksum === checksum);
      await Promise.all([...own.map((snapshot) => store.put({ ...snapshot, isClosed: true })), done]);
    },
  };
};
