import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sayAlive, watchLife } from '../../workers/lifeline.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { openThread } from '../../workers/thread.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Locks as a browser has them: granted in turn, and freed when their holder ends. */
const someLocks = () => {
  const queues = new Map<string, (() => unknown)[]>();
  const grant = (name: string): void => void queues.get(name)?.[0]?.();
  return {
    request: vi.fn(async (name: string, callback: () => unknown) => {
      const queue = queues.get(name) ?? [];
      queues.set(name, [...queue, callback]);
      if (queue.length === 0) callback();
    }),
    /** What the end of a worker does to the locks it holds. */
    holderEnds: (): void => {
      for (const [name, queue] of queues) {
        queues.set(name, queue.slice(1));
        grant(name);
      }
    },
  };
};

/** A worker and its page, as far as they speak of the worker's life. */
const aPair = () => {
  let hear: (event: { data?: unknown }) => void = () => {};
  const locks = someLocks();
  const gone: string[] = [];
  const page = {
    addEventListener: (_: 'message', listener: typeof hear) => {
      hear = listener;
    },
  };
  const options = { locks: locks as never, patienceMs: 1_000 };
  const stop = watchLife(page, (reason) => gone.push(reason), options);
  const begin = (): void => sayAlive({ postMessage: (data) => hear({ data }) }, locks as never);
  return { begin, gone, stop, locks, say: (data: unknown) => hear({ data }) };
};

it('a worker that ends without an error is missed, once', () => {
  const { begin, gone, locks } = aPair();
  begin();
  vi.advanceTimersByTime(100_000);
  expect(gone).toEqual([]);
  locks.holderEnds();
  locks.holderEnds();
  expect(gone).toEqual(['ended without an error']);
});

it('one that never begins is missed after a while; other messages are no sign of life', () => {
  const { gone, say } = aPair();
  say({ id: 1, value: 2 });
  vi.advanceTimersByTime(999);
  expect(gone).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(gone).toEqual(['did not start within 1 s']);
});

it('one that is ended on purpose is not', () => {
  const { begin, gone, stop, locks } = aPair();
  begin();
  stop();
  locks.holderEnds();
  vi.advanceTimersByTime(100_000);
  expect(gone).toEqual([]);
});

it('a thread of Node that leaves with 0 is missed too', async () => {
  vi.useRealTimers();
  installNodeWorkers();
  const worker = new Worker(new URL('data:text/javascript,process.exit(0)'));
  await expect(openThread(worker, 'leaving').crash).rejects.toThrow(
    "Worker 'leaving' died: Error: thread ended with 0",
  );
});
