// @module-tag slow
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { main } from '../../src/cli/main.ts';
import { type PackDraft, writePack } from '../../src/files/pack/pack-write.ts';
import { aDarkHamlet } from '../fibre/a-fibre-scene.ts';
import { aHamlet, aPack } from '../files/pack/small-pack.ts';

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
  const code = await main(['fibre', ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

/** A pack with a lit node, a road, and two hamlets without fibre, one in each of its communes. */
const aFolderWithPack = async (change: Partial<PackDraft> = {}): Promise<string> => {
  const facts = readFacts();
  const draft = aPack({
    hamlets: [
      aHamlet(),
      aDarkHamlet('H-1', [105.845, 21.612], { name: 'Xóm Đồng' }),
      aDarkHamlet('H-2', [105.87, 21.63], { communeCode: '05434', households: 30 }),
    ],
    ...change,
  });
  const files = writePack({ ...draft, facts: { ...draft.facts, parameters: facts.parameters } });
  const at = join(folder, 'pack');
  await mkdir(at);
  for (const [name, bytes] of files) await writeFile(join(at, name), bytes);
  return at;
};

describe('phusong fibre', () => {
  it('prints the plan and its proof as JSON, and writes its files', async () => {
    const pack = await aFolderWithPack();
    const out = join(folder, 'out');
    const { code, out: printed, err } = await run(['--pack', pack, '--lang', 'en', '--out', out]);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    const plan = JSON.parse(printed);
    expect(plan).toMatchObject({ hamlets: 2, unreached: [], proof: { gap: 0, parts: plan.proof.exactParts } });
    expect(plan.proof.costVnd).toBe(plan.bill.cableVnd.central);
    expect(plan.bill.roadKm).toBeGreaterThan(0);
    expect((await readdir(out)).sort()).toEqual(['fibre.csv', 'fibre.geojson', 'fibre.json']);

    const whole = JSON.parse(await readFile(join(out, 'fibre.json'), 'utf8'));
    expect(whole.pack).toMatchObject({ id: 'small' });
    expect(whole.pack.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(whole.hamlets.map(({ poorHomes }: { poorHomes: unknown }) => poorHomes)).toEqual([null, null]);
    expect(whole.parameters.map(({ name }: { name: string }) => name)).toContain('fibre_aerial');

    const geojson = JSON.parse(await readFile(join(out, 'fibre.geojson'), 'utf8'));
    const kinds = geojson.features.map(({ geometry }: { geometry: { type: string } }) => geometry.type);
    expect(kinds.filter((kind: string) => kind === 'Point')).toHaveLength(2);
    expect(kinds.filter((kind: string) => kind === 'LineString')).toHaveLength(whole.segments.length);
  });

  it('writes a row a hamlet, with heads in either language, and unknown where nothing is known', async () => {
    const pack = await aFolderWithPack({ sites: [] });
    for (const [lang, head, unknown] of [
      ['vi', 'Thứ tự xây dựng', 'chưa rõ'],
      ['en', 'Building order', 'unknown'],
    ]) {
      const out = join(folder, lang);
      const { err } = await run(['--pack', pack, '--lang', lang, '--out', out]);
      const rows = (await readFile(join(out, 'fibre.csv'), 'utf8')).trim().split('\r\n');
      expect(rows).toHaveLength(3);
      expect(rows[0]).toContain(head);
      expect(rows[1]).toContain('Quán Triều');
      expect(rows[1]).toContain(unknown);
      expect(err).toContain(lang === 'vi' ? 'vô tuyến cố định' : 'fixed wireless');
    }
  });

  it('takes an area by the code of a commune, a district or an area of interest', async () => {
    const pack = await aFolderWithPack();
    for (const [area, hamlets] of [
      ['05434', 1],
      ['164', 2],
      ['zone', 1],
    ]) {
      const { out } = await run(['--pack', pack, '--area', String(area), '--out', join(folder, 'out')]);
      expect(JSON.parse(out).hamlets, String(area)).toBe(hamlets);
    }
  });

  it('lights a site that is said to have fibre', async () => {
    const pack = await aFolderWithPack();
    const cost = async (...args: string[]) =>
      JSON.parse((await run(['--pack', pack, ...args, '--out', join(folder, 'out')])).out).proof.costVnd;
    expect(await cost('--lit', 'TN-0001')).toBeLessThan(await cost());
  });

  it('works over the terrain alone where there are no roads, and says so', async () => {
    const pack = await aFolderWithPack({ roads: { type: 'FeatureCollection', features: [] } });
    const { code, err } = await run(['--pack', pack, '--lang', 'en', '--out', join(folder, 'out')]);
    expect(code).toBe(0);
    expect(err).toContain('The pack has no roads');
  });

  const empty = { type: 'FeatureCollection' as const, features: [] };
  it.each<[string, Partial<PackDraft>, string[], string]>([
    ['no lit node', { fibreNodes: empty, fibreRoutes: empty }, [], 'no lit fibre node'],
    ['nothing to join', { hamlets: [aHamlet()] }, [], 'has fibre already'],
    ['an area without people', { hamlets: [aDarkHamlet('H-1', [105.82, 21.62])] }, ['--area', '05434'], 'no hamlet'],
    ['an unknown area', {}, ['--area', '99999'], '99999'],
    ['an unknown site', {}, ['--lit', 'TN-9'], 'TN-9'],
  ])('refuses %s in words, and writes nothing', async (_, change, args, said) => {
    const pack = await aFolderWithPack(change);
    const { code, err } = await run(['--pack', pack, ...args, '--out', join(folder, 'out')]);
    expect(err).toContain(said);
    expect(code).toBe(3);
    expect(await readdir(folder)).toEqual(['pack']);
  });

  it.each([
    [[], '--out'],
    [['--build', 'flown', '--out', 'x'], '--build'],
    [['--order', 'cows', '--out', 'x'], '--order'],
    [['--zoom', '9', '--out', 'x'], '--zoom'],
    [['--lang', 'fr', '--out', 'x'], '--lang'],
    [['--budget', '1', '--out', 'x'], '--budget'],
  ])('tells wrong usage apart: %j', async (args, said) => {
    const { code, err } = await run(args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });

  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--area CODE');
  });
});
