// @module-tag slow
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPack } from '../../../src/files/pack/pack-read.ts';
import { packSourceFromFiles, packSourceFromZip } from '../../../src/files/pack/pack-source.ts';
import { type PackDraft, writePack } from '../../../src/files/pack/pack-write.ts';
import { sha256Hex } from '../../../src/files/sha256.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';
import { aHamlet, aPack, aSite } from './small-pack.ts';

const reread = (pack: PackDraft) => readPack(packSourceFromFiles('small', writePack(pack)));

const problemsOf = async (reading: Promise<unknown>): Promise<readonly Problem[]> => {
  const error = await reading.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems;
};

/** The pack's files with one of them changed as text, and its checksum in pack.json put right again. */
const withFile = (path: string, change: (text: string) => string): Map<string, Uint8Array> => {
  const files = writePack(aPack());
  const text = new TextDecoder().decode(files.get(path));
  const bytes = new TextEncoder().encode(change(text));
  const manifest = new TextDecoder().decode(files.get('pack.json'));
  files.set('pack.json', new TextEncoder().encode(manifest.replace(sha256Hex(files.get(path)!), sha256Hex(bytes))));
  return files.set(path, bytes);
};

const degrees = (min: number, max: number) =>
  fc.integer({ min: Math.ceil(min * 1e6), max: Math.floor(max * 1e6) }).map((n) => n / 1e6);
const position = fc.tuple(degrees(105.8001, 105.8499), degrees(21.6001, 21.6499));
const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((text) => text.normalize('NFC'));

