// @module-tag slow
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';

let folder: string;
const said = { out: '', err: '' };
const io = {
  stdout: (text: string) => {
    said.out += text;
  },
  stderr: (text: string) => {
    said.err += text;
  },
  interactive: false,
  signal: new AbortController().signal,
};
const run = async (...args: string[]): Promise<number> => {
  said.out = said.err = '';
  return main(['assess', ...args], io);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-assess-'));
  const pack = aNetwork([
    aStandingSite('TN-0001', 'viettel', [105.83, 21.63]),
    aStandingSite('TN-2', 'mobifone', [105.88, 21.61]),
  ]);
  for (const [path, bytes] of writePack(pack)) {
    const file = join(folder, 'pack', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const csv = 'id,operator,heightM,lon,lat\nP-1,vinaphone,42,105.833,21.63\nP-2,nobody,42,105.82,21.62\n';
  await writeFile(join(folder, 'de-xuat.csv'), csv);
});
afterAll(() => rm(folder, { recursive: true }));

test('a proposal is assessed on a pack, and goes out as GeoJSON and DOCX', async () => {
  const [geojson, docx] = ['out/a.geojson', 'out/a.docx'].map((name) => join(folder, name));
  const pack = join(folder, 'pack');
  const args = [join(folder, 'de-xuat.csv'), '--pack', pack, '--lang', 'en', '--out', geojson, '--out', docx];
  expect(await run(...args)).toBe(0);
  expect(said.out).toContain('P-1: Share a standing mast (TN-0001)');
  expect(said.err).toContain('row 3');
  const { features } = JSON.parse(await readFile(geojson, 'utf8'));
  expect(features).toHaveLength(1);
  expect(features[0].properties.hostId).toBe('TN-0001');
  expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK');
});

test.each([
  [['x.csv'], '--out FILE is missing'],
  [['x.csv', '--out', 'a.pdf'], 'must end in .geojson or .docx'],
  [['a/x.csv', 'b/x.csv', '--out', 'a.docx'], "Two files are called 'x.csv'"],
  [['nowhere.csv', '--out', 'a.docx'], 'no such file'],
])('%j is wrong usage and says why', async (args, message) => {
  expect(await run(...args)).toBe(2);
  expect(said.err).toContain(message);
});
