import * as Comlink from 'comlink';
import { throwIfAborted } from './progress.ts';
import { canSpawn, openThread } from './thread.ts';

type Report = (done: number, total: number) => void;

/** The functions a task may call: those of the api itself, or of the worker that offers it. */
type Offered<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Args) => infer Out
    ? (...args: Args) => Promise<Awaited<Out>>
    : never;
};

export interface Task<Api, Result> {
  /** Says which worker died, in an error. */
  name: string;
  spawn: () => Worker;
  /** The same functions, for where there is no Worker. */
  inline: Api;
  run: (api: Offered<Api>, report: Report) => Promise<Result>;
  onProgress: Report;
  signal?: AbortSignal | undefined;
}

/**
 * One call in a worker of its own, which ends with it; run once more if the worker dies. Aborting ends the worker at
 * once and rejects with an AbortError.
 */
export const runTask = async <Api, Result>(task: Task<Api, Result>): Promise<Result> => {
  throwIfAborted(task.signal);
  if (!canSpawn()) return task.run(task.inline as unknown as Offered<Api>, task.onProgress);
  const attempt = async (again: boolean): Promise<Result> => {
    const thread = openThread<Api>(task.spawn(), task.name);
    let isOver = false;
    // progress comes by a port of its own, and may come after the result
    const report: Report = (done, total) => {
      if (!isOver) task.onProgress(done, total);
    };
    const aborted = new Promise<never>((_, reject) => {
      const stop = () => reject(new DOMException('Cancelled', 'AbortError'));
      task.signal?.addEventListener('abort', stop, { once: true });
    });
    try {
      const running = task.run(thread.api as unknown as Offered<Api>, Comlink.proxy(report));
      return await Promise.race([running, thread.death, aborted]);
    } catch (error) {
      if (!again || !thread.isDead()) throw error;
    } finally {
      isOver = true;
      thread.terminate();
    }
    return attempt(false);
  };
  return attempt(true);
};
