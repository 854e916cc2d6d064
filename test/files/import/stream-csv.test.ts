// @module-tag slow
import { expect, test } from 'vitest';
import { readCsvTable } from '../../../src/files/import/table/read-csv-table.ts';
import { streamCsvTable } from '../../../src/files/import/table/stream-csv-table.ts';
import { InputError } from '../../../src/model/problem.ts';

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2).fill(0xff, 0, 1).fill(0xfe, 1, 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), true);
  return bytes;
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Tones as windows-1258 has them, after their vowel: ế is ê (0xEA) and an acute (0xEC). */
const windows1258 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((c) => (c === 'ế' ? [0xea, 0xec] : [c.charCodeAt(0)])));

const rows = 120_000;
const ascii = Array.from({ length: rows }, (_, i) => `${i};"ế ""a"";\nb";105,8${i % 10};21,6`).join('\n');
const list = `id;name;lon;lat\n${ascii}\n`;

test.each([
  ['UTF-8', utf8(list)],
  ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(list.slice(0, 4_000_000))])],
  ['UTF-16', utf16(list)],
  ['windows-1258', windows1258(list)],
])('a list in %s longer than a slice is read in pieces as it is read whole', async (_, bytes) => {
  const told: number[] = [];
  const whole = readCsvTable(bytes, 'a.csv');
  const streamed = await streamCsvTable(new Blob([bytes.slice().buffer as ArrayBuffer]), 'a.csv', (done) =>
    told.push(done),
  );
  expect(streamed.encoding).toBe(whole.encoding);
  expect(streamed.columns).toEqual(['id', 'name', 'lon', 'lat']);
  expect(streamed.rows.length).toBe(whole.rows.length);
  for (const i of [0, 1, 59_999, whole.rows.length - 1]) expect(streamed.rows[i]).toEqual(whole.rows[i]);
  expect(streamed.rows[7].values[1]).toBe('ế "a";\nb');
  expect(told.at(-1)).toBe(bytes.length);
});

test('a quote that is never closed is told by its row', async () => {
  const text = `id;lon\n1;2\n2;"${'x;y\n'.repeat(600_000)}`;
  const refusal = await streamCsvTable(new Blob([text]), 'a.csv').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
  expect((refusal as InputError).problems[0]).toMatchObject({ rule: 'not-this-format', place: 'row 3' });
});

test('bytes that are no text are refused', async () => {
  const refusal = await streamCsvTable(new Blob([new Uint8Array(100)]), 'a.csv').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
});
