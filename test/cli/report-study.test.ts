// @module-tag slow
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import parameters from '../../data/facts/parameters.json' with { type: 'json' };
import { main } from '../../src/cli/main.ts';
import type { Parameter } from '../../src/model/facts.ts';
import type { PathModelId } from '../../src/radio/path-model.ts';
import { operations } from '../../src/study/operations/index.ts';
import { createScenario } from '../../src/study/scenarios.ts';
import { openStudy } from '../../src/study/study.ts';
import { writeStudyFile } from '../../src/study/study-file.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
import { aPackWith, does } from '../study/a-study.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-study-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A study in which one hamlet lost its fibre and the signer has a name; by another model where one is named. */
const saved = async (model: PathModelId = 'delta-bullington'): Promise<string> => {
  const draft = aPackWith([aSite()], [aHamlet()]);
  const pack = { ...draft, facts: { ...draft.facts, parameters: parameters as Parameter[] } };
  const start = createScenario(openStudy({ pack, checksum: 'c'.repeat(64) }), 'Đứt cáp');
  const cut = does(start, operations.setFibre(start, { id: aHamlet().id, hasFibre: false }));
  const named = does(cut, operations.setLetterhead(cut, { language: 'vi', change: { signerName: 'Nguyễn Thị Ữ' } }));
  const file = join(folder, 'a.phusong');
  const modelled =
    model === 'delta-bullington' ? named : does(named, operations.setService(named, { change: { model } }));
  await writeFile(file, writeStudyFile(modelled, { withPack: true }));
  return file;
};

const run = async (...args: readonly string[]): Promise<{ code: number; told: string }> => {
  let told = '';
  const stderr = (text: string) => {
    told += text;
  };
  const signal = new AbortController().signal;
  const code = await main(['report', ...args], { stdout: () => {}, stderr, interactive: false, signal });
  return { code, told };
};
const written = (name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');

test('a saved study is reported as its scenario has it, over the name of its signer', async () => {
  const { code } = await run('--study', await saved(), '--format', 'csv,html', '--out', join(folder, 'out'));
  expect(code).toBe(0);
  expect(await written('tables/settings.csv')).toContain('Đứt cáp (1 thay đổi so với gói dữ liệu)');
  expect(await written('tables/without-fibre.csv')).toContain(aHamlet().name);
  expect(await written('report.html')).toContain('Nguyễn Thị Ữ');
});

test('a scenario that is not there is refused with those that are', async () => {
  const { code, told } = await run('--study', await saved(), '--scenario', 'Khác', '--out', join(folder, 'out'));
  expect(code).toBe(2);
  expect(told).toContain("it has 'Đứt cáp'");
});

test('a second model is asked who is served, and without it findings say nothing of one', async () => {
  const study = await saved();
  const out = join(folder, 'out');
  expect((await run('--study', study, '--out', out)).code).toBe(0);
  expect(JSON.parse(await written('findings.json'))).not.toHaveProperty('secondOpinion');
  const { code, told } = await run('--study', study, '--second-opinion', 'itm', '--out', out);
  expect(code).toBe(0);
  expect(told).toMatch(/both models serve \d hamlets, delta-bullington alone \d, itm alone \d, neither \d\./);
  const { secondOpinion, hamlets } = JSON.parse(await written('findings.json'));
  expect(secondOpinion).toMatchObject({ first: 'delta-bullington', second: 'itm' });
  expect(secondOpinion.byHamlet.map(({ id }: { id: string }) => id)).toEqual(
    hamlets.map(({ id }: { id: string }) => id),
  );
});

test('a second opinion by the study’s own model is refused', async () => {
  const asked = await run(
    '--study',
    await saved(),
    '--second-opinion',
    'delta-bullington',
    '--out',
    join(folder, 'out'),
  );
  expect(asked.code).toBe(2);
  expect(asked.told).toContain('must be another model');
});

test('coverage of a network by a model for one site is refused before anything is computed', async () => {
  const asked = await run('--study', await saved('itm'), '--format', 'kmz', '--out', join(folder, 'out'));
  expect(asked.code).toBe(2);
  expect(asked.told).toContain('give --coverage-zoom none');
});
