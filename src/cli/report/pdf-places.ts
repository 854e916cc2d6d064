import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * The page, from 1, of every named place in a printed page, by its name: what the links in it lead to. Empty where the
 * bytes are no PDF.
 */
export const placesInPdf = async (bytes: Uint8Array): Promise<Map<string, number>> => {
  const thread = new Worker(new URL('./pdf-places-thread.mjs', import.meta.url), { workerData: bytes, execArgv: [] });
  try {
    const [places] = (await once(thread, 'message')) as [[name: string, page: number][]];
    return new Map(places);
  } finally {
    await thread.terminate();
  }
};
