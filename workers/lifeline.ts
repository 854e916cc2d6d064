/**
 * What a worker says of itself: that it runs, and then the name of a lock that it holds as long as it lives. A worker
 * that is ended from within, or by the browser for want of memory, tells nobody; its lock is free from then on.
 */
interface LifeSign {
  alive: string | null;
}

const isLifeSign = (data: unknown): data is LifeSign => typeof data === 'object' && data !== null && 'alive' in data;

interface WorkerSide {
  postMessage: (message: unknown) => void;
}

/** The locks of a browser; plain http and Node before 24 have none. */
type Locks = Pick<LockManager, 'request'>;
const locksHere = (): Locks | undefined => globalThis.navigator?.locks;

/** Said by a worker when it begins, before any work holds its thread. */
export const sayAlive = (port: WorkerSide, locks = locksHere()): void => {
  port.postMessage({ alive: null } satisfies LifeSign);
  const name = `phusong-worker-${Date.now()}-${Math.random()}`;
  const hold = (): Promise<never> => {
    port.postMessage({ alive: name } satisfies LifeSign);
    return new Promise(() => {});
  };
  // where locks are refused there is none to watch; errors and the end of its start are told all the same
  locks?.request(name, hold).catch(() => {});
};

/** Longer than the slowest network takes to bring a worker's code. */
const startPatienceMs = 180_000;

interface PageSide {
  addEventListener: (type: 'message', listener: (event: { data?: unknown }) => void) => void;
}

/** Tells once when a worker never began, or ended without an error. Returns what ends the watch. */
export const watchLife = (
  worker: PageSide,
  onGone: (reason: string) => void,
  { locks = locksHere(), patienceMs = startPatienceMs }: { locks?: Locks | undefined; patienceMs?: number } = {},
): (() => void) => {
  let isOver = false;
  const gone = (reason: string): void => {
    if (!isOver) onGone(reason);
    isOver = true;
  };
  const timer = setTimeout(() => gone(`did not start within ${patienceMs / 1000} s`), patienceMs);
  // a thread that is watched keeps no process of Node from ending
  (timer as { unref?: () => void }).unref?.();
  worker.addEventListener('message', ({ data }) => {
    if (!isLifeSign(data)) return;
    clearTimeout(timer);
    // asked for after the worker has it: to get it is to learn that the worker is gone
    if (data.alive !== null) locks?.request(data.alive, () => gone('ended without an error')).catch(() => {});
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
};
