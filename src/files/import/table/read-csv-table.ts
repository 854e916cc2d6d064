import Papa from 'papaparse';
import { refuse } from '../../problem-list.ts';
import { decodeText } from './decode-text.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfGrid } from './table-of-grid.ts';

/** Bytes that surely hold the rows of a preview. */
const previewBytes = 2 * 1024 * 1024;

/** A CSV table; its delimiter and encoding are found. With `limit` only the first rows are read. */
export const readCsvTable = (bytes: Uint8Array, file: string, limit?: number): RawTable => {
  const start = limit === undefined ? bytes : bytes.subarray(0, previewBytes);
  const { text, encoding } = decodeText(start);
  if (text.includes('\0')) {
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: 'CSV' } });
  }
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    ...(limit !== undefined && { preview: limit }),
  });
  const cut = meta.truncated || start.length < bytes.length;
  const broken = errors.find((error) => error.type === 'Quotes');
  // the start of a file may end inside quotes
  if (broken && !cut) {
    const place = broken.row === undefined ? '' : `row ${broken.row + 1}`;
    throw refuse({ file, place, value: broken.message, rule: 'not-this-format', ruleValues: { expected: 'CSV' } });
  }
  const table = tableOfGrid(data);
  if (!table) {
    const value = text.slice(0, 40).split('\n')[0];
    throw refuse({ file, place: 'row 1', value, rule: 'not-this-format', ruleValues: { expected: 'CSV' } });
  }
  return { format: 'csv', ...table, epsg: null, encoding, cut, warnings: [] };
};
