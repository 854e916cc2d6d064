import type { SnapshotStore } from './snapshot-store.ts';

/** The browser's store did not answer: neither yes nor no. */
export class SilentStore extends Error {
  constructor(seconds: number) {
    super(`IndexedDB did not answer within ${seconds} s`);
    this.name = 'SilentStore';
  }
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** What a question comes to, or a SilentStore where there is no answer in time. */
const answered = async <Result>(answer: Promise<Result>, patienceMs: number): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SilentStore(patienceMs / 1000)), patienceMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * A store that is opened when it is first asked, and anew after it failed: a database that was closed under the page, or
 * never answers, must not be the last word. Every call ends within `patienceMs`, one way or the other.
 */
export const answeringStore = (open: () => Promise<SnapshotStore>, patienceMs: number): SnapshotStore => {
  let opened: Promise<SnapshotStore> | null = null;
  const ask = async <Result>(question: (store: SnapshotStore) => Promise<Result>): Promise<Result> => {
    opened ??= open();
    const asked = opened;
    try {
      return await answered(asked.then(question), patienceMs);
    } catch (error) {
      if (opened === asked && !isFull(error)) {
        opened = null;
        asked.then(
          (store) => store.end(),
          () => {},
        );
      }
      throw error;
    }
  };
  return {
    putPart: (part) => ask((store) => store.putPart(part)),
    putSnapshot: (snapshot, parts) => ask((store) => store.putSnapshot(snapshot, parts)),
    snapshots: () => ask((store) => store.snapshots()),
    partsOf: (snapshot) => ask((store) => store.partsOf(snapshot)),
    putPack: (checksum, entries) => ask((store) => store.putPack(checksum, entries)),
    packOf: (checksum) => ask((store) => store.packOf(checksum)),
    makeRoom: () => ask((store) => store.makeRoom()),
    close: (work) => ask((store) => store.close(work)),
    end: () => void opened?.then((store) => store.end()),
  };
};
