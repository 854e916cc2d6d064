import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGivenFiles } from '../../src/cli/data/data-files.ts';
import { readGivenFile, readRegularFile } from '../../src/cli/input-file.ts';
import { readPackFolder } from '../../src/cli/pack-folder.ts';
import { readReportStudy } from '../../src/cli/report/report-study.ts';
import { InputError } from '../../src/model/problem.ts';

const io = { stdout: () => {}, stderr: () => {}, interactive: false, signal: new AbortController().signal };

let folder: string;
let pipe: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phusong-input-'));
  pipe = join(folder, 'pack.json');
  execFileSync('mkfifo', [pipe]);
});
afterAll(() => rm(folder, { recursive: true }));

/** What a reading is refused for: 'what was found: rule'. */
const refusalOf = async (reading: Promise<unknown>): Promise<string> => {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error('Not refused', { cause: error });
  return error.problems.map(({ value, rule }) => `${value}: ${rule}`).join();
};

test.each<[string, () => Promise<unknown>]>([
  ['a pack', () => readPackFolder(folder, io)],
  ['a study', () => readReportStudy({ folder, file: pipe, scenario: null, lang: 'vi' }, io)],
  ["a source's file", () => readGivenFiles(new Map([['skadi', [pipe]]]))],
])('a pipe is not read as %s: it may never end', async (_, reading) => {
  expect(await refusalOf(reading())).toBe('pipe: not-this-format');
});

test('nor is a device, and a file that is not there is told', async () => {
  expect(await refusalOf(readGivenFile('/dev/zero'))).toBe('device: not-this-format');
  expect(await refusalOf(readGivenFile(folder))).toBe('folder: not-this-format');
  expect(await refusalOf(readGivenFile(join(folder, 'none')))).toBe(': missing-file');
  expect(await readRegularFile(join(folder, 'none'))).toBeNull();
});
