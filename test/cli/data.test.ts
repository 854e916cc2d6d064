// @module-tag slow
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDataCommand } from '../../src/cli/data/data.ts';
import { main } from '../../src/cli/main.ts';
import { readPackFolder } from '../../src/cli/pack-folder.ts';
import { fastWait } from '../sources/a-net.ts';
import { smallRoutes } from '../sources/small-world.ts';
import { type StandIn, startStandIn } from '../sources/stand-in.ts';

let folder: string;
let server: StandIn;
beforeAll(async () => {
  server = await startStandIn(smallRoutes());
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-test-'));
  server.asked.length = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(server.offences).toEqual([]);
});

const io = (signal = new AbortController().signal) => {
  const said = { stdout: '', stderr: '' };
  return {
    said,
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
    interactive: false,
    signal,
  };
};

const area = ['--bbox', '105.8,21.6,105.86,21.66', '--name', 'Vùng thử', '--country', 'VNM'];
const addresses = () => Object.entries(server.addresses).flatMap(([source, url]) => ['--address', `${source}=${url}`]);
const usual = () => [...area, ...addresses(), '--cache', join(folder, 'cache'), '--out', join(folder, 'out')];

/** The command at a thousand times its pace. */
const data = async (...args: string[]) => {
  const at = io();
  const code = await createDataCommand(fastWait).run(args, at);
  return { code, ...at.said };
};
const filesOf = (out = join(folder, 'out')) =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'base64')]));

