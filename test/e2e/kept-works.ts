import type { Page } from 'playwright-core';

/** A work as the browser's store has it for the next page to offer. */
export interface WaitingWork {
  title: string;
  changes: number;
}

/** Every work that waits for an answer, read past the app; throws where a change of one is missing. */
export const readWaitingWorks = (page: Page): Promise<WaitingWork[]> =>
  page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result(indexedDB.open('phusong-recovery'));
    const transaction = database.transaction(['snapshots', 'moments']);
    const [snapshots, moments] = await Promise.all([
      result(transaction.objectStore('snapshots').getAll()),
      result(transaction.objectStore('moments').getAllKeys()),
    ]);
    database.close();
    const kept = new Set(moments.map((key) => (key as string[])[0]));
    const newest = new Map(snapshots.map((snapshot) => [snapshot.work, snapshot]));
    return [...newest.values()]
      .filter(({ isClosed, scenarios }) => !isClosed && scenarios.length > 0)
      .map(({ base, scenarios }) => {
        const done = scenarios.flatMap((scenario: { done: string[] }) => scenario.done);
        if (!done.every((key: string) => kept.has(key))) throw new Error(`A change of ${base.title} is missing`);
        return { title: base.title, changes: done.length };
      });
  });
