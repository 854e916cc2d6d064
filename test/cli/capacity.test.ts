// @module-tag slow
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { main } from '../../src/cli/main.ts';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { runCapacity } from '../../src/runs/capacity.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';

const hamlets = [
  aHamlet(),
  aHamlet({
    id: 'H-2',
    name: 'Xóm Chùa',
    communeCode: '05434',
    centre: [105.88, 21.63],
    clusters: [{ position: [105.881, 21.631], people: 500 }],
  }),
];
const network = (() => {
  const sites = [
    aStandingSite('TN-0001', 'viettel', [105.83, 21.63]),
    aStandingSite('TN-0002', 'viettel', [105.84, 21.615]),
    aStandingSite('TN-0003', 'vinaphone', [105.88, 21.62]),
  ];
  const pack = aNetwork(sites, hamlets);
  return { ...pack, facts: { ...pack.facts, parameters: readFacts().parameters } };
})();

let folder: string;
let pack: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-'));
  pack = join(folder, 'pack');
  await mkdir(pack);
  for (const [name, bytes] of writePack(network)) await writeFile(join(pack, name), bytes);
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
    interactive: false,
    signal: new AbortController().signal,
  };
  const code = await main(['capacity', '--pack', pack, '--out', join(folder, 'out'), ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

describe('phusong capacity', () => {
  it('prints people by rate as JSON, and writes its files', async () => {
    const { code, out, err } = await run('--lang', 'en');
    expect(code).toBe(0);
    expect(err).toContain('common estimate');
    const found = JSON.parse(out);
    expect(found).toMatchObject({ people: 812, hamlets: 2, question: { operator: null, load: null, layers: 2 } });
    const [five, twentyFive, hundred] = found.any.outdoors;
    expect(five).toBeGreaterThanOrEqual(twentyFive);
    expect(twentyFive).toBeGreaterThanOrEqual(hundred);
    expect(found.any.indoors[0]).toBeLessThanOrEqual(five);
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['capacity.json', 'cells.csv', 'hamlets.csv']);
    const [heads, ...rows] = (await readFile(join(folder, 'out', 'hamlets.csv'), 'utf8')).trim().split('\r\n');
    expect(heads).toContain('SINR (dB)');
    expect(rows).toHaveLength(2);
    expect(await readFile(join(folder, 'out', 'cells.csv'), 'utf8')).toContain('Cell,Site,Operator,Band');
  });

  it('takes the server and its level to be those of service', async () => {
    const finding = await runCapacity(network);
    const evaluator = createServiceEvaluator(sceneOf(network), defaultServiceSettings);
    const best = ['viettel', 'vinaphone', 'mobifone'].map((_, o) => evaluator.best(0, o));
    const { rsrpDbm, cellId, operator } = finding.hamlets[0];
    const own = best[['viettel', 'vinaphone', 'mobifone'].indexOf(operator!)];
    const site = network.sites[own.site];
    const tenant = site.tenants.find((one) => one.operator === operator)!;
    expect([cellId, rsrpDbm]).toEqual([tenant.cells[own.cell].id, Math.round(own.levelDbm * 10) / 10]);
  });

  it('a full network carries no more than an idle one', async () => {
    const [idle, full] = await Promise.all([0, 1].map((load) => runCapacity(network, { question: { load } })));
    idle.hamlets.forEach(({ downMbps, sinrDb }, h) => {
      expect(full.hamlets[h].downMbps).toBeLessThanOrEqual(downMbps);
      expect(full.hamlets[h].sinrDb!).toBeLessThanOrEqual(sinrDb!);
    });
    expect(full.hamlets.some(({ sinrDb }, h) => sinrDb! < idle.hamlets[h].sinrDb!)).toBe(true);
  });

  it('says so where no second cell arrives', async () => {
    const alone = { ...network, sites: [aStandingSite('TN-0009', 'mobifone', [105.86, 21.625])] };
    const one = {
      ...alone,
      sites: alone.sites.map((site) => ({
        ...site,
        tenants: site.tenants.map((tenant) => ({ ...tenant, cells: tenant.cells.slice(0, 1) })),
      })),
    };
    expect((await runCapacity(one)).notes).toContain('no-second-cell');
    expect((await runCapacity(network)).notes).not.toContain('no-second-cell');
  });

  it.each([
    [['--operator', 'nobody'], 3, 'nobody'],
    [['--area', '99999'], 3, '99999'],
    [['--load', '130'], 2, '--load must be a number from 0 to 100'],
    [['--layers', '0'], 2, '--layers'],
    [['--technology', '3G'], 2, '4G or 5G'],
  ])('refuses %j in words', async (args, code, words) => {
    const refused = await run(...args);
    expect(refused.code).toBe(code);
    expect(refused.err).toContain(words);
  });
});
