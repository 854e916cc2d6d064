import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PackEntry } from '../../runs/pack.ts';

/** What the list shows of a pack kept in the browser. */
export interface KeptPack {
  id: string;
  title: string;
  titleEn: string;
  bytes: number;
}

interface KeptPacksSchema extends DBSchema {
  about: { key: string; value: KeptPack };
  files: { key: string; value: readonly PackEntry[] };
}

const opened = (): Promise<IDBPDatabase<KeptPacksSchema>> =>
  openDB<KeptPacksSchema>('phusong-packs', 1, {
    upgrade: (database) => {
      database.createObjectStore('about', { keyPath: 'id' });
      database.createObjectStore('files');
    },
  });

const using = async <T>(work: (database: IDBPDatabase<KeptPacksSchema>) => Promise<T>): Promise<T> => {
  const database = await opened();
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Packs made here, kept beyond the page. Every call rejects where the browser refuses storage or has no room. */
export const keptPacks = (): Promise<KeptPack[]> => using((database) => database.getAll('about'));

/** In the place of an earlier pack of the same id, its files and what is told of them together. */
export const keepPack = (about: KeptPack, entries: readonly PackEntry[]): Promise<void> =>
  using(async (database) => {
    const transaction = database.transaction(['about', 'files'], 'readwrite');
    await Promise.all([
      transaction.objectStore('files').put(entries, about.id),
      transaction.objectStore('about').put(about),
      transaction.done,
    ]);
  });

export const filesOfKept = (id: string): Promise<readonly PackEntry[] | null> =>
  using(async (database) => (await database.get('files', id)) ?? null);

export const forgetPack = (id: string): Promise<void> =>
  using(async (database) => {
    const transaction = database.transaction(['about', 'files'], 'readwrite');
    await Promise.all([
      transaction.objectStore('files').delete(id),
      transaction.objectStore('about').delete(id),
      transaction.done,
    ]);
  });
