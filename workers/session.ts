import type * as Comlink from 'comlink';
import { cancelled, throwIfAborted } from './progress.ts';
import { canSpawn, onceMore, openThread, type Thread, unlessEnded, WorkerCrash } from './thread.ts';
import { type SceneWithRasters, transferRasters } from './transfer-rasters.ts';

interface SessionJob<Api> {
  /** Says which worker crashed, in an error. */
  name: string;
  spawn: () => Worker;
  /** The same functions, for where there is no Worker; fetched only there. */
  inline: () => Promise<Api>;
  /** Gives a fresh worker what every question needs; a scene by way of `hand`. */
  setUp: (api: Comlink.Remote<Api>, hand: <Scene extends SceneWithRasters>(scene: Scene) => Scene) => Promise<unknown>;
  /** A worker not asked for so long is closed, and its memory with it; the next question opens another. */
  idleTimeoutMs?: number;
}

/** A worker that is set up once and answers one question after another. */
export interface Session<Api> {
  /** Asks once more of a fresh worker if the one asked crashes. Aborting ends the worker at once. */
  ask: <Result>(question: (api: Comlink.Remote<Api>) => Promise<Result>, signal?: AbortSignal) => Promise<Result>;
  close: () => void;
}

const openInline = <Api>({ inline, setUp }: SessionJob<Api>): Session<Api> => {
  const open = async (): Promise<Comlink.Remote<Api>> => {
    // what a worker answers as a promise the api itself answers at once; both can be awaited
    const api = (await inline()) as unknown as Comlink.Remote<Api>;
    await setUp(api, (scene) => scene);
    return api;
  };
  let ready: Promise<Comlink.Remote<Api>> | null = null;
  return {
    ask: async (question, signal) => {
      throwIfAborted(signal);
      ready ??= open();
      return question(await ready);
    },
    close: () => {},
  };
};

export const openSession = <Api>(job: SessionJob<Api>): Session<Api> => {
  if (!canSpawn()) return openInline(job);
  const { name, spawn, setUp, idleTimeoutMs } = job;
  let open: { thread: Thread<Api>; ready: Promise<unknown> } | null = null;
  let asking = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const end = (reason?: Error): void => {
    clearTimeout(idle);
    open?.thread.terminate(reason);
    open = null;
  };
  const worker = () => {
    // a worker goes on after an error that nobody caught, in no state to be trusted
    if (open?.thread.hasCrashed()) end();
    if (!open) {
      const thread = openThread<Api>(spawn(), name);
      open = { thread, ready: unlessEnded(setUp(thread.api, transferRasters), undefined, thread.crash) };
    }
    return open;
  };
  return {
    close: () => end(cancelled()),
    ask: async (question, signal) => {
      throwIfAborted(signal);
      clearTimeout(idle);
      asking++;
      const answer = onceMore(async () => {
        throwIfAborted(signal);
        const { thread, ready } = worker();
        await ready;
        return unlessEnded(question(thread.api), undefined, thread.crash);
      });
      // whoever stops waiting hears no more of it
      answer.catch(() => {});
      try {
        return await unlessEnded(answer, signal);
      } catch (error) {
        // what else the worker was asked is asked of the next one
        if (signal?.aborted) end(new WorkerCrash(name, 'ended for another question', undefined));
        throw error;
      } finally {
        asking--;
        if (open && asking === 0 && idleTimeoutMs !== undefined) idle = setTimeout(() => end(), idleTimeoutMs);
      }
    },
  };
};
