import type { Store } from './store.ts';

/** A page's own storage, by the Cache API: there in pages and workers, on https and on this machine. */
export const browserStore = (name = 'phusong-sources'): Store => {
  // entries are known by addresses; this one leads nowhere
  const address = (entry: string): string => `https://phusong.invalid/${entry}`;
  const opened = caches.open(name);
  return {
    read: async (entry) => {
      const answer = await (await opened).match(address(entry));
      return answer ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    write: async (entry, bytes) => (await opened).put(address(entry), new Response(bytes.slice())),
    remove: async (entry) => {
      await (await opened).delete(address(entry));
    },
  };
};
