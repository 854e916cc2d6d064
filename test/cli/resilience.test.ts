// @module-tag slow
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { main } from '../../src/cli/main.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aHamlet, aPack } from '../files/pack/small-pack.ts';

let folder: string;
let pack: string;

/** One site, one hamlet beside it, and one far off in the other commune that nobody lives near. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-'));
  const draft = aPack({
    hamlets: [aHamlet({ centre: [105.832, 21.634], clusters: [{ position: [105.833, 21.635], people: 312 }] })],
  });
  pack = join(folder, 'pack');
  await mkdir(pack);
  const files = writePack({ ...draft, facts: { ...draft.facts, parameters: readFacts().parameters } });
  for (const [name, bytes] of files) await writeFile(join(pack, name), bytes);
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
  const code = await main(['resilience', '--pack', pack, '--out', join(folder, 'out'), ...args], io);
  return { code, out: out.join(''), err: err.join('') };
};

describe('phusong resilience', () => {
  it('prints what hangs by one site as JSON, and writes its files', async () => {
    const { code, out, err } = await run('--lang', 'en', '--battery-hours', '6');
    expect(err).toContain('does not tell which site is fed through which');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      question: { operator: null, batteryHours: 6 },
      hamlets: 1,
      hamletsOnOneSite: 1,
      peopleOnOneSite: 312,
      worst: {
        site: [{ id: 'TN-0001', people: 312, hamlets: 1 }],
        backhaul: [],
        grid: [{ id: '05431', people: 312 }],
      },
    });
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'failures.csv',
      'hamlets.csv',
      'resilience.geojson',
      'resilience.json',
    ]);
    const whole = JSON.parse(await readFile(join(folder, 'out', 'resilience.json'), 'utf8'));
    expect(whole.pack).toMatchObject({ id: 'small' });
    expect(whole.hamlets[0]).toMatchObject({ hangsOn: 'TN-0001', second: { means: 'new-mast', siteId: null } });
    expect(whole.parameters.map(({ name }: { name: string }) => name)).toContain('site_battery_hours');
    const geojson = JSON.parse(await readFile(join(folder, 'out', 'resilience.geojson'), 'utf8'));
    expect(geojson.features.map(({ id }: { id: string }) => id)).toEqual(['TN-0001', 'H-05431-01']);
  });

  it('writes its tables with heads in either language', async () => {
    for (const [lang, head, kind] of [
      ['vi', 'Mất sóng 4G nếu trạm này hỏng', 'điện lưới của một xã'],
      ['en', '4G lost if this site fails', 'the grid of a commune'],
    ]) {
      await run('--lang', lang);
      expect(await readFile(join(folder, 'out', 'hamlets.csv'), 'utf8')).toContain(head);
      expect(await readFile(join(folder, 'out', 'failures.csv'), 'utf8')).toContain(kind);
    }
  });

  it('follows a chain of backhaul that it is told of', async () => {
    const node = 'TN-0001>TN-0001';
    const { out } = await run('--backhaul', node);
    expect(JSON.parse(out).worst.backhaul).toMatchObject([{ id: 'TN-0001', sites: 1, people: 312 }]);
  });

  it.each<[string, string[], number, string]>([
    ['an unknown operator', ['--operator', 'nobody'], 3, 'nobody'],
    ['an unknown area', ['--area', '99999'], 3, '99999'],
    ['an area without people', ['--area', '05434'], 3, 'no hamlet with people'],
    ['negative hours', ['--battery-hours', '-1'], 2, 'battery-hours'],
    ['hours that are no number', ['--battery-hours', 'long'], 2, 'battery-hours'],
    ['an unknown technology', ['--technology', '6G'], 2, '6G'],
    ['a link that is none', ['--backhaul', 'TN-0001'], 2, 'SITE>PARENT'],
    ['a link to what is not there', ['--backhaul', 'TN-0001>nowhere'], 3, 'nowhere'],
  ])('refuses %s in words', async (_, args, code, words) => {
    const refused = await run(...args);
    expect(refused.code).toBe(code);
    expect(refused.err).toContain(words);
  });
});