const hamlets = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    name,
    communeCode: fc.constant('05431'),
    centre: position,
    clusters: fc.array(fc.record({ position, people: fc.integer({ min: 1, max: 900 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    households: fc.nat(400),
    hasFibre: fc.boolean(),
  }),
  { selector: (hamlet) => hamlet.id, maxLength: 6 },
);
const sites = fc.uniqueArray(
  fc.record({ id: fc.uuid(), position, heightM: fc.integer({ min: 40, max: 80 }) }).map((change) => aSite(change)),
  { selector: (site) => site.id, maxLength: 6 },
);

test('a pack without a figure that money needs, or with one in another unit, is refused with its name', async () => {
  const { facts } = aPack();
  const parameters = facts.parameters
    .filter(({ name }) => name !== 'horizon' && !name.startsWith('grid_ef_'))
    .map((row) => (row.name === 'discount_rate' ? { ...row, unit: '1/year' } : row));
  const problems = await problemsOf(reread(aPack({ facts: { ...facts, parameters } })));
  expect(problems.map(({ rule, value, ruleValues }) => [rule, value || ruleValues?.field])).toEqual([
    ['not-one-of', '1/year'],
    ['missing-field', 'horizon'],
    ['missing-field', 'grid_ef_*'],
  ]);
});

describe('what only version 2 says', () => {
  const manifestOf = (files: ReadonlyMap<string, Uint8Array>) =>
    JSON.parse(new TextDecoder().decode(files.get('pack.json')));

  test('goes out and comes in, in a pack of that version', async () => {
    const hamlets = (['yes', 'no', 'unknown'] as const).map((gridPower, i) => aHamlet({ id: `H-${i}`, gridPower }));
    const sites = (['yes', 'no', 'unknown'] as const).map((fibre, i) => aSite({ id: `S-${i}`, fibre }));
    const draft = aPack({ hamlets, sites });
    expect(manifestOf(writePack(draft)).formatVersion).toBe(2);
    const { pack } = await reread(draft);
    expect(pack).toMatchObject({ manifest: { formatVersion: 2 }, hamlets, sites });
  });

  test('leaves a pack that says none of it at version 1, where both are unknown', async () => {
    expect(manifestOf(writePack(aPack())).formatVersion).toBe(1);
    const { pack } = await reread(aPack());
    expect(pack.hamlets[0]).not.toHaveProperty('gridPower');
    expect(pack.sites[0]).not.toHaveProperty('fibre');
  });

  test('means nothing in a pack of version 1, whatever its properties are called', async () => {
    const changed = withFile('sites.geojson', (text) => text.replace('"owner"', '"fibre":true,"owner"'));
    const { pack } = await readPack(packSourceFromFiles('small', changed));
    expect(pack.sites[0]).not.toHaveProperty('fibre');
  });

  test('is refused where it is neither yes, no nor unknown, and a version that is not known whole', async () => {
    const files = writePack(aPack({ hamlets: [aHamlet({ gridPower: 'yes' })] }));
    const spoilt = (path: string, from: string, to: string) => {
      const bytes = new TextEncoder().encode(new TextDecoder().decode(files.get(path)).replace(from, to));
      const manifest = new TextDecoder().decode(files.get('pack.json'));
      const listed = new TextEncoder().encode(manifest.replace(sha256Hex(files.get(path)!), sha256Hex(bytes)));
      return packSourceFromFiles('small', new Map([...files, ['pack.json', listed], [path, bytes]]));
    };
    const [problem] = await problemsOf(readPack(spoilt('hamlets.geojson', '"gridPower":"yes"', '"gridPower":"often"')));
    expect(problem).toMatchObject({ rule: 'not-one-of', value: 'often', file: 'small/hamlets.geojson' });
    const [version] = await problemsOf(readPack(spoilt('pack.json', '"formatVersion": 2', '"formatVersion": 3')));
    expect(version).toMatchObject({ rule: 'not-one-of', value: '3', place: 'formatVersion' });
  });
});

describe('an entry’s origin', () => {
  const origin = { source: 'OpenStreetMap node/1', assumed: ['heightM', 'owner'] };

  test('goes out and comes in, where it is said', async () => {
    const known = aSite({ origin, positionUncertaintyM: 340 });
    const madeUp = aHamlet({ origin: { synthetic: true } });
    const { pack } = await reread(aPack({ sites: [known], hamlets: [madeUp] }));
    expect(pack.sites).toEqual([known]);
    expect(pack.hamlets).toEqual([madeUp]);
  });

  test('and words of a pack’s terms leave a pack without them as it was', async () => {
    const { manifest } = aPack();
    const notice = { ...manifest, notice: 'a derived database', mayBePassedOn: false };
    expect((await reread(aPack({ manifest: notice }))).pack.manifest).toMatchObject({
      notice: 'a derived database',
      mayBePassedOn: false,
    });
    for (const bytes of writePack(aPack()).values()) {
      expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(
        /"(?:origin|notice|attribution|positionUncertaintyM)"/,
      );
    }
  });
});

describe('a pack written', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(hamlets, sites, fc.integer({ min: -50, max: 3000 }), async (hamlets, sites, heightM) => {
        const draft = aPack({ hamlets, sites });
        draft.terrain.data.fill(heightM);
        const { pack, warnings } = await reread(draft);
        const { files, ...manifest } = pack.manifest;
        expect({ ...pack, manifest }).toEqual(draft);
        expect(files).toHaveLength(13);
        expect(warnings).toEqual([]);
      }),
      { numRuns: budget(5, 40), seed: 20201231 },
    );
  });

  test('has the same bytes whatever the order of keys in memory', () => {
    const { id, ...rest } = aSite();
    expect([...writePack(aPack({ sites: [{ ...rest, id }] }))]).toEqual([...writePack(aPack())]);
  });

  test('has pack.json last, with the checksum of every other file', () => {
    const files = writePack(aPack());
    const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')));
    expect([...files.keys()].at(-1)).toBe('pack.json');
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual([...files.keys()].slice(0, -1));
    expect(manifest.files[0].sha256).toBe(sha256Hex(files.get(manifest.files[0].path)!));
  });

  test('rounds positions to six decimals', async () => {
    const { pack } = await reread(aPack({ sites: [aSite({ position: [105.83000049, 21.6300006] })] }));
    expect(pack.sites[0].position).toEqual([105.83, 21.630001]);
  });

  test('refuses a value its reader would refuse', () => {
    expect(() => writePack(aPack({ sites: [aSite({ heightM: -4 })] }))).toThrow(InputError);
  });
});

