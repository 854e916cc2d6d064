// @module-tag slow
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore, type Store } from '../../src/sources/cache/store.ts';
import { chooseSources } from '../../src/sources/catalogue.ts';
import { gather } from '../../src/sources/gather.ts';
import type { Wish } from '../../src/sources/wish.ts';
import { budget, hasTime } from '../support/budget.ts';
import { seededRandom } from '../support/random.ts';
import { aNet } from './a-net.ts';
import { smallBox, smallRoutes } from './small-world.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** Moments at which runs are killed. */
const kills = 20;

const wish: Wish = {
  area: { kind: 'box', name: 'Vùng thử', box: smallBox },
  about: smallBox,
  sources: chooseSources(['overpass', 'terrarium', 'worldcover', 'worldpop']),
  files: {},
  country: 'VNM',
  mcc: '452',
  cellToken: null,
  boundaryLevel: 'ADM2',
  coverDetail: 'level',
  people: { kind: 'wpgpunadj', year: 2020 },
  gridZoom: 12,
  marginCells: 40,
};

let server: StandIn;
beforeAll(async () => {
  server = await startStandIn(smallRoutes());
});
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
});
afterEach(() => expect(server.offences).toEqual([]));

const fingerprint = (gathered: Awaited<ReturnType<typeof gather>>): string =>
  createHash('sha256')
    .update(
      JSON.stringify(gathered, (_, value) =>
        ArrayBuffer.isView(value) ? Buffer.from(value.buffer).toString('base64') : value,
      ),
    )
    .digest('hex');

/** A store whose machine dies at its nth writing, before or after the thing is in its place. */
const dyingStore = (store: Store, atWrite: number, isWritten: boolean): Store => {
  let writes = 0;
  const die = () => {
    throw new Error('the power went');
  };
  return {
    ...store,
    write: async (name, bytes) => {
      writes++;
      if (writes < atWrite) return store.write(name, bytes);
      if (writes === atWrite && isWritten) await store.write(name, bytes);
      return die();
    },
    remove: (name) => (writes >= atWrite ? die() : store.remove(name)),
  };
};

describe('gathering that is ended at any moment', () => {
  it('goes on to the same, asking for nothing that was whole', async () => {
    const whole = fingerprint(await gather(aNet(server), wish));
    const needed = server.asked.length;
    const random = seededRandom(20251);
    for (let run = 0; run < budget(4, 20); run++) {
      server.asked.length = 0;
      const store = memoryStore();
      const dying = dyingStore(store, 1 + Math.floor(random() * 2 * needed), random() < 0.5);
      await gather(aNet(server, { cache: createCache(dying) }), wish).catch(() => undefined);
      // whatever was under way when it died has its answer; then nobody asks any more
      await rest(30);
      expect(fingerprint(await gather(aNet(server, { cache: createCache(store) }), wish))).toBe(whole);
      // six at once: so many answers may have come and not been kept
      expect(server.asked.length).toBeLessThanOrEqual(needed + 12);
    }
  });
});

describe('phusong data, killed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'resume-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = (cache: string, out: string): ChildProcess => {
    const args = [
      ...[
        'data',
        '--bbox',
        smallBox.join(','),
        '--name',
        'Vùng thử',
        '--country',
        'VNM',
        '--quiet',
        '--contact',
        'a test',
      ],
      ...Object.entries(server.addresses).flatMap(([source, url]) => ['--address', `${source}=${url}`]),
      ...['--cache', cache, '--out', out],
    ];
    return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  };
  const ended = (child: ChildProcess) =>
    new Promise<{ code: number | null; signal: string | null }>((done) => {
      child.on('exit', (code, signal) => done({ code, signal }));
    });
  const bytesOf = (out: string) =>
    Object.fromEntries(
      readdirSync(out).map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ]),
    );

  it.runIf(hasTime)(
    `at ${kills} random moments, makes the same pack in the end; a pack is whole or not there`,
    async () => {
      const began = performance.now();
      expect(await ended(start(join(folder, 'once'), join(folder, 'a', 'pack')))).toEqual({ code: 0, signal: null });
      const wholeMs = performance.now() - began;
      const random = seededRandom(7);
      const out = join(folder, 'b', 'pack');
      for (let k = 0; k < kills; k++) {
        const child = start(join(folder, 'often'), out);
        const end = ended(child);
        await Promise.race([rest(random() * wholeMs), end]);
        child.kill('SIGKILL');
        await end;
        if (existsSync(out)) expect(bytesOf(out)).toEqual(bytesOf(join(folder, 'a', 'pack')));
      }
      const last = start(join(folder, 'often'), out);
      let said = '';
      last.stderr?.on('data', (text) => {
        said += text;
      });
      expect([(await ended(last)).code, said.includes('Nothing was changed')]).toEqual([0, false]);
      expect(bytesOf(out)).toEqual(bytesOf(join(folder, 'a', 'pack')));
      expect(readdirSync(join(folder, 'often', 'aside'))).toEqual([]);
    },
  );
});
