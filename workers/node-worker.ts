import { Worker as Thread } from 'node:worker_threads';

type Listener = (event: { data?: unknown; error?: unknown; message?: string }) => void;

/** The part of the web's Worker that the pool and Comlink use, on a thread of Node. */
class NodeWorker {
  private readonly thread: Thread;
  private readonly wrapped = new Map<Listener, (value: unknown) => void>();

  constructor(url: URL) {
    this.thread = new Thread(new URL('./node-worker-entry.mjs', import.meta.url), {
      workerData: url.href,
    });
  }

  postMessage(message: unknown, transfer: readonly ArrayBuffer[] = []): void {
    this.thread.postMessage(message, transfer);
  }

  addEventListener(type: 'message' | 'error' | 'messageerror', listener: Listener): void {
    const wrapped = (value: unknown) =>
      listener(type === 'message' ? { data: value } : { error: value, message: String(value) });
    this.wrapped.set(listener, wrapped);
    this.thread.on(type, wrapped);
    if (type === 'error') this.thread.on('exit', (code) => wrapped(new Error(`thread ended with ${code}`)));
  }

  removeEventListener(type: 'message' | 'error' | 'messageerror', listener: Listener): void {
    const wrapped = this.wrapped.get(listener);
    if (wrapped) this.thread.off(type, wrapped);
    this.wrapped.delete(listener);
  }

  terminate(): void {
    void this.thread.terminate();
  }
}

/** Gives Node a `Worker`, so that clients spawn threads there as they do in a browser. */
export const installNodeWorkers = (): void => {
  const scope = globalThis as { Worker?: unknown };
  scope.Worker ??= NodeWorker;
};