describe('a pack read', () => {
  test('from a zip with a folder in it is the same as from a folder', async () => {
    const files = writePack(aPack());
    const inFolder = Object.fromEntries([...files].map(([path, bytes]) => [`gói/${path}`, bytes]));
    const fromZip = await readPack(packSourceFromZip('small.zip', zipSync(inFolder)));
    expect(fromZip).toEqual(await readPack(packSourceFromFiles('small', files)));
  });

  test('tells its progress file by file', async () => {
    const told: number[][] = [];
    await readPack(packSourceFromFiles('small', writePack(aPack())), (done, total) => told.push([done, total]));
    expect(told.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(told.at(-1)).toEqual([13, 13]);
  });

  test('gives the checksum of its pack.json', async () => {
    const files = writePack(aPack());
    expect((await readPack(packSourceFromFiles('small', files))).checksum).toBe(sha256Hex(files.get('pack.json')!));
  });

  test('warns of a hamlet outside its commune but in the province', async () => {
    const { warnings } = await reread(aPack({ hamlets: [aHamlet({ centre: [105.87, 21.62] })] }));
    expect(warnings).toMatchObject([
      {
        file: 'small/hamlets.geojson',
        place: 'features[0] (H-05431-01)',
        value: '105.87, 21.62',
        rule: 'outside-commune',
        severity: 'warning',
      },
    ]);
  });
});

describe('a pack that cannot be used', () => {
  test('no pack.json', async () => {
    const problems = await problemsOf(readPack(packSourceFromFiles('empty', new Map())));
    expect(problems).toMatchObject([{ file: 'empty/pack.json', rule: 'missing-file' }]);
  });

  test('a wrong checksum: the file, what was found and what pack.json states', async () => {
    const files = writePack(aPack());
    const stated = sha256Hex(files.get('hamlets.geojson')!);
    const changed = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}');
    files.set('hamlets.geojson', changed);
    const problems = await problemsOf(readPack(packSourceFromFiles('small', files)));
    expect(problems).toMatchObject([
      { file: 'small/hamlets.geojson', rule: 'checksum', value: sha256Hex(changed), ruleValues: { expected: stated } },
    ]);
  });

  test('a file is missing', async () => {
    const files = writePack(aPack());
    files.delete('terrain.tif');
    const problems = await problemsOf(readPack(packSourceFromFiles('small', files)));
    expect(problems).toMatchObject([{ file: 'small/terrain.tif', rule: 'missing-file' }]);
  });

  test('pack.json does not list a file', async () => {
    const files = writePack(aPack());
    const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')));
    manifest.files = manifest.files.filter((file: { path: string }) => file.path !== 'roads.geojson');
    files.set('pack.json', new TextEncoder().encode(JSON.stringify(manifest)));
    const problems = await problemsOf(readPack(packSourceFromFiles('small', files)));
    expect(problems).toMatchObject([{ file: 'small/pack.json', value: 'roads.geojson', rule: 'missing-file' }]);
  });

  test.each([
    ['missing-field', (text: string) => text.replace('"vintage": "2020",', ''), 'vintage'],
    ['not-one-of', (text: string) => text.replace('"synthetic"', '"real"'), 'provenance.communes.kind'],
    ['out-of-range', (text: string) => text.replace('"gridZoom": 12', '"gridZoom": 40'), 'gridZoom'],
    ['not-this-format', (text: string) => text.replace('"path": "', '"path": "../'), 'files[0].path'],
  ])('pack.json breaks the rule %s', async (rule, change, place) => {
    const problems = await problemsOf(readPack(packSourceFromFiles('small', withFile('pack.json', change))));
    expect(problems).toMatchObject([{ file: 'small/pack.json', rule, place }]);
  });

  test('a site outside the province: its id, its position, how far', async () => {
    const [problem, ...more] = await problemsOf(reread(aPack({ sites: [aSite({ position: [105.93, 21.62] })] })));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      file: 'small/sites.geojson',
      place: 'features[0] (TN-0001)',
      value: '105.93, 21.62',
      rule: 'outside-province',
    });
    // three hundredths of a degree of longitude at 21.6° N
    expect(problem.ruleValues?.distanceKm).toBeCloseTo(3.1, 1);
  });

  test('a hamlet without people: its id and name', async () => {
    const empty = aHamlet({ clusters: [{ position: [105.82, 21.62], people: 0 }] });
    expect(await problemsOf(reread(aPack({ hamlets: [empty] })))).toMatchObject([
      { file: 'small/hamlets.geojson', place: 'features[0] (H-05431-01)', value: 'Xóm Đình', rule: 'no-people' },
    ]);
  });

  test('an id used twice: both places', async () => {
    expect(await problemsOf(reread(aPack({ sites: [aSite(), aSite()] })))).toMatchObject([
      { rule: 'duplicate-id', value: 'TN-0001', place: 'features[1]', ruleValues: { first: 'features[0]' } },
    ]);
  });

  test('a commune code that is not there', async () => {
    expect(await problemsOf(reread(aPack({ hamlets: [aHamlet({ communeCode: '99999' })] })))).toMatchObject([
      { file: 'small/hamlets.geojson', value: '99999', rule: 'unknown-commune', ruleValues: { vintage: '2020' } },
    ]);
  });

  test('communes of another vintage', async () => {
    const pack = aPack();
    pack.communes.features[1].properties.vintage = '2025';
    expect(await problemsOf(reread(pack))).toMatchObject([{ value: '2025', rule: 'wrong-vintage' }]);
  });

  test.each([
    ['operator', { operator: 'nobody' }, 'tenants[0].operator'],
    ['band', { cells: [{ ...aSite().tenants[0].cells[0], band: '450' }] }, 'tenants[0].cells[0].band'],
    ['antenna', { cells: [{ ...aSite().tenants[0].cells[0], antenna: 'dish' }] }, 'tenants[0].cells[0].antenna'],
  ])('an unknown %s', async (_, change, place) => {
    const site = aSite({ tenants: [{ ...aSite().tenants[0], ...change }] });
    expect(await problemsOf(reread(aPack({ sites: [site] })))).toMatchObject([
      { rule: 'unknown-reference', place: `features[0] (TN-0001).${place}` },
    ]);
  });

  test('a name not in Unicode form NFC', async () => {
    const files = withFile('hamlets.geojson', (text) => text.replace('Xóm Đình', 'Xóm Đình'.normalize('NFD')));
    expect(await problemsOf(readPack(packSourceFromFiles('small', files)))).toMatchObject([
      { file: 'small/hamlets.geojson', place: 'features[0] (H-05431-01).name', rule: 'not-nfc' },
    ]);
  });

  test('GeoJSON that is not JSON: where it breaks', async () => {
    const files = withFile('roads.geojson', (text) => text.replace('"class":"main"', '"class":main'));
    expect(await problemsOf(readPack(packSourceFromFiles('small', files)))).toMatchObject([
      { file: 'small/roads.geojson', rule: 'not-json', value: expect.stringMatching(/^main/) },
    ]);
  });

  test('every problem is told at once', async () => {
    const sites = [aSite({ position: [100, 20] }), aSite({ id: 'TN-0002', communeCode: '00000' })];
    const hamlets = [aHamlet({ clusters: [{ position: [105.82, 21.62], people: 0 }] })];
    const rules = (await problemsOf(reread(aPack({ sites, hamlets })))).map((problem) => problem.rule);
    expect(rules.sort()).toEqual(['no-people', 'outside-province', 'unknown-commune']);
  });

  test('more than 200 problems: the first 200 and how many more', async () => {
    const hamlets = Array.from({ length: 250 }, (_, i) => aHamlet({ id: `H${i}`, communeCode: 'x' }));
    const problems = await problemsOf(reread(aPack({ hamlets })));
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatchObject({ rule: 'more-problems', ruleValues: { count: 50 } });
  });
});

