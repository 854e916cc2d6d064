import { throwIfAborted } from './progress.ts';
import { onceMore, type Thread, unlessEnded } from './thread.ts';

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
  /** A worker crashed and its task is being run again. */
  onRestart?: ((error: Error) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Leaves a core for the page where there are more than two; more than eight gain nothing on memory bandwidth. */
export const poolSize = (tasks: number): number => {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
  return Math.max(1, Math.min(tasks, 8, cores > 2 ? cores - 1 : cores));
};

/**
 * Runs tasks over a pool of threads, each thread taking the next task when it is free. A thread that crashes is replaced
 * and its task run once more, whether it had begun or not; a second crash of the same task rejects. Aborting terminates
 * every thread at once.
 */
export const runPool = async <Api, Task, Result>(job: PoolJob<Api, Task, Result>): Promise<void> => {
  throwIfAborted(job.signal);
  const threads = new Set<Thread<Api>>();
  let next = 0;

  const close = (thread: Thread<Api>): void => {
    threads.delete(thread);
    thread.terminate();
  };
  const lane = async (): Promise<void> => {
    let thread: Thread<Api> | null = null;
    /** The lane's thread, set up; a fresh one where there is none. */
    const ready = async (): Promise<Thread<Api>> => {
      if (thread) return thread;
      const fresh = job.spawn();
      threads.add(fresh);
      thread = fresh;
      await unlessEnded(job.setUp(fresh.api), undefined, fresh.crash);
      return fresh;
    };
    while (next < job.tasks.length) {
      const task = job.tasks[next++];
      const result = await onceMore(
        async () => {
          const { api, crash } = await ready();
          return unlessEnded(job.run(api, task), undefined, crash);
        },
        (crash) => {
          job.onRestart?.(crash);
          if (thread) close(thread);
          thread = null;
        },
      );
      job.onResult(task, result);
    }
    // its memory is of use to those still at work
    if (thread) close(thread);
  };

  try {
    const lanes = Array.from({ length: Math.min(job.size, job.tasks.length) }, lane);
    await unlessEnded(Promise.all(lanes), job.signal);
  } finally {
    for (const thread of threads) thread.terminate();
  }
};
