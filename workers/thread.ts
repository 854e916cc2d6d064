import * as Comlink from 'comlink';
import './error-transfer.ts';

/** One worker and the functions it offers. */
export interface Thread<Api> {
  api: Comlink.Remote<Api>;
  /** Rejects when the worker dies; never resolves. */
  death: Promise<never>;
  isDead: () => boolean;
  terminate: () => void;
}

export const canSpawn = (): boolean => typeof Worker !== 'undefined';

/** Wraps a fresh worker. `name` says which one died in an error. */
export const openThread = <Api>(worker: Worker, name: string): Thread<Api> => {
  let dead = false;
  let ended = false;
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // in Node a thread that is ended tells of it like one that dies
      if (ended) return;
      dead = true;
      reject(new Error(`Worker '${name}' died: ${event.message ?? 'no reason given'}`, { cause: event.error }));
    });
  });
  // a death nobody is waiting for is told by the next task, not by the page
  death.catch(() => {});
  const terminate = (): void => {
    ended = true;
    worker.terminate();
  };
  return { api: Comlink.wrap<Api>(worker), death, isDead: () => dead, terminate };
};
