// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTiles } from '../../../src/files/raster/elevation-files.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { attachStudy, readStudyFile } from '../../../src/study/study-file.ts';
import { createImportApi } from '../../../workers/import/api.ts';
import { imported, smallContext } from '../import/an-import.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/hostile');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)));
const limitMs = 5_000;
const limitBytes = 1_000_000_000;

/** What a file is refused with, in time and without filling the memory. */
const refusalOf = async (reading: () => unknown): Promise<Problem> => {
  const start = performance.now();
  const before = process.memoryUsage().rss;
  try {
    await reading();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(performance.now() - start).toBeLessThan(limitMs);
    expect(process.memoryUsage().rss - before).toBeLessThan(limitBytes);
    return error.problems[0];
  }
  throw new Error('was read');
};
const asImported = (file: string) => refusalOf(() => imported(file, bytesOf(file)));

describe.skipIf(!existsSync(folder))('hostile files (skipped where the folder of shared data is absent)', () => {
  test('a sheet with a cell at its far end', async () => {
    expect(await asImported('far.xlsx')).toMatchObject({ rule: 'too-large', place: 'XFD1048576' });
  });

  test('a table that claims twenty million records', async () => {
    expect(await asImported('shp-dbfreclen1.zip')).toMatchObject({ rule: 'not-this-format', place: 'byte 10' });
  });

  test('text that is none after its first 64 kB, read whole and piece by piece', async () => {
    const expected = { rule: 'wrong-encoding', place: 'line 4002' };
    expect(await asImported('late-bad.csv')).toMatchObject(expected);
    const api = createImportApi();
    await api.open(new Blob([bytesOf('late-bad.csv').slice()]), 'late-bad.csv');
    expect(await refusalOf(() => api.preview(smallContext))).toMatchObject(expected);
  });

  test.each([
    ['t-bombstrip.tif', 'too-large', 'strip 1'],
    ['t-scale0.tif', 'out-of-range', 'ModelPixelScale'],
    ['t-tile0.tif', 'too-large', 'ImageWidth'],
  ])('%s', async (file, rule, place) => {
    expect(await refusalOf(() => readTiles([{ name: file, bytes: bytesOf(file) }]))).toMatchObject({ rule, place });
  });

  test('a study that unpacks to a gigabyte, once, where the page is not', async () => {
    const api = createImportApi();
    const opening = async () => {
      await api.open(new Blob([bytesOf('bomb.phusong').slice()]), 'bomb.phusong');
      api.study();
    };
    expect(await refusalOf(opening)).toMatchObject({ file: 'bomb.phusong', rule: 'too-large' });
  });

  const built = join(import.meta.dirname, '../../../public/packs/thai-nguyen-2020');
  test.skipIf(!existsSync(built)).each([
    ['sem-operator', 'unknown-reference', 'nobody'],
    ['sem-commune', 'unknown-commune', '99999'],
    ['sem-nopeople', 'no-people', 'Tổ dân phố 1'],
    ['sem-idmismatch', 'other-id', 'OTHER'],
    ['sem-antabove', 'above-mast', '500'],
  ])('the rules of a pack hold in %s', async (file, rule, value) => {
    const { readPack } = await import('../../../src/files/pack/pack-read.ts');
    const folderOf = (path: string) => new Uint8Array(readFileSync(join(built, path)));
    const read = await readPack({ name: 'built-in', read: async (path) => folderOf(path) });
    const { stored } = readStudyFile(bytesOf(`${file}.phusong`), file);
    const problem = await refusalOf(() =>
      attachStudy({ ...stored, base: { ...stored.base, checksum: read.checksum } }, read, file),
    );
    expect(problem).toMatchObject({ rule, value });
  });
});
