import { expect, test } from 'vitest';
import { fileKind } from '../../../src/files/import/table/read-table.ts';
import { InputError } from '../../../src/model/problem.ts';

const refusalOf = (bytes: Uint8Array, file: string) => {
  try {
    return fileKind(bytes, file);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems[0].rule;
  }
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

test.each([
  ['nothing at all', new Uint8Array(0), 'empty-file'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'not-this-format'],
  ['a table of text', text('lon;lat\n105,8;21,6\n'), 'csv'],
  ['a table in UTF-16, which is half zero bytes', Uint8Array.of(0xff, 0xfe, 0x6c, 0, 0x6f, 0, 0x6e, 0), 'csv'],
])('%s is told apart', (_, bytes, found) => {
  expect(refusalOf(bytes, 'f.csv')).toBe(found);
});
