import Papa from 'papaparse';
import { showable } from '../../model/printable.ts';
import { refuse } from '../problem-list.ts';

export type CsvCell = string | number | boolean | null;

/** Text a spreadsheet would take for a formula. A negative number is none. */
const formulaStart = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;

/**
 * A CSV file as RFC 4180 has it, with the byte-order mark that makes spreadsheets read UTF-8. A text cell that starts
 * like a formula gets an apostrophe in front; numbers stay numbers. null is an empty cell.
 */
export const writeCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array => {
  const text = Papa.unparse(
    { fields: [...header], data: rows.map((row) => [...row]) },
    { escapeFormulae: formulaStart },
  );
  return new TextEncoder().encode(`\ufeff${showable(text)}\r\n`);
};

/** Rows of a CSV file by the names in its first line; the delimiter is found. All values are text, trimmed. */
export const readCsv = (bytes: Uint8Array, file: string): Map<string, string>[] => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    const place = broken.row === undefined ? '' : `row ${broken.row + 1}`;
    throw refuse({ file, place, value: broken.message, rule: 'not-this-format', ruleValues: { expected: 'CSV' } });
  }
  const [header, ...rows] = data;
  if (!header || header.length < 2) {
    throw refuse({
      file,
      place: 'row 1',
      value: header?.[0] ?? '',
      rule: 'not-this-format',
      ruleValues: { expected: 'CSV' },
    });
  }
  const names = header.map((name) => name.trim());
  return rows.map((row) => new Map(names.map((name, i) => [name, (row[i] ?? '').trim()])));
};
