// @module-tag slow
import { afterEach, describe, expect, it } from 'vitest';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore, type Store } from '../../src/sources/cache/store.ts';
import { SourceError } from '../../src/sources/failure.ts';
import { download } from '../../src/sources/net/download.ts';
import { rangedFile } from '../../src/sources/net/ranged-file.ts';
import { bucketPace, type Source } from '../../src/sources/source.ts';
import { aNet } from './a-net.ts';
import { type Route, type StandIn, startStandIn } from './stand-in.ts';

const megabyte = 1 << 20;
const file = Uint8Array.from({ length: 3 * megabyte + 12_345 }, (_, i) => (i * 7 + (i >> 9)) & 255);

const aSource = (change: Partial<Source> = {}): Source => ({
  id: 'skadi',
  name: 'a source',
  gives: [],
  addresses: { files: 'https://nowhere.invalid' },
  pace: { ...bucketPace, answerMs: 300, idleMs: 300 },
  mostBytes: 8 * megabyte,
  terms: { licence: '', attribution: '', mayBePassedOn: true },
  fromPage: 'yes',
  ...change,
});

const routes: Route[] = [
  [/^x\/file$/, () => ({ body: file, isFile: true })],
  [/^x\/words$/, () => ({ body: 'twelve words', type: 'text/plain' })],
];

let open: StandIn | undefined;
afterEach(() => open?.close());
const standIn = async () => {
  open = await startStandIn(routes);
  return open;
};

/** Comparing millions of bytes one by one is slow. */
const expectSame = (bytes: Uint8Array | null, expected: Uint8Array): void =>
  expect([bytes?.length, Buffer.compare(bytes ?? Buffer.alloc(0), expected)]).toEqual([expected.length, 0]);

const take = () => ({ take: true as const });
const ruleOf = async (asking: Promise<unknown>): Promise<string> => {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  return (error as SourceError).problems[0].rule;
};

