import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// a thread does not inherit its parent's TypeScript loader
register();

/** What a web worker's `self` offers Comlink, over the port to the parent thread. */
const wrapped = new Map();
globalThis.self = {
  postMessage: (message, transfer) => parentPort.postMessage(message, transfer ?? []),
  addEventListener: (_type, listener) => {
    const wrap = (data) => listener({ data });
    wrapped.set(listener, wrap);
    parentPort.on('message', wrap);
  },
  removeEventListener: (_type, listener) => {
    const wrap = wrapped.get(listener);
    if (wrap) parentPort.off('message', wrap);
    wrapped.delete(listener);
  },
};
await import(workerData);
