// @module-tag slow
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { main } from '../../src/cli/main.ts';
import './one-thread.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
    interactive: false,
    signal: new AbortController().signal,
  };
  const code = await main(['sharing', ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

/** A pack of three masts: two that stand 60 m apart with an operator each, and one alone. */
const aFolderWithPack = async (): Promise<string> => {
  const tenant = aSite().tenants[0];
  const of = (operator: string, id: string) => [
    { ...tenant, operator, cells: tenant.cells.map((cell) => ({ ...cell, id: `${id}-1` })) },
  ];
  const facts = readFacts();
  const draft = aPack({
    hamlets: [aHamlet()],
    sites: [
      aSite({ id: 'TN-0001', structure: 'self-support', heightM: 50 }),
      aSite({ id: 'TN-0002', position: [105.8305, 21.6302], owner: 'vinaphone', tenants: of('vinaphone', 'TN-0002') }),
      aSite({ id: 'TN-0003', position: [105.81, 21.61], tenants: of('viettel', 'TN-0003') }),
    ],
  });
  const files = writePack({
    ...draft,
    facts: { ...facts, ...draft.facts, parameters: facts.parameters, operators: facts.operators },
  });
  const at = join(folder, 'pack');
  await mkdir(at);
  for (const [name, bytes] of files) await writeFile(join(at, name), bytes);
  return at;
};

describe('phusong sharing', () => {
  it('prints the plan as JSON and writes its files', async () => {
    const pack = await aFolderWithPack();
    const out = join(folder, 'out');
    const { code, out: printed, err } = await run('--pack', pack, '--target', '0.5', '--lang', 'en', '--out', out);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    const plan = JSON.parse(printed);
    expect(plan.today).toMatchObject({ sites: 3, sharedSites: 0 });
    expect(plan.after).toMatchObject({ sites: 2, sharedSites: 1, d1: 0.5 });
    expect(plan).toMatchObject({ reached: true, method: 'milp', gap: 0 });
    expect(plan.chosen).toHaveLength(1);
    expect((await readdir(out)).sort()).toEqual(['sharing.csv', 'sharing.geojson', 'sharing.json', 'sharing.xlsx']);
    const geojson = JSON.parse(await readFile(join(out, 'sharing.geojson'), 'utf8'));
    expect(geojson.features[0].geometry.coordinates).toHaveLength(2);
    const workbook = unzipSync(new Uint8Array(await readFile(join(out, 'sharing.xlsx'))));
    expect(new TextDecoder().decode(workbook['xl/workbook.xml'])).toContain('Merges');
  });

  it('gives saving against rate for standing masts, and for masts a carrier plans', async () => {
    const pack = await aFolderWithPack();
    const planned = join(folder, 'planned.csv');
    const rows = ['id,operator,heightM,structure,technology,lon,lat'];
    rows.push('P-1,vinaphone,30,monopole,4G,105.8101,21.6101', 'P-2,viettel,30,monopole,4G,105.8102,21.6101');
    await writeFile(planned, `${rows.join('\n')}\n`);
    const out = join(folder, 'out');
    const args = ['--pack', pack, '--target', '0.5', '--lang', 'en', '--frontier', '--planned', planned, '--out', out];
    const { code, err } = await run(...args);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    const { frontier, avoided } = JSON.parse(await readFile(join(out, 'sharing.json'), 'utf8'));
    expect(frontier.points.map(({ count, gap }: { count: number; gap: number }) => [count, gap])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    // viettel stands there itself: only vinaphone's mast has a place
    expect(avoided).toMatchObject({ planned: 2, withPlace: 1, todayRate: 0, asBuiltRate: 0 });
    expect(avoided.points.at(-1)).toMatchObject({ rate: 0.25, count: 1, gap: 0 });
    const csv = await readFile(join(out, 'frontier.csv'), 'utf8');
    expect(csv).toContain('consolidation');
    expect(csv).toContain('avoided new build');
  });

  it('takes locks, and says where the target is out of reach', async () => {
    const pack = await aFolderWithPack();
    const out = join(folder, 'out');
    const forbid = ['--forbid', 'TN-0001>TN-0002'];
    const args = ['--pack', pack, '--target', '0.9', ...forbid, '--out', out];
    const { code, out: printed } = await run(...args);
    expect(code).toBe(0);
    const plan = JSON.parse(printed);
    expect(plan.reached).toBe(false);
    expect(plan.chosen).toMatchObject([{ hostId: 'TN-0001', movedId: 'TN-0002' }]);
  });

  it.each([
    [['--target', '1.5'], 'at most 100 %'],
    [['--target=-0.1'], 'at least 0 %'],
    [['--target', '0.5', '--set', 'coloc_capex=-1,2,3'], 'coloc_capex.low'],
    [['--target', '0.5', '--set', 'coloc_capex=3,2,1'], 'coloc_capex.central'],
    [['--target', '0.5', '--set', 'no_such=1,2,3'], 'no_such'],
    [['--target', '0.5', '--force', 'TN-0003>TN-0001'], 'TN-0003>TN-0001'],
    [['--target', '0.5', '--forbid', 'TN-0001>TN-0002', '--forbid', 'TN-0002>TN-0001'], 'no pair of sites'],
  ])('refuses %j', async (args, said) => {
    const pack = await aFolderWithPack();
    const { code, err } = await run('--pack', pack, ...args, '--out', join(folder, 'out'));
    expect(err).toContain(said);
    expect(code).toBe(3);
    expect(await readdir(folder)).toEqual(['pack']);
  });

  it.each([
    [['--target', 'much', '--out', 'x'], '--target'],
    [['--definition', 'D3', '--out', 'x'], '--definition'],
    [['--tenants', '7', '--out', 'x'], '--tenants'],
    [['--force', 'TN-0001', '--out', 'x'], '--force'],
    [['--planned', 'nowhere.csv', '--out', 'x'], 'nowhere.csv'],
    [['--planned', 'a/same.csv', '--planned', 'b/same.csv', '--out', 'x'], 'same.csv'],
    [['--target', '0.15'], '--out'],
  ])('tells wrong usage apart: %j', async (args, said) => {
    const { code, err } = await run(...args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });
});
