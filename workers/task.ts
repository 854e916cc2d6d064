import * as Comlink from 'comlink';
import { throwIfAborted } from './progress.ts';
import { canSpawn, onceMore, openThread, unlessEnded } from './thread.ts';

type Report = (done: number, total: number) => void;

/** The functions a task may call: those of the api itself, or of the worker that offers it. */
type Offered<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Args) => infer Out
    ? (...args: Args) => Promise<Awaited<Out>>
    : never;
};

export interface Task<Api, Result> {
  /** Says which worker crashed, in an error. */
  name: string;
  spawn: () => Worker;
  /** The same functions, for where there is no Worker; fetched only there. */
  inline: () => Promise<Api>;
  run: (api: Offered<Api>, report: Report) => Promise<Result>;
  onProgress?: Report | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * One call in a worker of its own, which ends with it; run once more if the worker crashes. Aborting ends the worker at
 * once and rejects with an AbortError.
 */
export const runTask = async <Api, Result>({
  name,
  spawn,
  inline,
  run,
  onProgress = () => {},
  signal,
}: Task<Api, Result>): Promise<Result> => {
  throwIfAborted(signal);
  if (!canSpawn()) return run((await inline()) as unknown as Offered<Api>, onProgress);
  return onceMore(async () => {
    const thread = openThread<Api>(spawn(), name);
    let isOver = false;
    // progress comes by a port of its own, and may come after the result
    const report: Report = (done, total) => {
      if (!isOver) onProgress(done, total);
    };
    try {
      const running = run(thread.api as unknown as Offered<Api>, Comlink.proxy(report));
      return await unlessEnded(running, signal, thread.crash);
    } finally {
      isOver = true;
      thread.terminate();
    }
  });
};
