import type * as Comlink from 'comlink';
import { throwIfAborted } from './progress.ts';
import { canSpawn, openThread, type Thread } from './thread.ts';
import { type GroundedScene, handOver } from './transfer-rasters.ts';

interface SessionJob<Api> {
  /** Says which worker died, in an error. */
  name: string;
  spawn: () => Worker;
  /** The same functions, for where there is no Worker. */
  inline: Api;
  /** Gives a fresh worker what every question needs; a scene by way of `hand`. */
  setUp: (api: Comlink.Remote<Api>, hand: <Scene extends GroundedScene>(scene: Scene) => Scene) => Promise<unknown>;
  /** A worker not asked for so long is closed, and its memory with it; the next question opens another. */
  restMs?: number;
}

/** A worker that is given its ground once and answers one question after another over it. */
export interface Session<Api> {
  /** Asks once more of a fresh worker if the one asked dies. Aborting ends the worker at once. */
  ask: <Result>(question: (api: Comlink.Remote<Api>) => Promise<Result>, signal?: AbortSignal) => Promise<Result>;
  close: () => void;
}

export const openSession = <Api>({ name, spawn, inline, setUp, restMs }: SessionJob<Api>): Session<Api> => {
  if (!canSpawn()) {
    // what a worker answers as a promise the api itself answers at once; both can be awaited
    const api = inline as unknown as Comlink.Remote<Api>;
    return {
      ask: async (question) => {
        await setUp(api, (scene) => scene);
        return question(api);
      },
      close: () => {},
    };
  }
  let open: { thread: Thread<Api>; ready: Promise<unknown> } | null = null;
  let asking = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(rest);
    open?.thread.terminate();
    open = null;
  };
  const thread = async (): Promise<Thread<Api>> => {
    if (!open || open.thread.isDead()) {
      const fresh = openThread<Api>(spawn(), name);
      open = { thread: fresh, ready: Promise.race([setUp(fresh.api, handOver), fresh.death]) };
    }
    const { thread: at, ready } = open;
    await ready;
    return at;
  };
  return {
    close,
    ask: async (question, signal) => {
      throwIfAborted(signal);
      let stop = (): void => {};
      const aborted = new Promise<never>((_, reject) => {
        stop = () => {
          close();
          reject(new DOMException('Cancelled', 'AbortError'));
        };
        signal?.addEventListener('abort', stop, { once: true });
      });
      aborted.catch(() => {});
      const attempt = async (again: boolean): ReturnType<typeof question> => {
        let asked: Thread<Api> | null = null;
        try {
          asked = await thread();
          return await Promise.race([question(asked.api), asked.death]);
        } catch (error) {
          const isDead = asked ? asked.isDead() : (open?.thread.isDead() ?? false);
          if (!again || !isDead) throw error;
          return attempt(false);
        }
      };
      clearTimeout(rest);
      asking++;
      try {
        return await Promise.race([attempt(true), aborted]);
      } finally {
        asking--;
        if (open && asking === 0 && restMs !== undefined) rest = setTimeout(close, restMs);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
};
