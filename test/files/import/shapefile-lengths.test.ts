import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/files/import/table/read-table.ts';
import { InputError } from '../../../src/model/problem.ts';
import { aShapefile } from './a-shapefile.ts';

const whole = unzipSync(aShapefile([{ x: 105.82, y: 21.62, name: 'Xóm Đình', people: 312 }]));

/** The rule and place a shapefile is refused by, one of its files spoilt. */
const refusal = async (name: string, spoil: (view: DataView) => void): Promise<string> => {
  const bytes = whole[name].slice();
  spoil(new DataView(bytes.buffer));
  try {
    await readTable(zipSync({ ...whole, [name]: bytes }), 'a.zip');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const [{ rule, place }] = (error as InputError).problems;
    return `${rule} ${place}`;
  }
  throw new Error('was read');
};

test('a table that claims four billion records is refused, not read until memory ends', async () => {
  expect(await refusal('xom.dbf', (view) => view.setUint32(4, 0xffffffff, true))).toBe('truncated byte 4');
});

test('records without a length are refused', async () => {
  expect(await refusal('xom.dbf', (view) => view.setUint16(10, 0, true))).toBe('not-this-format byte 10');
});

test('a shape that leads backwards is refused, not walked in circles', async () => {
  expect(await refusal('xom.shp', (view) => view.setInt32(104, -4))).toBe('not-this-format record 1');
});

test('a shape that ends after the file is refused', async () => {
  expect(await refusal('xom.shp', (view) => view.setInt32(104, 1_000_000))).toBe('truncated record 1');
});
