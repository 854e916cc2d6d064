// @module-tag slow
import './one-thread.ts';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { type PackDraft, writePack } from '../../src/files/pack/pack-write.ts';
import { readGeoTiff } from '../../src/files/raster/geotiff-read.ts';
import { aRolloutDraft, hamletAt, westernSite } from '../rollout/a-rollout-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = async (args: string[], signal = new AbortController().signal) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
    interactive: false,
    signal,
  };
  const code = await main(['rollout', ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

const aFolderWithPack = async (change: Partial<PackDraft> = {}): Promise<string> => {
  const at = join(folder, 'pack');
  await mkdir(at);
  for (const [name, bytes] of writePack(aRolloutDraft(change))) await writeFile(join(at, name), bytes);
  return at;
};

const rowsOf = async (...path: string[]): Promise<string[]> =>
  (await readFile(join(...path), 'utf8')).trim().split('\r\n');

describe('phusong rollout', () => {
  it('prints the plan and its proof as JSON, and writes its files', async () => {
    const pack = await aFolderWithPack();
    const out = join(folder, 'out');
    const { code, out: printed, err } = await run(['--pack', pack, '--lang', 'en', '--out', out]);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    const plan = JSON.parse(printed);
    expect(plan).toMatchObject({
      unservedPlaces: 6,
      servedPlaces: 6,
      built: { carrier: 1 },
      leftOut: {},
      people: { unserved: 380, served: 380 },
      proof: { gap: 0, method: 'milp' },
    });
    expect((await readdir(out)).sort()).toEqual([
      'hamlets.csv',
      'rollout.csv',
      'rollout.geojson',
      'rollout.json',
      'where-next.tif',
    ]);

    const whole = JSON.parse(await readFile(join(out, 'rollout.json'), 'utf8'));
    expect(whole.pack).toMatchObject({ id: 'small' });
    expect(whole.pack.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(whole.plan.map(({ id }: { id: string }) => id)).toEqual(['carrier/TN-0002/vinaphone']);
    expect(whole.costVnd.central).toBe(plan.proof.reached);
    expect(whole.parameters.map(({ name }: { name: string }) => name)).toContain('added_carrier');

    const geojson = JSON.parse(await readFile(join(out, 'rollout.geojson'), 'utf8'));
    expect(geojson.features.map(({ id }: { id: string }) => id)).toEqual([
      'carrier/TN-0002/vinaphone',
      'east',
      'foot',
      'north',
    ]);
    const map = await readGeoTiff(new Uint8Array(await readFile(join(out, 'where-next.tif'))), 'where-next.tif');
    expect(map.grid.width).toBeGreaterThan(10);
  });

  it('writes a row a hamlet with its remedy, or why there is none, with heads in either language', async () => {
    const pack = await aFolderWithPack();
    for (const [lang, money, head, said] of [
      ['vi', '130000000', 'Mã xóm', 'thêm công nghệ trên trạm sẵn có'],
      ['en', '1000000', 'Hamlet id', 'the budget'],
    ]) {
      const out = join(folder, lang);
      await run(['--pack', pack, '--lang', lang, '--budget', money, '--out', out]);
      const rows = await rowsOf(out, 'hamlets.csv');
      expect(rows).toHaveLength(4);
      expect(rows[0]).toContain(head);
      for (const row of rows.slice(1)) expect(row).toContain(said);
    }
  });

  it('serves for a budget, in an area, for one operator and by a lock', async () => {
    const pack = await aFolderWithPack({ sites: [westernSite()] });
    const plan = async (...args: string[]) =>
      JSON.parse((await run(['--pack', pack, ...args, '--out', join(folder, 'out')])).out);
    const whole = await plan();
    expect(whole.people.served).toBe(380);
    const cheap = await plan('--budget', '1000000');
    expect(cheap.people.served).toBeLessThan(380);
    expect(Object.keys(cheap.leftOut)).toEqual(['budget']);
    expect((await plan('--area', '05431')).unservedPlaces).toBe(0);
    expect((await plan('--area', '05431', '--area', '05434')).unservedPlaces).toBe(6);
    expect((await plan('--operator', 'vinaphone')).unservedPlaces).toBe(8);
    const { plan: built } = JSON.parse(await readFile(join(folder, 'out', 'rollout.json'), 'utf8'));
    const without = await plan('--operator', 'vinaphone', '--forbid', built[0].id);
    expect(without.costVnd.central).toBeGreaterThan(0);
    const again = JSON.parse(await readFile(join(folder, 'out', 'rollout.json'), 'utf8'));
    expect(again.plan.map(({ id }: { id: string }) => id)).not.toContain(built[0].id);
  });

  it('writes a folder an operator where each is asked', async () => {
    const pack = await aFolderWithPack({ hamlets: [hamletAt('foot', [105.869, 21.61], 120)] });
    const { out, code } = await run(['--pack', pack, '--operator', 'each', '--out', join(folder, 'out')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(4);
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['mobifone', 'vietnamobile', 'viettel', 'vinaphone']);
  });

  it('draws the map alone where nothing else is asked', async () => {
    const pack = await aFolderWithPack();
    const out = join(folder, 'out');
    const { out: printed } = await run(['--pack', pack, '--where-next-only', '--height', '30', '--out', out]);
    expect(JSON.parse(printed)).toMatchObject({ unservedPlaces: 6, heightM: 30 });
    expect(JSON.parse(printed).candidates[0].people).toBe(380);
    expect(await readdir(out)).toEqual(['where-next.tif']);
  });

  const empty = { type: 'FeatureCollection' as const, features: [] };
  it.each<[string, Partial<PackDraft>, string[], string]>([
    ['no lit node', { fibreNodes: empty, fibreRoutes: empty }, [], 'no lit fibre node'],
    ['an area without people', { hamlets: [hamletAt('a', [105.82, 21.62])] }, ['--area', '05434'], 'no hamlet'],
    ['an unknown area', {}, ['--area', '99999'], '99999'],
    ['an unknown operator', {}, ['--operator', 'nobody'], 'nobody'],
    [
      'what is forced above the budget',
      {},
      ['--force', 'carrier/TN-0002/vinaphone', '--budget', '10'],
      'carrier/TN-0002',
    ],
  ])('refuses %s in words, and writes nothing', async (_, change, args, said) => {
    const pack = await aFolderWithPack(change);
    const { code, err } = await run(['--pack', pack, ...args, '--out', join(folder, 'out')]);
    expect(err).toContain(said);
    expect(code).toBe(3);
    expect(await readdir(folder)).toEqual(['pack']);
  });

  it('stops when it is told to, and writes nothing', async () => {
    const pack = await aFolderWithPack();
    const { code } = await run(['--pack', pack, '--out', join(folder, 'out')], AbortSignal.abort());
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual(['pack']);
  });

  it.each([
    [[], '--out'],
    [['--technology', '3G', '--out', 'x'], '--technology'],
    [['--budget', '0', '--out', 'x'], '--budget'],
    [['--budget', '-5', '--out', 'x'], '--budget'],
    [['--share', '2', '--out', 'x'], '--share'],
    [['--share', '0.5', '--budget', '5', '--out', 'x'], '--share'],
    [['--years', '3', '--out', 'x'], '--yearly'],
    [['--height', '1', '--out', 'x'], '--height'],
    [['--place', '105.8', '--out', 'x'], '--place'],
    [['--lang', 'fr', '--out', 'x'], '--lang'],
  ])('tells wrong usage apart: %j', async (args, said) => {
    const { code, err } = await run(args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });

  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--operator ID|any|each');
  });
});
