// @module-tag slow
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readPack } from '../../src/files/pack/pack-read.ts';
import { packSourceFromFiles } from '../../src/files/pack/pack-source.ts';
import { memoryStore } from '../../src/sources/cache/store.ts';
import { createProvinceApi, type ProvinceProgress, type ProvinceQuestion } from '../../workers/province/api.ts';
import { overpassRoute, terrariumRoute } from '../sources/answers.ts';
import { smallBox, smallOsm } from '../sources/small-world.ts';
import { type StandIn, startStandIn } from '../sources/stand-in.ts';

let server: StandIn;
beforeAll(async () => {
  server = await startStandIn([overpassRoute(smallOsm), terrariumRoute((lon) => (lon - 105) * 100)]);
});
afterAll(() => server.close());
afterEach(() => vi.unstubAllGlobals());

/** A page's browser says by itself who asks. */
const asABrowser = (): void => {
  const ask = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    ask(address, { ...init, headers: { ...init.headers, 'user-agent': 'PhuSong/0 (test)' } }),
  );
};

const question = (change: Partial<ProvinceQuestion> = {}): ProvinceQuestion => ({
  place: { kind: 'box', name: 'Vùng thử', box: smallBox, country: 'VNM' },
  without: [],
  files: {},
  addresses: server.addresses,
  ...change,
});

test('there are 34 provinces, and a plan of each asks nobody', () => {
  const api = createProvinceApi(memoryStore);
  const provinces = api.provinces();
  expect(provinces).toHaveLength(34);
  for (const { code } of provinces) {
    const rows = api.plan(question({ place: { kind: 'province', code } }));
    expect(rows.map(({ id }) => id)).toEqual(['thanglequoc', 'terrarium', 'overpass', 'worldcover', 'worldpop']);
    expect(rows.every(({ megabytes, questions }) => megabytes > 0 && questions > 0)).toBe(true);
  }
  expect(server.asked).toEqual([]);
});

test('what is left out is not planned, nor what is asked by country where none is named', () => {
  const api = createProvinceApi(memoryStore);
  const place = { kind: 'box', name: 'x', box: smallBox, country: '' } as const;
  const ids = api.plan(question({ place, without: ['worldcover'] })).map(({ id }) => id);
  expect(ids).toEqual(['overpass', 'terrarium']);
});

test('a pack is built of what came, by source and step, and a second one asks nothing', async () => {
  asABrowser();
  const store = memoryStore();
  const api = createProvinceApi(() => store);
  const told: ProvinceProgress[] = [];
  const asked = question({ without: ['worldcover', 'worldpop'] });
  const built = await api.build(asked, (progress) => told.push(progress));
  const { pack } = await readPack(
    packSourceFromFiles('pack', new Map(built.entries.map(({ path, bytes }) => [path, bytes]))),
  );
  expect(pack.communes.features.map(({ properties }) => properties.name).sort()).toEqual(['Bắc', 'Tây', 'Đông']);
  expect(pack.manifest.notice).toContain('ODbL');
  expect(new Set(told.map((one) => (one.kind === 'source' ? one.id : one.step)))).toEqual(
    new Set(['overpass', 'terrarium', 'units', 'people', 'ground', 'hamlets', 'sites', 'fibre']),
  );
  const before = server.asked.length;
  const again = await api.build(asked, () => {});
  expect(server.asked.length).toBe(before);
  expect(again.entries).toEqual(built.entries);
});
