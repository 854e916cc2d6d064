// @module-tag slow
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import './one-thread.ts';
import { readCsv } from '../../src/files/office/csv.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { sha256Hex } from '../../src/files/sha256.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';

const proposal = 'id,operator,heightM,lon,lat\nP-1,vinaphone,42,105.833,21.63\nP-2,nobody,42,105.82,21.62\n';
let folder: string;
let told = '';
const io = {
  stdout: () => {},
  stderr: (text: string) => {
    told += text;
  },
  interactive: false,
  signal: new AbortController().signal,
};
const report = (...args: string[]): Promise<number> => {
  told = '';
  return main(['report', '--pack', join(folder, 'pack'), '--out', join(folder, 'out'), ...args], io);
};
const written = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(folder, 'out', name)));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-report-'));
  const pack = aNetwork([
    aStandingSite('TN-0001', 'viettel', [105.83, 21.63]),
    aStandingSite('TN-2', 'mobifone', [105.88, 21.61]),
  ]);
  for (const [path, bytes] of writePack(pack)) {
    const file = join(folder, 'pack', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await writeFile(join(folder, 'de-xuat.csv'), proposal);
});
afterAll(() => rm(folder, { recursive: true }));

test("a carrier's file goes into the report under its checksum; a row that can't be read is told", async () => {
  expect(await report('--proposal', join(folder, 'de-xuat.csv'), '--format', 'csv,geojson')).toBe(0);
  const [row] = readCsv(await written('tables/proposals.csv'), 'proposals.csv');
  expect([row.get('proposed_masts'), row.get('rows_left_out'), row.get('verdict_share')]).toEqual(['1', '1', '1']);
  expect(row.get('checksum')).toBe(sha256Hex(new TextEncoder().encode(proposal)));
  const { features } = JSON.parse(new TextDecoder().decode(await written('proposals.geojson')));
  expect(features.map(({ properties }: { properties: { hostId: string } }) => properties.hostId)).toEqual(['TN-0001']);
  expect(told).toContain('nobody');
});

test('coverage comes along: of each operator heard and of the best of them, cell by cell', async () => {
  expect(await report('--format', 'geotiff')).toBe(0);
  const levelsOf = async (name: string): Promise<Float32Array> => {
    const bytes = await written(`rasters/coverage-4g-${name}.tif`);
    const image = await (await fromArrayBuffer(bytes.buffer as ArrayBuffer)).getImage();
    return (await image.readRasters())[0] as Float32Array;
  };
  const [best, viettel, mobifone] = await Promise.all(['best', 'viettel', 'mobifone'].map(levelsOf));
  expect(best.some((level) => level > -80)).toBe(true);
  expect(best).toEqual(best.map((_, i) => Math.max(viettel[i], mobifone[i])));
  expect(viettel).not.toEqual(mobifone);
});

test('coverage can be left out, and asked for on a finer grid', async () => {
  await rm(join(folder, 'out'), { recursive: true });
  expect(await report('--format', 'geotiff', '--coverage-zoom', 'none')).toBe(0);
  expect((await readdir(join(folder, 'out/rasters'))).sort()).toEqual(['landcover.tif', 'rasters.json', 'terrain.tif']);
  expect(await report('--format', 'geotiff', '--coverage-zoom', '12')).toBe(0);
  const about = JSON.parse(new TextDecoder().decode(await written('rasters/rasters.json')));
  expect(about.at(-1)).toMatchObject({ unit: 'dBm', grid: { zoom: 12 } });
});

test.each([
  [['--coverage-zoom', 'x'], 'coverage-zoom'],
  [['--proposal', 'a/x.csv', '--proposal', 'b/x.csv'], "Two files are called 'x.csv'"],
  [['--proposal', 'nowhere.csv'], 'no such file'],
])('%j is wrong usage and says why', async (args, message) => {
  expect(await report(...args)).toBe(2);
  expect(told).toContain(message);
});
