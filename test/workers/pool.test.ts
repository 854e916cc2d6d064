import { describe, expect, it, vi } from 'vitest';
import { runPool } from '../../workers/pool.ts';
import { type Thread, WorkerCrash } from '../../workers/thread.ts';

interface Doubler {
  double: (n: number) => Promise<number>;
}

/** Threads that double a number; those named in `dying` die at their first task. */
const makeThreads = (dying: readonly number[] = []) => {
  let opened = 0;
  let closed = 0;
  const spawn = (): Thread<Doubler> => {
    const number = opened++;
    let crashed = false;
    let die: () => void = () => {};
    const crash = new Promise<never>((_, reject) => {
      die = () => {
        crashed = true;
        reject(new WorkerCrash(`doubler ${number}`, 'a test', undefined));
      };
    });
    crash.catch(() => {});
    const api = {
      double: (n: number): Promise<number> => {
        if (!dying.includes(number)) return new Promise((resolve) => setTimeout(() => resolve(2 * n), 1));
        die();
        return new Promise(() => {});
      },
    };
    return {
      api: api as unknown as Thread<Doubler>['api'],
      crash,
      hasCrashed: () => crashed,
      terminate: () => void closed++,
    };
  };
  return { spawn, opened: () => opened, closed: () => closed };
};

const job = (threads: ReturnType<typeof makeThreads>, size: number, results: Map<number, number>) => ({
  spawn: threads.spawn,
  size,
  tasks: [1, 2, 3, 4, 5, 6, 7],
  setUp: async () => {},
  run: (api: Thread<Doubler>['api'], n: number) => (api as unknown as Doubler).double(n),
  onResult: (task: number, result: number) => void results.set(task, result),
});

describe('the pool', () => {
  it.each([1, 2, 3])('gives every task its result with %d threads, and closes them', async (size) => {
    const threads = makeThreads();
    const results = new Map<number, number>();
    await runPool(job(threads, size, results));
    expect([...results].sort((a, b) => a[0] - b[0])).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => [n, 2 * n]));
    expect(threads.opened()).toBe(size);
    expect(threads.closed()).toBe(size);
  });

  it('closes a thread that has nothing left to do while others are at work', async () => {
    const threads = makeThreads();
    let finish = (): void => {};
    const held = new Promise<number>((resolve) => {
      finish = () => resolve(0);
    });
    const running = runPool({
      ...job(threads, 2, new Map()),
      tasks: [1, 2],
      run: (_, n) => (n === 1 ? held : Promise.resolve(n)),
    });
    await vi.waitFor(() => expect(threads.closed()).toBe(1));
    finish();
    await running;
    expect(threads.closed()).toBe(2);
  });

  it('replaces a thread that dies, runs its task again and says so', async () => {
    const threads = makeThreads([0]);
    const results = new Map<number, number>();
    const told: string[] = [];
    await runPool({ ...job(threads, 2, results), onRestart: (error) => told.push(error.message) });
    expect(results.size).toBe(7);
    expect(told).toEqual(["Worker 'doubler 0' died: a test"]);
  });

  it('gives up when the same task kills two threads', async () => {
    const threads = makeThreads([0, 1]);
    await expect(runPool(job(threads, 1, new Map()))).rejects.toThrow("Worker 'doubler 1' died");
    expect(threads.closed()).toBe(2);
  });

  it('ends every thread when cancelled', async () => {
    const threads = makeThreads();
    const abort = new AbortController();
    const running = runPool({
      ...job(threads, 2, new Map()),
      run: () => new Promise<number>(() => {}),
      signal: abort.signal,
    });
    abort.abort();
    await expect(running).rejects.toThrow('Cancelled');
    expect(threads.closed()).toBe(threads.opened());
  });

  it('replaces a thread that dies before it is ready', async () => {
    const threads = makeThreads([0]);
    const results = new Map<number, number>();
    const told: string[] = [];
    // whoever dies at its first task dies at setting up too
    const setUp = async (api: Thread<Doubler>['api']) => void (await (api as unknown as Doubler).double(0));
    await runPool({ ...job(threads, 2, results), setUp, onRestart: (error) => told.push(error.message) });
    expect(results.size).toBe(7);
    expect(told).toEqual(["Worker 'doubler 0' died: a test"]);
  });
});