describe('an answer', () => {
  it('is asked for once; a second run asks nothing', async () => {
    const server = await standIn();
    const cache = createCache(memoryStore());
    const question = { address: server.at('x/words') };
    for (let run = 0; run < 2; run++) {
      const { bytes, isFresh } = await aNet(server, { cache }).ask(aSource(), question);
      expect([new TextDecoder().decode(bytes!), isFresh]).toEqual(['twelve words', run === 0]);
    }
    expect(server.asked).toHaveLength(1);
    const { bytes } = await aNet(server, { cache, isOffline: true }).ask(aSource(), question);
    expect(bytes).toHaveLength(12);
    expect(await ruleOf(aNet(server, { isOffline: true }).ask(aSource(), question))).toBe('source-offline');
  });

  it.each([
    ['a busy server', { reply: { status: 503, body: 'SlowDown' } }],
    ['too many requests', { reply: { status: 429, body: '' } }],
    ['a gateway that gave up', { reply: { status: 504, type: 'text/html', body: '<html>' } }],
    ['a cut', { cut: true }],
    ['a silence', { delayMs: 500 }],
  ])('is asked for again after %s', async (_, fault) => {
    const server = await standIn();
    server.fault({ when: /words/, ...fault });
    const { bytes } = await aNet(server).ask(aSource(), { address: server.at('x/words') });
    expect(bytes).toHaveLength(12);
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    [400, 'source-query'],
    [401, 'source-refuses'],
    [403, 'source-refuses'],
    [404, 'source-lacks'],
    [406, 'source-agent'],
  ])('is not asked for again after %i', async (status, rule) => {
    const server = await standIn();
    server.fault({ when: /words/, reply: { status, body: 'no' }, times: 9 });
    expect(await ruleOf(aNet(server).ask(aSource(), { address: server.at('x/words') }))).toBe(rule);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    [{ reply: { status: 429, body: '' } }, 'source-busy'],
    [{ reply: { status: 500, body: '' } }, 'source-failed'],
    [{ cut: true }, 'source-cut'],
    [{ delayMs: 400 }, 'source-slow'],
  ])('that never comes is told as %o', async (fault, rule) => {
    const server = await standIn();
    server.fault({ when: /words/, times: 9, ...fault });
    expect(await ruleOf(aNet(server).ask(aSource(), { address: server.at('x/words') }))).toBe(rule);
    expect(server.asked).toHaveLength(4);
  });

  it('of a host that is not there is told as out of reach', async () => {
    const server = await standIn();
    const address = server.at('x/words');
    await server.close();
    expect(await ruleOf(aNet(server).ask(aSource(), { address }))).toBe('source-unreachable');
  });

  it('longer than allowed is refused before it has come', async () => {
    const server = await standIn();
    const source = aSource({ mostBytes: 5 });
    expect(await ruleOf(aNet(server).ask(source, { address: server.at('x/words') }))).toBe('source-large');
  });

  it('that is not what was asked for is neither kept nor used', async () => {
    const server = await standIn();
    const cache = createCache(memoryStore());
    const ask = () =>
      aNet(server, { cache }).ask(
        aSource({ pace: { ...bucketPace, tries: 2 } }),
        { address: server.at('x/words') },
        { check: () => ({ again: 'source-form' }) },
      );
    expect(await ruleOf(ask())).toBe('source-form');
    expect(await ruleOf(ask())).toBe('source-form');
    expect(server.asked).toHaveLength(4);
  });

  it('spoilt in the cache is asked for again', async () => {
    const server = await standIn();
    const store = memoryStore();
    const spoiling: Store = {
      ...store,
      read: async (name) => {
        const bytes = await store.read(name);
        return bytes && name.startsWith('objects/') ? bytes.map((byte) => byte ^ 1) : bytes;
      },
    };
    const question = { address: server.at('x/words') };
    await aNet(server, { cache: createCache(store) }).ask(aSource(), question);
    const { bytes, isFresh } = await aNet(server, { cache: createCache(spoiling) }).ask(aSource(), question);
    expect([new TextDecoder().decode(bytes!), isFresh]).toEqual(['twelve words', true]);
  });

  it('is never written down or shown with its secret', async () => {
    const server = await standIn();
    const names: string[] = [];
    const store = memoryStore();
    const watching: Store = {
      ...store,
      write: async (name, bytes) => {
        names.push(name, new TextDecoder().decode(bytes));
        await store.write(name, bytes);
      },
    };
    const question = { address: `${server.at('x/none')}?token=hush`, secret: 'hush' };
    const asking = aNet(server, { cache: createCache(watching) }).ask(aSource(), question, {
      judge: () => ({ absent: true }),
    });
    expect((await asking).bytes).toBeNull();
    expect(names.join('\n')).not.toContain('hush');
    const refused = await aNet(server)
      .ask(aSource(), question)
      .catch((error: Error) => error.message);
    expect(refused).not.toContain('hush');
  });

  it('is given up at once when cancelled', async () => {
    const server = await standIn();
    server.fault({ when: /words/, delayMs: 5000 });
    const cancel = new AbortController();
    const asking = aNet(server, { signal: cancel.signal }).ask(aSource({ pace: bucketPace }), {
      address: server.at('x/words'),
    });
    setTimeout(() => cancel.abort(), 20);
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a source that takes one request at a time', () => {
  const overpassAddress = (server: StandIn, n: number) => `${server.at('overpass-api.de/api/interpreter')}?${n}`;

  it('never gets two, and a long rest after it has said that it is asked too often', async () => {
    const server = await startStandIn([[/^overpass/, () => ({ body: 'x' })]], { slownessMs: 3 });
    open = server;
    server.fault({ when: /interpreter\?3/, reply: { status: 429, body: '' }, times: 2 });
    const net = aNet(server);
    const source = aSource({ pace: { ...bucketPace, atOnce: 1, busyMs: 32_000 } });
    await Promise.all([1, 2, 3, 4, 5].map((n) => net.ask(source, { address: overpassAddress(server, n) })));
    expect(server.asked).toHaveLength(7);
    expect(server.offences).toEqual([]);
  });
});

describe('a long file', () => {
  const question = (server: StandIn) => ({ address: server.at('x/file') });

  it('goes on after a cut from what has come', async () => {
    const server = await standIn();
    server.fault({ when: /file/, cut: true, times: 2 });
    const bytes = await download(aNet(server), aSource(), question(server), { check: take });
    expectSame(bytes, file);
    expect(server.asked.map(({ headers }) => headers.range ?? 'all')).toEqual([
      'all',
      'bytes=1048576-',
      'bytes=2097152-',
    ]);
  });

  it('goes on in another run, whole to the last byte', async () => {
    const server = await standIn();
    const cache = createCache(memoryStore());
    server.fault({ when: /file/, cut: true });
    const once = aSource({ pace: { ...bucketPace, tries: 1 } });
    expect(await ruleOf(download(aNet(server, { cache }), once, question(server), { check: take }))).toBe('source-cut');
    expectSame(await download(aNet(server, { cache }), once, question(server), { check: take }), file);
    expect(server.asked[1].headers).toMatchObject({ range: 'bytes=1048576-' });
    expectSame(await download(aNet(server, { cache }), once, question(server), { check: take }), file);
    expect(server.asked).toHaveLength(2);
  });

  it('begins anew where the file has become another meanwhile', async () => {
    let current = file.slice(5);
    const server = await startStandIn([[/^x\/file$/, () => ({ body: current, isFile: true })]]);
    open = server;
    const cache = createCache(memoryStore());
    const once = aSource({ pace: { ...bucketPace, tries: 1 } });
    server.fault({ when: /file/, cut: true });
    await ruleOf(download(aNet(server, { cache }), once, question(server), { check: take }));
    current = file;
    expectSame(await download(aNet(server, { cache }), once, question(server), { check: take }), file);
  });

  it('is refused where it fails its check, and nothing of it stays', async () => {
    const server = await standIn();
    const cache = createCache(memoryStore());
    const check = (body: Uint8Array) =>
      body[body.length >> 1] === file[file.length >> 1] ? take() : { again: 'source-checksum' as const };
    server.fault({ when: /file/, spoil: true });
    expectSame(await download(aNet(server, { cache }), aSource(), question(server), { check }), file);
    server.fault({ when: /file/, spoil: true, times: 9 });
    expect(await ruleOf(download(aNet(server), aSource(), question(server), { check }))).toBe('source-checksum');
  });
});

describe('a file read in parts', () => {
  const read = (server: StandIn, change = {}, source = aSource()) =>
    rangedFile(aNet(server, change), source, server.at('x/file'), ({ status }) => status === 404, {
      name: 'a file',
      fits: ([first]) => first === file[0] || first === (file[0] ^ 255),
    });

  it('fetches what is asked for and no more, once', async () => {
    const server = await standIn();
    const cache = createCache(memoryStore());
    const parts = read(server, { cache });
    expectSame(await parts.read(10, 30), file.slice(10, 30));
    expectSame(await parts.read(1_000_000, 1_400_000), file.slice(1_000_000, 1_400_000));
    expectSame(await parts.read(file.length - 3, file.length + 50), file.slice(-3));
    const { length } = server.asked;
    expect(server.asked.every(({ status }) => status === 206)).toBe(true);
    expectSame(await read(server, { cache }).read(1_100_000, 1_200_000), file.slice(1_100_000, 1_200_000));
    expectSame(await read(server, { cache, isOffline: true }).read(0, 9), file.slice(0, 9));
    expect(server.asked).toHaveLength(length);
  });

  it('is told to a page that may not see which part came', async () => {
    const server = await standIn();
    const unseen: typeof fetch = async (...asked) => {
      const { status, headers, body } = await fetch(...asked);
      const seen = [...headers].filter(([name]) => name !== 'content-range');
      return new Response(body, { status, headers: seen });
    };
    expect(await ruleOf(read(server, { fetch: unseen }).read(0, 100))).toBe('source-hidden');
  });

  it('takes the whole from a server that gives no parts, where it is not too large', async () => {
    const server = await standIn();
    server.fault({ when: /file/, whole: true });
    const parts = read(server);
    expectSame(await parts.read(2_000_000, 2_000_100), file.slice(2_000_000, 2_000_100));
    expectSame(await parts.read(0, 100), file.slice(0, 100));
    expect(server.asked).toHaveLength(1);
    server.fault({ when: /file/, whole: true });
    expect(await ruleOf(read(server, {}, aSource({ mostBytes: megabyte })).read(0, 100))).toBe('source-whole');
  });

  it('never puts parts of two versions together', async () => {
    let current = file;
    const server = await startStandIn([[/^x\/file$/, () => ({ body: current, isFile: true })]]);
    open = server;
    const cache = createCache(memoryStore());
    const parts = read(server, { cache });
    await parts.read(0, 100);
    current = file.map((byte) => byte ^ 255);
    expect(await ruleOf(parts.read(2_000_000, 2_000_100))).toBe('source-changed');
    const fresh = read(server, { cache });
    expectSame(await fresh.read(2_000_000, 2_000_100), current.slice(2_000_000, 2_000_100));
    expectSame(await fresh.read(0, 100), current.slice(0, 100));
  });

  it('is null where there is none, and that is kept, too', async () => {
    const server = await startStandIn([]);
    open = server;
    const cache = createCache(memoryStore());
    expect(await read(server, { cache }).read(0, 100)).toBeNull();
    expect(await read(server, { cache }).read(0, 100)).toBeNull();
    expect(server.asked).toHaveLength(1);
  });
});
