// @module-tag slow
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aPack } from '../files/pack/small-pack.ts';
import { hasTime } from '../support/budget.ts';

const shared = '../shared/data';
const boundaries = `${shared}/thai-nguyen/thai-nguyen-communes-2020.geojson`;
const dirty = `${shared}/imports/thai-nguyen-communes-2011-raw-overlaps.geojson`;
const srtm = `${shared}/thai-nguyen/N21E105.hgt`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (...args: string[]) => {
  const out = { code: 0, stdout: '', stderr: '' };
  out.code = await main(args, {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    interactive: false,
    signal: new AbortController().signal,
  });
  return out;
};

/** A pack as it stood before, and every file under the test's folder with its content. */
const anOlderPack = (): string => {
  const out = join(folder, 'real');
  mkdirSync(out);
  for (const [path, bytes] of writePack(aPack())) writeFileSync(join(out, path), bytes);
  return out;
};
const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')]);

const input = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('phusong pack, used wrongly', () => {
  test.each([
    ['files without a name', ['pack', '--terrain', 'x.hgt'], '--name'],
    ['bare terrain without any', ['pack', '--name', 'x', '--bare-terrain'], '--terrain'],
    ['a name that climbs out', ['pack', '--name', '../x'], '../x'],
    ["the built-in pack's name", ['pack', '--name', 'thai-nguyen-2020'], 'built-in'],
    ['an option there is not', ['pack', '--tower', 'x'], '--tower'],
  ])('%s: exit code 2 and what is wrong', async (_, args, said) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  test('a folder that holds something else is left alone', async () => {
    input('notes.txt', 'mine');
    const { code, stderr } = await run('pack', '--name', 'real', '--out', folder);
    expect([code, readdirSync(folder)]).toEqual([2, ['notes.txt']]);
    expect(stderr).toContain('no pack.json');
  });

  test('nor is one whose pack.json is none of a pack', async () => {
    input('pack.json', '{"name": "my-tool"}');
    input('notes.txt', 'mine');
    const { code, stderr } = await run('pack', '--name', 'real', '--out', folder);
    expect([code, readdirSync(folder)]).toEqual([2, ['notes.txt', 'pack.json']]);
    expect(stderr).toContain('no pack.json of a pack');
  });
});

describe('phusong pack from lists', () => {
  test('thousands, words for fibre, any format; how each was read goes to stderr, and --map helps', async () => {
    const hamlets = input(
      'xom.csv',
      'Tên;Đông;Bắc;Nhân khẩu;FTTH\nXóm A;105,82;21,62;1.286;x\nXóm B;105,83;21,62;312;Đã có\n',
    );
    const sites = input('tram.csv', 'Trạm;Đông;Bắc;Mạng;CN;Cột\nT-1;105,82;21,62;Viettel;4G;42\n');
    const out = join(folder, 'lists');
    const map = ['Trạm=id', 'CN=technology', 'Cột=height'].flatMap((one) => ['--map', one]);
    const { code, stderr } = await run(
      'pack',
      '--name',
      'lists',
      '--hamlets',
      hamlets,
      '--sites',
      sites,
      ...map,
      '--out',
      out,
    );
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('xom.csv: read as 2 rows of hamlets; UTF-8; EPSG:4326'),
    ]);
    expect(stderr).toContain('height ← Cột');
    expect(stderr).toContain('xom.csv: Nhân khẩu «1.286»: the mark “.” is taken to set thousands apart: 1286');
    const read = JSON.parse(readFileSync(join(out, 'hamlets.geojson'), 'utf8'));
    const told = read.features.map(({ properties }: { properties: Record<string, unknown> }) => properties);
    expect(told).toMatchObject([
      { id: 'H-0001', clusters: [{ people: 1286 }], hasFibre: true },
      { id: 'H-0002', clusters: [{ people: 312 }], hasFibre: true },
    ]);
  }, 120_000);
});