describe('what a run would die of is refused before', () => {
  const withWidth = (bandwidthMHz: number) => {
    const [tenant] = aSite().tenants;
    return [aSite({ tenants: [{ ...tenant, cells: [{ ...tenant.cells[0], bandwidthMHz }] }] })];
  };
  test('a carrier as wide as none: the site, and the widths there are', async () => {
    const files = withFile('sites.geojson', (text) => text.replace(/"bandwidthMHz":\d+/, '"bandwidthMHz":0.1'));
    const [problem] = await problemsOf(readPack(packSourceFromFiles('small', files)));
    expect(problem).toMatchObject({
      place: `features[0] (${aSite().id}).tenants[0].cells[0].bandwidthMHz`,
      value: '0.1',
      rule: 'not-one-of',
      ruleValues: { allowed: '1.4, 3, 5, 10, 15, 20' },
    });
    expect(() => writePack(aPack({ sites: withWidth(7) }))).toThrow(InputError);
  });

  test('an antenna above its structure', async () => {
    expect(await problemsOf(reread(aPack({ sites: [aSite({ heightM: 30 })] })))).toMatchObject([
      { place: `features[0] (${aSite().id}).tenants[0].antennaHeightM`, rule: 'above-mast' },
    ]);
  });

  test('terrain that covers none of the places', async () => {
    const { terrain } = aPack();
    const bare = { ...terrain, data: new Int16Array(terrain.data.length).fill(-32_768) };
    expect(await problemsOf(reread(aPack({ terrain: bare })))).toMatchObject([
      { file: 'small/terrain.tif', rule: 'terrain-covers-none' },
    ]);
  });

  test('terrain that lacks some of them is told with how many', async () => {
    const { terrain } = aPack();
    const { width } = terrain.grid;
    const data = terrain.data.map((heightM, i) => (i % width < width / 2 ? heightM : -32_768));
    const away = aSite({ id: 'TN-9', position: [105.89, 21.62], communeCode: '05434' });
    const { warnings } = await reread(aPack({ terrain: { ...terrain, data }, sites: [aSite(), away] }));
    expect(warnings).toMatchObject([{ rule: 'no-terrain', value: 'TN-9', ruleValues: { count: 1 } }]);
  });

  test('a pack that goes over the antimeridian', async () => {
    const { manifest } = aPack();
    const [west, south, east, north] = manifest.boundingBox;
    const turned = { ...manifest, boundingBox: [east, south, west, north] as const };
    expect(await problemsOf(reread(aPack({ manifest: turned })))).toMatchObject([{ rule: 'antimeridian' }]);
  });
});