describe('phusong data', () => {
  test('tells what it will ask of whom, how much and on whose terms, and asks nothing for a plan', async () => {
    const { code, stderr } = await data(...usual(), '--plan');
    expect(code).toBe(0);
    expect(server.asked).toEqual([]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    for (const said of [
      'Overpass',
      'requests',
      'MB',
      'ODbL',
      '© OpenStreetMap contributors',
      'CC BY 4.0',
      'WorldPop',
    ]) {
      expect(stderr).toContain(said);
    }
  });

  test('makes a pack from an empty cache; a second run, and one offline, ask nothing and make the same bytes', async () => {
    const { code, stdout } = await data(...usual());
    expect(code).toBe(0);
    expect(stdout).toContain('units 3');
    const first = filesOf();
    const { length } = server.asked;
    expect(length).toBeGreaterThan(15);
    expect((await data(...usual())).code).toBe(0);
    expect((await data(...usual(), '--offline')).code).toBe(0);
    expect(server.asked).toHaveLength(length);
    expect(filesOf()).toEqual(first);

    const { pack } = await readPackFolder(join(folder, 'out'), io());
    expect(pack.communes.features.map(({ properties: { code: unit, name, type } }) => [unit, name, type])).toEqual([
      ['R101', 'Tây', 'xã'],
      ['R102', 'Đông', 'phường'],
      ['R103', 'Bắc', 'xã'],
    ]);
    expect(pack.communes.features[1].geometry.type).toBe('MultiPolygon');
    expect(pack.communes.features[0].geometry.coordinates).toHaveLength(2);
    expect(pack.manifest).toMatchObject({ terrainModel: 'surface', terrainCoveredShare: 1, vintage: '2026' });
    expect(pack.manifest.notice).toContain('derived database');
    expect(pack.manifest.provenance.terrain).toMatchObject({
      kind: 'measured',
      attribution: expect.stringContaining('U.S. Geological Survey'),
    });
    expect(pack.manifest.provenance.landcover).toMatchObject({ kind: 'derived', licence: 'CC BY 4.0' });
    expect(pack.manifest.provenance.fibre.kind).toBe('synthetic');
  });

  test('tells each hamlet and site that is known from those made up', async () => {
    await data(...usual());
    const { pack } = await readPackFolder(join(folder, 'out'), io());
    const mapped = pack.hamlets.filter(({ origin }) => !origin?.synthetic);
    expect(mapped.map(({ name, origin }) => [name, origin?.source])).toEqual([
      ['Xóm Trại', 'OpenStreetMap node/1'],
      ['Phố Mới', 'OpenStreetMap node/2'],
      ['Bản Thượng', 'OpenStreetMap node/3'],
    ]);
    expect(pack.hamlets.every(({ origin }) => origin !== undefined)).toBe(true);
    const [viettel, unknown] = pack.sites.filter(({ origin }) => !origin?.synthetic);
    expect(viettel).toMatchObject({ id: 'OSM-N11', heightM: 45, positionUncertaintyM: 25, owner: 'viettel' });
    expect(viettel.origin?.assumed).toEqual(['owner', 'cells']);
    expect(unknown.origin?.assumed).toEqual(['heightM', 'owner', 'tenants']);
    expect(pack.roads.features.map(({ properties: { id, class: kind } }) => [id, kind])).toEqual([
      ['W21', 'main'],
      ['W22', 'local'],
    ]);
    // two people a cell of 1/1200° in the east, half a one elsewhere
    const people = pack.communes.features.map(({ properties }) => properties.population);
    const sum = pack.hamlets.flatMap(({ clusters }) => clusters).reduce((total, cluster) => total + cluster.people, 0);
    expect(sum).toBe(people.reduce((total, n) => total + n, 0));
    expect(people[1]).toBeGreaterThan(2 * people[0]);
  });

  test('leaves out what is made up when asked to', async () => {
    await data(...usual(), '--no-fill');
    const { pack } = await readPackFolder(join(folder, 'out'), io());
    expect(pack.hamlets.map(({ name }) => name)).toEqual(['Xóm Trại', 'Phố Mới', 'Bản Thượng']);
    expect(pack.sites).toHaveLength(2);
    expect(pack.manifest.provenance.sites.kind).toBe('derived');
  });

  test('runs the report of such a pack', async () => {
    await data(...usual());
    const at = io();
    expect(await main(['report', '--pack', join(folder, 'out'), '--out', join(folder, 'report')], at)).toBe(0);
    const findings = JSON.parse(readFileSync(join(folder, 'report', 'findings.json'), 'utf8'));
    expect(findings.pack.provenance.hamlets.attribution).toContain('OpenStreetMap contributors');
    expect(findings.communes).toHaveLength(3);
  });
});

describe('phusong data, used wrongly', () => {
  test.each([
    ['no area', [], 'Name one area'],
    ['two areas', ['--bbox', '1,2,3,4', '--province', 'Thái Nguyên'], 'Name one area'],
    ['a box upside down', ['--bbox', '105,22,106,21', '--country', 'VNM'], 'south than north'],
    ['a province that is none', ['--province', 'Atlantis'], 'There is no province'],
    ['a province that is part of another now', ['--province', 'bac kan'], 'part of Tỉnh Thái Nguyên since'],
    ['communes of 2020 that nobody knows', ['--province', 'Cà Mau', '--units', '2020'], 'Thái Nguyên only'],
    ['a source there is not', ['--province', 'Thái Nguyên', '--sources', 'google'], '--sources must be terrarium or'],
    ['no boundaries', ['--province', 'Thái Nguyên', '--sources', 'terrarium'], 'gives boundaries'],
    ['cells without a token', ['--province', 'Thái Nguyên', '--sources', 'thanglequoc,opencellid'], '--token'],
    ['people without a country', ['--bbox', '9,47,10,48'], '--country'],
    ['an address that is none', ['--province', 'Thái Nguyên', '--address', 'terrarium=ftp://x'], 'http'],
    ['a file that is not there', ['--province', 'Thái Nguyên', '--file', 'worldpop=none.tif'], 'none.tif'],
    [
      'conditions nobody has agreed to',
      ['--province', 'Thái Nguyên', '--units', '2020', '--sources', 'gadm,terrarium'],
      '--accept gadm',
    ],
  ])('%s: what is wrong, and nothing is asked', async (_, args, said) => {
    const at = io();
    expect(await main(['data', ...args, ...addresses(), '--cache', join(folder, 'cache')], at)).toBe(2);
    expect(at.said.stderr).toContain(said);
    expect(server.asked).toEqual([]);
  });

  test('Ctrl+C ends it at once, and says that it goes on later', async () => {
    const cancel = new AbortController();
    const at = io(cancel.signal);
    server.fault({ when: /terrarium/, delayMs: 3000, times: 50 });
    setTimeout(() => cancel.abort(), 300);
    const began = performance.now();
    const code = await main(['data', ...usual()], at);
    server.endFaults();
    expect([code, performance.now() - began < 2500]).toEqual([130, true]);
    expect(at.said.stderr).toContain('the same command goes on from there');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('a dropped file that is not of its form: exit code 3, the place and the rule', async () => {
    const file = join(folder, 'places.json');
    writeFileSync(file, '{"elements":[],"remark":"runtime error: Query timed out"}');
    const at = io();
    expect(await main(['data', ...usual(), '--sources', 'overpass,terrarium', '--file', `overpass=${file}`], at)).toBe(
      3,
    );
    expect(at.said.stderr).toContain('places.json');
    expect(at.said.stderr).toContain('Nothing was changed');
  });
});

describe('phusong data, when a source fails: exit code 1, a word that says what to do, nothing changed', () => {
  const html = (words: string) => ({ type: 'text/html', body: `<html><body>${words}</body></html>` });
  const timedOut = 'runtime error: Query timed out in "query" at line 4 after 2 seconds.';

  test.each([
    [
      'a proxy’s page in place of JSON',
      /interpreter.*place/,
      { reply: html('Sign in to the network') },
      'answered with something else than JSON',
    ],
    ['a page that names a time-out, each time', /interpreter.*place/, { reply: html(timedOut) }, '.osm.pbf', true],
    ['406', /interpreter/, { reply: { status: 406, ...html('Not Acceptable') } }, '--contact'],
    [
      '504',
      /interpreter.*highway/,
      { reply: { status: 504, ...html('Dispatcher_Client::timeout') } },
      'Run again later',
    ],
    ['429', /interpreter.*man_made/, { reply: { status: 429, ...html('rate_limited') } }, 'limits how often'],
    ['a cut', /terrarium/, { cut: true }, 'broke off', true],
    ['spoilt pictures', /terrarium/, { spoil: true }, 'something else'],
    ['a firewall', /terrarium/, { reply: { status: 403, ...html('Blocked') } }, 'firewall'],
    [
      'a listing that is none',
      /worldpop\.org\/rest/,
      { reply: { type: 'application/json', body: '{"data":[{}]}' } },
      'something else',
    ],
    ['a file that is gone', /data\.worldpop/, { reply: { status: 404, body: '' } }, '--address', true],
    ['a cover that is a page', /worldcover/, { reply: html('Bucket moved') }, 'something else than GeoTIFF', true],
  ])('%s', async (_, when, fault, said, isFollowedUp = false) => {
    server.fault({ when, times: 200, ...fault });
    const { code, stderr, stdout } = await data(...usual());
    server.endFaults();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(said);
    expect(stderr).toContain('the same command goes on from there');
    expect(existsSync(join(folder, 'out'))).toBe(false);
    if (!isFollowedUp) return;
    // and the next run, when all is well again, makes the pack that an undisturbed one makes
    expect((await data(...usual())).code).toBe(0);
    expect(filesOf()['pack.json']).toBe(await undisturbed());
  });
});

let once: string | undefined;
const undisturbed = async (): Promise<string> => {
  if (once === undefined) {
    await data(...area, ...addresses(), '--cache', join(folder, 'cache-2'), '--out', join(folder, 'other', 'out'));
    once = filesOf(join(folder, 'other', 'out'))['pack.json'];
  }
  return once;
};
