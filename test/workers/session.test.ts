import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSession } from '../../workers/session.ts';

interface Counter {
  setUp: (start: number) => void;
  add: (n: number) => number;
  /** Never answers. */
  hang: () => Promise<number>;
}

const counter = (): Counter => {
  let sum = 0;
  return {
    setUp: (start) => {
      sum = start;
    },
    add: (n) => {
      sum += n;
      return sum;
    },
    hang: () => new Promise(() => {}),
  };
};

/** Workers over message channels; `die` ends the one opened last, as a crash would. */
const someWorkers = () => {
  let opened = 0;
  let closed = 0;
  let die = (): void => {};
  const spawn = (): Worker => {
    opened++;
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(counter(), port1);
    const failures: ((event: { message: string }) => void)[] = [];
    die = () => {
      for (const listener of failures) listener({ message: 'crashed' });
    };
    port2.start();
    return {
      postMessage: port2.postMessage.bind(port2),
      addEventListener: (type: string, listener: never) =>
        type === 'error' ? failures.push(listener) : port2.addEventListener(type, listener),
      removeEventListener: port2.removeEventListener.bind(port2),
      terminate: () => {
        closed++;
        port1.close();
        port2.close();
      },
    } as unknown as Worker;
  };
  return { spawn, opened: () => opened, closed: () => closed, die: () => die() };
};

const sessionOver = (workers: ReturnType<typeof someWorkers>, idleTimeoutMs?: number) =>
  openSession<Counter>({
    name: 'counter',
    spawn: workers.spawn,
    inline: async () => counter(),
    setUp: async (api) => api.setUp(10),
    ...(idleTimeoutMs !== undefined && { idleTimeoutMs }),
  });

describe('a session', () => {
  beforeEach(() => void vi.stubGlobal('Worker', class {}));
  afterEach(() => void vi.unstubAllGlobals());

  it('sets its worker up once for all questions', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers);
    expect(await session.ask((api) => api.add(1))).toBe(11);
    expect(await session.ask((api) => api.add(1))).toBe(12);
    expect(workers.opened()).toBe(1);
    session.close();
    expect(workers.closed()).toBe(1);
  });

  it('asks once more of a fresh worker when the one asked dies', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers);
    let asked = 0;
    const answer = session.ask((api) => {
      asked++;
      if (asked > 1) return api.add(5);
      setTimeout(workers.die, 5);
      return api.hang();
    });
    expect(await answer).toBe(15);
    expect(workers.opened()).toBe(2);
    session.close();
  });

  it('gives up when the same question kills two workers', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers);
    const answer = session.ask((api) => {
      setTimeout(workers.die, 5);
      return api.hang();
    });
    await expect(answer).rejects.toThrow('crashed');
    expect(workers.opened()).toBe(2);
  });

  it('ends the worker at once when cancelled, and opens another for the next question', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers);
    const abort = new AbortController();
    const answer = session.ask((api) => api.hang(), abort.signal);
    setTimeout(() => abort.abort(), 5);
    await expect(answer).rejects.toThrow('Cancelled');
    expect(workers.closed()).toBe(1);
    expect(await session.ask((api) => api.add(2))).toBe(12);
    session.close();
  });
});

describe('a session with an idle timeout', () => {
  beforeEach(() => void vi.stubGlobal('Worker', class {}));
  afterEach(() => void vi.unstubAllGlobals());

  it('closes a worker that is not asked, and opens another for the next question', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers, 1);
    expect(await session.ask((api) => api.add(1))).toBe(11);
    await vi.waitFor(() => expect(workers.closed()).toBe(1));
    expect(await session.ask((api) => api.add(1))).toBe(11);
    expect(workers.opened()).toBe(2);
    session.close();
  });

  it('leaves a worker that is at work alone', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers, 1);
    const abort = new AbortController();
    const long = session.ask((api) => api.hang(), abort.signal);
    expect(await session.ask((api) => api.add(1))).toBe(11);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(workers.closed()).toBe(0);
    abort.abort();
    await expect(long).rejects.toThrow('Cancelled');
  });
});

describe('a session where there are no workers', () => {
  it('answers inline', async () => {
    const workers = someWorkers();
    const session = sessionOver(workers);
    expect(await session.ask((api) => api.add(3))).toBe(13);
    expect(workers.opened()).toBe(0);
  });
});
