import { throwIfAborted } from './progress.ts';
import type { Thread } from './thread.ts';

export interface PoolJob<Api, Task, Result> {
  spawn: () => Thread<Api>;
  /** Threads to run; at most one a task. */
  size: number;
  tasks: readonly Task[];
  /** Gives a fresh thread what every task needs. */
  setUp: (api: Thread<Api>['api']) => Promise<void>;
  run: (api: Thread<Api>['api'], task: Task) => Promise<Result>;
  /** Called in whatever order tasks finish. */
  onResult: (task: Task, result: Result) => void;
  /** A worker died and its task is being run again. */
  onRestart?: ((error: Error) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Leaves a core for the page where there are more than two; more than eight gain nothing on memory bandwidth. */
export const poolSize = (tasks: number): number => {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
  return Math.max(1, Math.min(tasks, 8, cores > 2 ? cores - 1 : cores));
};

/**
 * Runs tasks over a pool of threads, each thread taking the next task when it is free. A thread that dies is replaced
 * and its task run once more, whether it had begun or not; a second death of the same task rejects. Aborting terminates every thread at once.
 */
export const runPool = async <Api, Task, Result>(job: PoolJob<Api, Task, Result>): Promise<void> => {
  throwIfAborted(job.signal);
  const threads = new Set<Thread<Api>>();
  let next = 0;

  const open = async (again = true): Promise<Thread<Api>> => {
    const thread = job.spawn();
    threads.add(thread);
    try {
      await Promise.race([job.setUp(thread.api), thread.death]);
      return thread;
    } catch (error) {
      if (!again || !thread.isDead()) throw error;
      bury(thread, error as Error);
      return open(false);
    }
  };
  const close = (thread: Thread<Api>): void => {
    threads.delete(thread);
    thread.terminate();
  };
  const bury = (thread: Thread<Api>, error: Error): void => {
    job.onRestart?.(error);
    close(thread);
  };
  const runOn = (thread: Thread<Api>, task: Task): Promise<Result> =>
    Promise.race([job.run(thread.api, task), thread.death]);

  const lane = async (): Promise<void> => {
    let thread = await open();
    while (next < job.tasks.length) {
      const task = job.tasks[next++];
      let result: Result;
      try {
        result = await runOn(thread, task);
      } catch (error) {
        if (!thread.isDead()) throw error;
        bury(thread, error as Error);
        thread = await open();
        result = await runOn(thread, task);
      }
      job.onResult(task, result);
    }
    // its memory is of use to those still at work
    close(thread);
  };

  const aborted = new Promise<never>((_, reject) => {
    job.signal?.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')), { once: true });
  });
  try {
    const lanes = Array.from({ length: Math.min(job.size, job.tasks.length) }, lane);
    await Promise.race([Promise.all(lanes), aborted]);
  } finally {
    for (const thread of threads) thread.terminate();
  }
};
