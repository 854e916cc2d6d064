import * as Comlink from 'comlink';
import './error-transfer.ts';
import { watchLife } from './lifeline.ts';
import { cancelled, throwIfAborted } from './progress.ts';

/** A worker ended in the middle of its work. The message says which. */
export class WorkerCrash extends Error {
  constructor(name: string, reason: string, cause: unknown) {
    super(`Worker '${name}' died: ${reason}`, { cause });
    this.name = 'WorkerCrash';
  }
}

/** One worker and the functions it offers. */
export interface Thread<Api> {
  api: Comlink.Remote<Api>;
  /** Rejects with a WorkerCrash when the worker crashes, and with what it was terminated for; never resolves. */
  crash: Promise<never>;
  hasCrashed: () => boolean;
  /** Ends the worker at once. Whoever waits for an answer of it is told the reason, where there is one. */
  terminate: (reason?: Error) => void;
}

export const canSpawn = (): boolean => typeof Worker !== 'undefined';

/** Wraps a fresh worker. `name` says which one crashed in an error. */
export const openThread = <Api>(worker: Worker, name: string): Thread<Api> => {
  let crashed = false;
  let ended = false;
  let end: (reason: Error) => void = () => {};
  let fail: (reason: string, cause?: unknown) => void = () => {};
  const crash = new Promise<never>((_, reject) => {
    end = reject;
    fail = (reason, cause) => {
      // in Node a thread that is ended tells of it like one that crashes
      if (ended) return;
      crashed = true;
      reject(new WorkerCrash(name, reason, cause));
    };
  });
  worker.addEventListener('error', (event) => fail(event.message ?? 'no reason given', event.error));
  // an answer that can't be read is one that never comes
  worker.addEventListener('messageerror', () => fail('its answer could not be read'));
  const stopWatching = watchLife(worker, fail);
  // a crash nobody is waiting for is told by the next task, not by the page
  crash.catch(() => {});
  const terminate = (reason?: Error): void => {
    ended = true;
    stopWatching();
    worker.terminate();
    if (reason) end(reason);
  };
  return { api: Comlink.wrap<Api>(worker), crash, hasCrashed: () => crashed, terminate };
};

/** What work comes to, unless it is aborted (AbortError) or its thread crashes (WorkerCrash) before. */
export const unlessEnded = async <Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
  crash?: Promise<never>,
): Promise<Result> => {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    throwIfAborted(signal);
    return await Promise.race([work, aborted, ...(crash ? [crash] : [])]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
};

/** Tries once more where the thread of the first attempt crashes; a second crash is the caller's. */
export const onceMore = async <Result>(
  attempt: () => Promise<Result>,
  onCrash: (crash: WorkerCrash) => void = () => {},
): Promise<Result> => {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error;
    onCrash(error);
    return attempt();
  }
};
