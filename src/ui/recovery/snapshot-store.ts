import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { PackEntry } from '../../runs/pack.ts';
import type { MomentPart, Snapshot } from './snapshot.ts';
import { beyondRing, leftWorks, replaceable, workOf } from './works.ts';

const name = 'phusong-recovery';

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
  /**
   * Puts a snapshot, and parts of its moments with it, and takes away what is kept too long. Where the store lacks
   * moments that the snapshot names, it is not put: gives their keys.
   */
  putSnapshot: (snapshot: Snapshot, parts: readonly MomentPart[]) => Promise<string[]>;
  /** The newest first. */
  snapshots: () => Promise<Snapshot[]>;
  partsOf: (snapshot: Snapshot) => Promise<MomentPart[]>;
  /** Keeps the files of a pack made here; those of packs on which no work waits for an answer go. */
  putPack: (checksum: string, entries: readonly PackEntry[]) => Promise<void>;
  /** The files of a pack made here; null where they are not kept. */
  packOf: (checksum: string) => Promise<readonly PackEntry[] | null>;
  /** Takes away what can be done without; the newest state of whatever waits for an answer stays. */
  makeRoom: () => Promise<void>;
  /** Marks every state of a work as nothing to offer. */
  close: (work: string) => Promise<void>;
  /** Lets go of the database. */
  end: () => void;
}

const both = ['snapshots', 'moments'] as const;
type Both = IDBPTransaction<SnapshotSchema, ['snapshots', 'moments'], 'readwrite'>;

/** Deletes what `select` finds among the snapshots, and the moments none of those left has. */
const prune = async (transaction: Both, select: (newestFirst: readonly Snapshot[]) => Snapshot[]): Promise<void> => {
  const [snapshots, moments] = [transaction.objectStore('snapshots'), transaction.objectStore('moments')];
  const all = await snapshots.getAll();
  const gone = new Set(select(all.toReversed()));
  const left = new Set(all.filter((snapshot) => !gone.has(snapshot)).flatMap(momentsOf));
  const unnamed = [...new Set([...gone].flatMap(momentsOf))].filter((key) => !left.has(key));
  await Promise.all([
    ...[...gone].map(({ id }) => snapshots.delete(id as number)),
    ...unnamed.map((key) => moments.delete(everyPart(key))),
  ]);
};

/** Moments that a snapshot names and the store lacks. */
const lackingIn = async (transaction: Both, snapshot: Snapshot): Promise<string[]> => {
  const kept = new Set((await transaction.objectStore('moments').getAllKeys()).map(([key]) => key));
  return [...new Set(momentsOf(snapshot))].filter((key) => !kept.has(key));
};

/** All or nothing: where a part of the work fails, the transaction tells the reason of the whole. */
const whole = async <Result>(work: Promise<Result>, { done }: { done: Promise<void> }): Promise<Result> => {
  const [result, end] = await Promise.allSettled([work, done]);
  if (end.status === 'rejected') throw end.reason;
  if (result.status === 'rejected') throw result.reason;
  return result.value;
};

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
      const transaction = database.transaction(both, 'readwrite');
      const moments = transaction.objectStore('moments');
      const put = async (): Promise<string[]> => {
        await Promise.all(parts.map((part) => moments.put(part)));
        const lacking = await lackingIn(transaction, snapshot);
        if (lacking.length > 0) return lacking;
        await transaction.objectStore('snapshots').add(snapshot);
        await prune(transaction, beyondRing);
        return [];
      };
      return whole(put(), transaction);
    },
    snapshots: async () => (await database.getAll('snapshots')).reverse(),
    partsOf: async (snapshot) => {
      const { store } = database.transaction('moments');
      const keys = [...new Set(momentsOf(snapshot))];
      return (await Promise.all(keys.map((key) => store.getAll(everyPart(key))))).flat();
    },
    putPack: async (checksum, entries) => {
      const transaction = database.transaction(['snapshots', 'packs'], 'readwrite');
      const packs = transaction.objectStore('packs');
      const put = async (): Promise<void> => {
        const all = (await transaction.objectStore('snapshots').getAll()).reverse();
        const needed = new Set(leftWorks(all, '').map(({ base }) => base.checksum));
        const idle = (await packs.getAllKeys()).filter((key) => !needed.has(key));
        await Promise.all([...idle.map((key) => packs.delete(key)), packs.put({ checksum, entries })]);
      };
      await whole(put(), transaction);
    },
    packOf: async (checksum) => (await database.get('packs', checksum))?.entries ?? null,
    makeRoom: async () => {
      const transaction = database.transaction(both, 'readwrite');
      await whole(prune(transaction, replaceable), transaction);
    },
    close: async (work) => {
      const transaction = database.transaction('snapshots', 'readwrite');
      const { store } = transaction;
      const mark = async (): Promise<void> => {
        const own = (await store.getAll()).filter((snapshot) => workOf(snapshot) === work);
        await Promise.all(own.map((snapshot) => store.put({ ...snapshot, isClosed: true })));
      };
      await whole(mark(), transaction);
    },
    end: () => database.close(),
  };
};
