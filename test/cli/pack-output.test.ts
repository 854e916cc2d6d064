import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOutput, replaceFolder } from '../../src/cli/pack/pack-output.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aHamlet, aPack } from '../files/pack/small-pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const first = writePack(aPack());
const second = writePack(aPack({ hamlets: [aHamlet({ households: 7 })] }));
const text = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** A pack in a folder, and files beside it that are somebody's own. */
const aFolderInUse = async (): Promise<string> => {
  const out = join(folder, 'out');
  await replaceFolder(out, first);
  await writeFile(join(out, 'notes.txt'), 'mine');
  await mkdir(join(out, 'maps', 'old'), { recursive: true });
  await writeFile(join(out, 'maps', 'old', 'plan.qgz'), 'mine too');
  return out;
};

test('a pack takes the place of another, and what is not of it stays', async () => {
  const out = await aFolderInUse();
  checkOutput(out);
  await replaceFolder(out, second);
  expect(text('out', 'hamlets.geojson')).toContain('"households":7');
  expect([text('out', 'notes.txt'), text('out', 'maps', 'old', 'plan.qgz')]).toEqual(['mine', 'mine too']);
  expect(readdirSync(folder)).toEqual(['out']);
});

test('a file of the older pack that the new one has no more goes with it', async () => {
  const out = join(folder, 'out');
  await replaceFolder(out, first);
  const manifest = JSON.parse(text('out', 'pack.json'));
  manifest.files.push({ path: 'sources.csv', bytes: 1, sha256: 'a'.repeat(64) });
  writeFileSync(join(out, 'pack.json'), JSON.stringify(manifest));
  writeFileSync(join(out, 'sources.csv'), 'of the pack');
  await replaceFolder(out, second);
  expect(readdirSync(out)).not.toContain('sources.csv');
});

test("somebody's file under a name that a pack takes is left alone, and so is the pack", async () => {
  const out = await aFolderInUse();
  const manifest = JSON.parse(text('out', 'pack.json'));
  manifest.files = manifest.files.filter(({ path }: { path: string }) => path !== 'roads.geojson');
  writeFileSync(join(out, 'pack.json'), JSON.stringify(manifest));
  writeFileSync(join(out, 'roads.geojson'), 'my roads');
  expect(() => checkOutput(out)).toThrow("'roads.geojson', which is not of the pack there");
  await expect(replaceFolder(out, second)).rejects.toThrow('roads.geojson');
  expect(text('out', 'roads.geojson')).toBe('my roads');
  expect(text('out', 'hamlets.geojson')).not.toContain('"households":7');
  expect(readdirSync(folder)).toEqual(['out']);
});

test('a link to a folder stays one: the pack is put where it leads', async () => {
  await aFolderInUse();
  symlinkSync(join(folder, 'out'), join(folder, 'link'));
  await replaceFolder(join(folder, 'link'), second);
  expect(text('out', 'hamlets.geojson')).toContain('"households":7');
  expect(text('link', 'notes.txt')).toBe('mine');
});