describe('phusong pack, given a file that cannot be used: exit code 3, the place and the rule, nothing changed', () => {
  const refused = async (...args: string[]) => {
    const out = anOlderPack();
    const before = everything();
    const { code, stderr, stdout } = await run('pack', '--name', 'real', '--out', out, ...args);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(everything()).toEqual(before);
    return stderr;
  };

  test('a file that is not there', async () => {
    expect(await refused('--sites', join(folder, 'none.csv'))).toContain('none.csv: the file is missing');
  });

  test('boundaries that are not JSON', async () => {
    const said = await refused('--boundaries', input('b.geojson', '{"type": FeatureCollection}'));
    expect(said).toContain('b.geojson: line 1, column 10 «FeatureCollection}»: is not valid JSON');
  });

  test('a truncated tile', async () => {
    const said = await refused('--terrain', input('N21E105.hgt', new Uint8Array(1_442_401)));
    expect(said).toMatch(/N21E105\.hgt: byte 1442401 «1442401 bytes»: the file is cut short: expected 2,884,802 bytes/);
  });

  test('a site outside the province, a hamlet without people: both told at once', async () => {
    const sites = input('sites.csv', 'lon,lat,operators,technologies,height_m\n105.2,20.9,viettel,4G,42\n');
    const hamlets = input('hamlets.csv', 'lon,lat,name,people,fibre\n105.8,21.6,Xóm Vắng,0,1\n');
    const said = await refused('--sites', sites, '--hamlets', hamlets);
    expect(said).toMatch(/sites\.csv: row 2 «105\.2, 20\.9»: lies outside the province, [\d.]+ km from its border/);
    expect(said).toContain('hamlets.csv: row 2 (H-0001) «Xóm Vắng»: the hamlet has no people');
  });

  test('hamlets too few for a network, a relief too high for them: an error in words, never a stack', async () => {
    const hamlets = 'name;lon;lat;people;has_fibre\nXóm A;105,82;21,62;1.286;x\nXóm B;105,83;21,62;312;Đã có\n';
    const few = await refused('--hamlets', input('few.csv', hamlets));
    expect(few).toContain("few.csv: can't be done: No ground left for");
    expect(few).not.toContain('    at ');
  }, 120_000);

  test('a pipe in place of a file, at once', async () => {
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    expect(await refused('--sites', pipe)).toContain('pipe.csv «pipe»: is not in the format expected: file');
    rmSync(pipe);
  });

  const areaFrom = (west: number) => {
    const ring = [
      [west, 21],
      [west + 1, 21],
      [west + 1, 22],
      [west, 21],
    ];
    return { type: 'Feature', properties: { gso: '05431' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  };

  test.each([
    ['boundaries that are nowhere', '--boundaries', [areaFrom(999)], 'the geometry is not valid'],
    ['boundaries beyond the antimeridian', '--boundaries', [areaFrom(200)], '180° meridian'],
    ['boundaries of none', '--boundaries', [], 'a required field is missing'],
    ['fibre of none', '--fibre', [], 'a required field is missing'],
  ])('%s', async (_, option, features, said) => {
    const file = input('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    expect(await refused(option, file)).toContain(said);
  });

  test.skipIf(!existsSync(dirty))('the raw boundaries of 2011', async () => {
    const said = await refused('--boundaries', dirty);
    expect(said).toContain('features[34] (Xã Vinh Sơn) «05524»: the commune code is not in the register of 2020');
    expect(said).toContain('359 pairs of areas overlap, by 15.635 km² in all');
    expect(said).toContain(
      'features[60] (Thị trấn Đình Cả) «features[66] (Xã Phú Thượng)»: two areas overlap by 0.313 km²',
    );
  });
});

describe.skipIf(!existsSync(srtm) || !hasTime)('phusong pack from real boundaries and SRTM', () => {
  test('makes a pack its reader takes, naming voids and communes without terrain', async () => {
    const out = anOlderPack();
    const { code, stderr, stdout } = await run(
      ...['pack', '--name', 'real', '--boundaries', boundaries, '--terrain', srtm, '--out', out],
    );
    expect(code).toBe(0);
    expect(stderr).toContain('N21E105.hgt: void cells have been filled: 1,539');
    expect(stderr).toContain('N21E105.hgt: covers only part of the province: 78.8 %');
    expect(stderr).toMatch(/Sảng Mộc \(05719\): the source has no terrain for 54\.9 % of the area/);
    expect(stdout).toContain('terrain in the source: 78.8 % of the province');

    const manifest = JSON.parse(readFileSync(join(out, 'pack.json'), 'utf8'));
    expect(manifest).toMatchObject({
      id: 'real',
      terrainModel: 'surface',
      provenance: { terrain: { kind: 'measured' } },
    });
    expect(manifest.terrainCoveredShare).toBeCloseTo(0.788, 3);
    expect(manifest.provenance.terrain.note).toContain('Dương Thành (05965) 100 %');
    expect(manifest.provenance.sites.kind).toBe('synthetic');
    expect(readdirSync(folder)).toEqual(['real']);
  }, 180_000);
});
