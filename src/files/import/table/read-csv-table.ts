import type { Problem } from '../../../model/problem.ts';
import { EncodingFinder, textDecoderOf } from '../text/decode-text.ts';
import { CsvRows } from './csv-rows.ts';
import type { RawTable } from './raw-table.ts';
import { legacyNotes, tableOfGrid } from './table-of-grid.ts';

/** Bytes that surely hold the rows of a preview. */
const previewBytes = 2 * 1024 * 1024;

/** That text was taken to be in an encoding that any bytes fit. */
export const oldEncodingNote = (encoding: string, count: number, file: string): Problem[] =>
  encoding.startsWith('UTF') ? [] : legacyNotes([{ encoding, count }], file);

/** A CSV table; its delimiter and encoding are found. With `limit` only the first rows are read. */
export const readCsvTable = (bytes: Uint8Array, file: string, limit?: number): RawTable => {
  const start = limit === undefined ? bytes : bytes.subarray(0, previewBytes);
  const isCut = start.length < bytes.length;
  const finder = new EncodingFinder(file);
  finder.add(start);
  const encoding = finder.end(!isCut);
  const rows = new CsvRows(file);
  rows.take(
    textDecoderOf(encoding)(start, true)
      .replace(/^\ufeff/, '')
      .normalize('NFC'),
    true,
    isCut,
  );
  const grid = limit === undefined ? rows.grid : rows.grid.slice(0, limit);
  const cut = isCut || grid.length < rows.grid.length;
  const table = tableOfGrid(grid, file, 'CSV');
  const warnings = [...oldEncodingNote(encoding, table.rows.length, file), ...table.warnings];
  return { format: 'csv', ...table, warnings, epsg: null, encoding, cut, unread: [] };
};
