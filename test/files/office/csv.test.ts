import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../src/files/office/csv.ts';
import { InputError } from '../../../src/model/problem.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a CSV file written', () => {
  test('starts with a byte-order mark and ends every line as RFC 4180 has it', () => {
    expect(textOf(writeCsv(['tên', 'số'], [['Sảng Mộc', 3]]))).toBe('\ufefftên,số\r\nSảng Mộc,3\r\n');
  });

  test('shows signs that turn the direction of a text or steer a terminal as signs', () => {
    const [row] = readCsv(writeCsv(['a', 'b'], [['Xóm \u202egnud.exe', '\u001b[2J']]), 'f');
    expect([...row.values()]).toEqual(['Xóm \ufffdgnud.exe', '\ufffd[2J']);
  });

  test('quotes commas, quotes and line breaks', () => {
    expect(textOf(writeCsv(['a', 'b'], [['x,"y"', 'l1\nl2']]))).toContain('"x,""y""","l1\nl2"');
  });

  test.each(['=1+1', '+84 912', '@sum', '-cmd', '\tx', '\rx', '-1+2'])('makes %j no formula', (text) => {
    expect(readCsv(writeCsv(['a', 'b'], [[text, 1]]), 'f')[0].get('a')).toBe(`'${text}`);
  });

  test.each([-12.5, '-12.5', '-3'])('leaves the negative number %j a number', (value) => {
    expect(textOf(writeCsv(['a', 'b'], [[value, 1]]))).toContain(`\r\n${value},1\r\n`);
  });
});

describe('a CSV file read', () => {
  test('finds a semicolon and strips the byte-order mark', () => {
    const rows = readCsv(new TextEncoder().encode('\ufefflon;lat\n105,5;21,6\n'), 'f.csv');
    expect([...rows[0]]).toEqual([
      ['lon', '105,5'],
      ['lat', '21,6'],
    ]);
  });

  test('refuses a file of one column, naming its first line', () => {
    expect(() => readCsv(new TextEncoder().encode('no table here\nat all'), 'f.csv')).toThrow(InputError);
  });
});
