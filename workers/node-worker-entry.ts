import { parentPort, workerData } from 'node:worker_threads';

/** What a web worker's `self` offers Comlink, over the port to the parent thread. */
const port = parentPort!;
const wrapped = new Map<unknown, (data: unknown) => void>();
Object.assign(globalThis, {
  self: {
    postMessage: (message: unknown, transfer?: readonly ArrayBuffer[]) => port.postMessage(message, transfer ?? []),
    addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => {
      const wrap = (data: unknown) => listener({ data });
      wrapped.set(listener, wrap);
      port.on('message', wrap);
    },
    removeEventListener: (_type: string, listener: unknown) => {
      const wrap = wrapped.get(listener);
      if (wrap) port.off('message', wrap);
    },
  },
});
await import(workerData as string);
