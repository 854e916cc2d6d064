import type { Pace } from '../source.ts';

/** Rests for so long; rejects with the signal's reason when cancelled. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });

/** Lets requests to one source through, no more at once and no sooner than its pace allows. */
export interface Lane {
  /** Runs a request when its turn comes. */
  run: <T>(request: () => Promise<T>) => Promise<T>;
  /** Everybody rests, those waiting included. */
  rest: (ms: number) => void;
}

export const createLane = ({ atOnce, restMs }: Pace, rest: Wait, signal: AbortSignal): Lane => {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  let resting: Promise<void> = Promise.resolve();
  const release = (): void => {
    free++;
    waiting.shift()?.();
  };
  const turn = async (): Promise<void> => {
    while (free === 0) await new Promise<void>((go) => waiting.push(go));
    free--;
  };
  const restFor = (ms: number): void => {
    const before = resting;
    // a rejection is met by whoever waits for it
    resting = Promise.all([before, rest(ms, signal)]).then(() => undefined);
    resting.catch(() => undefined);
  };
  return {
    run: async (request) => {
      await turn();
      try {
        for (let before = null as Promise<void> | null; before !== resting; ) {
          before = resting;
          await resting;
        }
        signal.throwIfAborted();
        return await request();
      } finally {
        if (restMs > 0) restFor(restMs);
        release();
      }
    },
    rest: restFor,
  };
};
