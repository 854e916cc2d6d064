import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import './one-thread.ts';
import { replaceFolder } from '../../src/cli/pack/pack-output.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aPack } from '../files/pack/small-pack.ts';

let folder: string;

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
    interactive: false,
    signal: new AbortController().signal,
  };
  const code = await main(['coverage', '--pack', join(folder, 'pack'), '--out', join(folder, 'out.tif'), ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

const readOut = async () => {
  const bytes = await readFile(join(folder, 'out.tif'));
  const tiff = await fromArrayBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const image = await tiff.getImage();
  const [levels] = (await image.readRasters()) as unknown as Float32Array[];
  return { image, levels };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-coverage-'));
  await replaceFolder(join(folder, 'pack'), writePack(aPack()));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the coverage command', () => {
  test('writes one transmitter as GeoTIFF in Web Mercator, in dBm, with no data where nothing is heard', async () => {
    const [lon, lat] = aPack().sites[0].position;
    const { code, out } = await run('--site', `${lon},${lat},40,1840,29`, '--radius', '2', '--quiet');
    expect(code).toBe(0);
    const summary = JSON.parse(out);
    const { image, levels } = await readOut();
    expect(image.getGeoKeys()).toMatchObject({ ProjectedCSTypeGeoKey: 3857 });
    expect(image.getGDALNoData()).toBe(-9999);
    expect([image.getWidth(), image.getHeight()]).toEqual([summary.grid.width, summary.grid.height]);
    const heard = levels.filter((level) => level !== -9999);
    expect(heard).toHaveLength(summary.heard);
    // next to a transmitter of 29 dBm the level is that of free space
    expect(Math.max(...heard)).toBeLessThan(29 - 32.4 - 20 * Math.log10(1840 * 0.03));
    expect(Math.max(...heard)).toBeGreaterThan(-60);
    expect(Math.min(...heard)).toBeGreaterThan(-200);
  });

  test('writes the best server of an operator and of all', async () => {
    const [operator] = aPack().sites[0].tenants.map((tenant) => tenant.operator);
    const own = await run('--operator', operator, '--zoom', '11', '--radius', '3', '--workers', '1', '--quiet');
    expect(own.code, own.err).toBe(0);
    const ofOne = (await readOut()).levels;
    const all = await run('--operator', 'best', '--zoom', '11', '--radius', '3', '--workers', '1', '--quiet');
    expect(all.code, all.err).toBe(0);
    const ofAll = (await readOut()).levels;
    expect(ofAll.every((level, i) => level >= ofOne[i])).toBe(true);
    expect(JSON.parse(all.out).heard).toBeGreaterThan(0);
  });

  test('says where the network lies outside a model’s range', async () => {
    const { code, err } = await run(
      '--operator',
      'best',
      '--model',
      'okumura-hata',
      '--zoom',
      '11',
      '--workers',
      '1',
      '--quiet',
    );
    expect(code).toBe(0);
    expect(err).toMatch(/frequency [\d.]+ MHz is outside the model's 150 to 1500 MHz/);
  });

  test('says so of one transmitter as well', async () => {
    const [lon, lat] = aPack().sites[0].position;
    const site = `${lon},${lat},40,1840,29`;
    const { code, out } = await run('--site', site, '--model', 'okumura-hata', '--zoom', '11', '--quiet');
    expect(code).toBe(0);
    const { notes, site: given, technology } = JSON.parse(out);
    expect(notes).toContain("okumura-hata: frequency 1840 MHz is outside the model's 150 to 1500 MHz");
    expect(given).toMatchObject({ heightM: 40, frequencyMHz: 1840 });
    expect(technology).toBeNull();
  });

  test('covers one site by the second opinion, which is for no network', async () => {
    const [lon, lat] = aPack().sites[0].position;
    const site = `${lon},${lat},40,1840,29`;
    const { code, out } = await run('--site', site, '--model', 'itm', '--radius', '1', '--quiet');
    expect(code).toBe(0);
    expect(JSON.parse(out).heard).toBeGreaterThan(1000);
    const { levels } = await readOut();
    // next to a transmitter of 29 dBm the level is that of free space
    expect(Math.max(...levels)).toBeLessThan(29 - 32.4 - 20 * Math.log10(1840 * 0.03));
    expect(Math.max(...levels)).toBeGreaterThan(-60);
    const refused = await run('--operator', 'best', '--model', 'itm', '--quiet');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--model itm is for paths, hamlets and one site: give --site');
  });

  test('says that a coarser grid than the terrain’s shows more, and where an operator has no cell', async () => {
    const notesOf = async (...args: string[]) =>
      JSON.parse((await run('--quiet', '--workers', '1', ...args)).out).notes;
    const looks = await notesOf('--operator', 'best', '--zoom', '11', '--radius', '3');
    expect(looks).toEqual([expect.stringContaining('zoom 11 is a quick look')]);
    expect(await notesOf('--operator', 'best', '--zoom', '12', '--radius', '3')).toEqual([]);
    expect(await notesOf('--operator', 'viettel', '--technology', '5G', '--radius', '3')).toEqual([
      'no cell of 5G of viettel stands in this pack',
    ]);
  });

  test('cancelled between two pieces of work writes nothing', async () => {
    const [lon, lat] = aPack().sites[0].position;
    const out = join(folder, 'cancelled.tif');
    const abort = new AbortController();
    setImmediate(() => abort.abort());
    const said: string[] = [];
    const io = { stdout: () => {}, stderr: (text: string) => void said.push(text), interactive: false };
    const site = ['--site', `${lon},${lat},40,1840,29`];
    const args = ['coverage', '--pack', join(folder, 'pack'), '--out', out, ...site];
    expect(await main(args, { ...io, signal: abort.signal })).toBe(130);
    expect(said.at(-1)).toBe('Cancelled.\n');
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });

  test.each([
    [['--site', '105.8,21.6,40,18400,29'], 3, '«18400 MHz»: is outside the range allowed, at least 30, at most 6,000'],
    [['--site', '100,10,40,1840,29'], 3, 'has no terrain below it'],
    [['--operator', 'nobody'], 2, "not 'nobody'"],
    [['--site', '105.8,21.6,40'], 2, 'LON,LAT,HEIGHT,MHZ,EIRP_PER_RE'],
    [['--operator', 'best', '--zoom', '30'], 2, 'from 9 to 14'],
    [['--operator', 'best', '--workers', '1.5'], 2, 'must be a whole number'],
    [['--operator', 'best', '--radius', '0x10'], 2, "not '0x10'"],
    [['--operator', 'best', '--model', 'magic'], 2, 'delta-bullington or free-space'],
    [[], 2, 'Give --operator'],
  ])('refuses %j', async (args, code, message) => {
    const refused = await run(...args);
    expect(refused.code).toBe(code);
    expect(refused.err).toContain(message);
  });
});
