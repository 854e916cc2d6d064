import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { folderStore } from '../../src/cli/data/folder-store.ts';
import { browserStore } from '../../src/sources/cache/browser-store.ts';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore, type Store } from '../../src/sources/cache/store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a page has of the Cache API, as far as a store asks it. */
const cacheApi = () => {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache = {
    match: async (address: string) => (kept.has(address) ? new Response(kept.get(address)) : undefined),
    put: async (address: string, answer: Response) => {
      kept.set(address, new Uint8Array(await answer.arrayBuffer()));
    },
    delete: async (address: string) => kept.delete(address),
  };
  return { open: async () => cache };
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

const stores: [string, () => Promise<Store> | Store][] = [
  ['memory', memoryStore],
  ['a folder', () => folderStore(mkdtempSync(join(folder, 'store-')))],
  [
    'a browser’s storage',
    () => {
      vi.stubGlobal('caches', cacheApi());
      return browserStore();
    },
  ],
];

describe.each(stores)('a cache in %s', (_, open) => {
  it('gives back what was kept, and nothing else', async () => {
    const cache = createCache(await open());
    expect(await cache.find('https://a/1')).toBeNull();
    await cache.keep('https://a/1', bytes('one'), { version: '"x"', total: 9 });
    await cache.keep('https://a/2', bytes('one'));
    await cache.keep('https://a/none', null);
    expect(await cache.find('https://a/1')).toEqual({
      asked: 'https://a/1',
      bytes: bytes('one'),
      version: '"x"',
      total: 9,
    });
    expect((await cache.find('https://a/none'))?.bytes).toBeNull();
    await cache.forget('https://a/1');
    expect(await cache.find('https://a/1')).toBeNull();
    expect((await cache.find('https://a/2'))?.bytes).toEqual(bytes('one'));
  });

  it('keeps pieces of one version of an answer, in their order', async () => {
    const store = await open();
    const pieces = createCache(store).pieces('https://a/long');
    await pieces.begin('"v1"');
    await pieces.add(bytes('be'));
    await pieces.add(bytes('gin'));
    const again = createCache(store).pieces('https://a/long');
    expect(await again.read()).toEqual({ version: '"v1"', pieces: [bytes('be'), bytes('gin')] });
    await again.add(bytes('ning'));
    expect((await again.read()).pieces).toHaveLength(3);
    await again.begin('"v2"');
    expect(await createCache(store).pieces('https://a/long').read()).toEqual({ version: '"v2"', pieces: [] });
    await again.forget();
    expect(await again.read()).toEqual({ version: '', pieces: [] });
  });

  it('takes a note that can’t be read for none', async () => {
    const store = await open();
    const cache = createCache(store);
    const names: string[] = [];
    const watching = createCache({
      ...store,
      write: (name, content) => {
        names.push(name);
        return store.write(name, content);
      },
    });
    await watching.keep('https://a/1', bytes('one'));
    await store.write(names.find((name) => name.startsWith('asked/'))!, bytes('{"asked":'));
    expect(await cache.find('https://a/1')).toBeNull();
  });
});

describe('a folder as a store', () => {
  it('sweeps away what a dead process has left aside, and leaves what a living one is writing', async () => {
    const at = mkdtempSync(join(folder, 'sweep-'));
    mkdirSync(join(at, 'aside'));
    writeFileSync(join(at, 'aside', '999999999-0'), 'half');
    writeFileSync(join(at, 'aside', `${process.pid}-77`), 'half');
    await folderStore(at);
    expect(readdirSync(join(at, 'aside'))).toEqual([`${process.pid}-77`]);
  });

  it('has nothing under a name where a folder stands', async () => {
    const at = mkdtempSync(join(folder, 'names-'));
    const store = await folderStore(at);
    await store.write('a/b/c', bytes('x'));
    expect(await store.read('a/b/c/d')).toBeNull();
    await store.remove('a/b/none');
    expect(existsSync(join(at, 'a/b/c'))).toBe(true);
  });
});
