import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readHgt, readHgtFile } from '../../../src/files/raster/hgt.ts';
import { InputError } from '../../../src/model/problem.ts';

/** A tile of 1201 × 1201 samples: heights from a function of column and row. */
const hgtOf = (heightM: (col: number, row: number) => number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(1201 * 1201 * 2));
  for (let row = 0; row < 1201; row++) {
    for (let col = 0; col < 1201; col++) view.setInt16((row * 1201 + col) * 2, heightM(col, row));
  }
  return new Uint8Array(view.buffer);
};

const problemOf = (reading: () => unknown) => {
  try {
    reading();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems[0];
  }
  throw new Error('was read');
};

describe('an SRTM tile', () => {
  test('has its first sample at the north-west corner its name gives, its last at the south-east', () => {
    const tile = readHgt(
      hgtOf((col, row) => col + row),
      'N21E105.hgt',
    );
    expect(tile.sampleAt(105, 22)).toEqual([0, 0]);
    expect(tile.sampleAt(106, 21)).toEqual([1200, 1200]);
    expect(tile.data[1200 * 1201 + 1200]).toBe(2400);
  });

  test('south and west of zero too', () => {
    const tile = readHgt(
      hgtOf(() => 5),
      'dir/s04w063.HGT',
    );
    expect(tile.sampleAt(-63, -3)).toEqual([0, 0]);
  });

  test('of one arc second has 3601 samples a side', () => {
    expect(readHgt(new Uint8Array(3601 * 3601 * 2), 'N21E105.hgt').width).toBe(3601);
  });

  test('knows voids from heights below the sea', () => {
    const tile = readHgt(
      hgtOf((col) => (col === 3 ? -32768 : -2)),
      'N21E105.hgt',
    );
    expect(tile.data[3]).toBeNaN();
    expect(tile.data[4]).toBe(-2);
  });

  test('is found inside a zip archive', () => {
    const zip = zipSync({ 'N21E105.hgt': hgtOf(() => 7), 'readme.txt': new Uint8Array(3) });
    const tiles = readHgtFile(zip, 'N21E105.SRTMGL3.hgt.zip');
    expect(tiles.map((tile) => [tile.file, tile.data[0]])).toEqual([['N21E105.SRTMGL3.hgt.zip/N21E105.hgt', 7]]);
  });
});

describe('an SRTM tile that cannot be used', () => {
  test('cut short: the bytes found and the bytes expected', () => {
    expect(problemOf(() => readHgt(hgtOf(() => 0).subarray(0, 1_000_000), 'N21E105.hgt'))).toMatchObject({
      file: 'N21E105.hgt',
      rule: 'truncated',
      value: '1000000 bytes',
      ruleValues: { expected: 2_884_802, unit: 'bytes' },
    });
  });

  test('one-arc-second cut short asks for the larger size', () => {
    const problem = problemOf(() => readHgt(new Uint8Array(20_000_000), 'N21E105.hgt'));
    expect(problem.ruleValues?.expected).toBe(25_934_402);
  });

  test('a name that gives no corner', () => {
    expect(
      problemOf(() =>
        readHgt(
          hgtOf(() => 0),
          'terrain.hgt',
        ),
      ),
    ).toMatchObject({ value: 'terrain.hgt' });
  });

  test('an archive without a tile', () => {
    const zip = zipSync({ 'readme.txt': new Uint8Array(3) });
    expect(problemOf(() => readHgtFile(zip, 'a.zip'))).toMatchObject({ file: 'a.zip', rule: 'not-this-format' });
  });
});

const srtm = '../shared/data/thai-nguyen/N21E105.hgt';
describe.skipIf(!existsSync(srtm))('the SRTM tile of Thái Nguyên', () => {
  test('has 1,539 voids', () => {
    const tile = readHgt(readFileSync(srtm), 'N21E105.hgt');
    expect(tile.data.filter(Number.isNaN)).toHaveLength(1539);
  });
});
