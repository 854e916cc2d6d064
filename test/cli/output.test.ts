import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOutputFile, checkOutputFolder, hearSignals, writeFiles } from '../../src/cli/output.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-output-'));
  await writeFile(join(folder, 'file'), 'x');
});
afterAll(() => rm(folder, { recursive: true }));

test('files take their places, in folders that are made for them', async () => {
  await writeFiles([
    [join(folder, 'a', 'one.txt'), 'one'],
    [join(folder, 'a', 'b', 'two.txt'), 'two'],
  ]);
  expect(await readFile(join(folder, 'a', 'one.txt'), 'utf8')).toBe('one');
  expect(await readFile(join(folder, 'a', 'b', 'two.txt'), 'utf8')).toBe('two');
  expect(await readdir(join(folder, 'a'))).toEqual(['b', 'one.txt']);
});

test('where one of them can not be written, what stood there stays, and nothing is left beside it', async () => {
  const kept = join(folder, 'kept.txt');
  await writeFile(kept, 'good');
  const half = function* (): Generator<readonly [string, string]> {
    yield [kept, 'new'];
    throw new Error('no more');
  };
  await expect(writeFiles(half())).rejects.toThrow('no more');
  expect(await readFile(kept, 'utf8')).toBe('good');
  await expect(
    writeFiles([
      [kept, 'new'],
      [join(folder, 'file', 'under'), 'x'],
    ]),
  ).rejects.toThrow();
  expect(await readFile(kept, 'utf8')).toBe('good');
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('where the last of them has no place, those before it give way to what stood there', async () => {
  const [old, fresh, taken] = ['old.txt', 'fresh.txt', 'taken'].map((name) => join(folder, name));
  await writeFile(old, 'good');
  await mkdir(join(taken, 'inside'), { recursive: true });
  await expect(
    writeFiles([
      [old, 'new'],
      [fresh, 'new'],
      [taken, 'new'],
    ]),
  ).rejects.toThrow();
  expect(await readFile(old, 'utf8')).toBe('good');
  const left = await readdir(folder);
  expect([left.includes('fresh.txt'), left.filter((name) => name.startsWith('.'))]).toEqual([false, []]);
  await writeFiles([[old, 'new']]);
  expect(await readFile(old, 'utf8')).toBe('new');
});

test('a place where nothing can be written is refused before anything is computed', async () => {
  expect(() => checkOutputFile(folder)).toThrow('is a folder. Name a file.');
  expect(() => checkOutputFile(join(folder, 'file', 'under.tif'))).toThrow('is a file, not a folder');
  expect(() => checkOutputFolder(join(folder, 'file'))).toThrow('is a file. Name a folder.');
  expect(() => checkOutputFile(join(folder, 'new', 'deeper', 'f.tif'))).not.toThrow();
  if (process.getuid?.() === 0) return; // who may write anywhere is refused nothing
  await chmod(folder, 0o500);
  expect(() => checkOutputFile(join(folder, 'f.tif'))).toThrow('nothing can be written');
  await chmod(folder, 0o700);
});

test('what came in while the thread was held is heard', async () => {
  const abort = new AbortController();
  await hearSignals(abort.signal);
  setImmediate(() => abort.abort());
  await expect(hearSignals(abort.signal)).rejects.toThrow();
});
