import Papa from 'papaparse';
import { refuse } from '../../problem-list.ts';
import { guessEncoding } from './decode-text.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfGrid } from './table-of-grid.ts';

/** Bytes read at a time: little beside a tab's memory, much beside the cost of a turn. */
const sliceBytes = 4 * 1024 * 1024;
/** Enough of the start to tell encoding, delimiter and line ends. */
const headBytes = 64 * 1024;
/** No row of a list is longer: a quote that is never closed would gather the rest of the file. */
const longestRow = 2_000_000;
/** Cells a tab can hold beside everything else; a list of the country's masts has a twentieth of it. */
const maxCells = 20_000_000;

interface ParsedPiece {
  data: string[][];
  errors: readonly { type: string; message: string; row?: number }[];
  meta: { cursor: number };
}

const notCsv = (file: string, place: string, value: string): Error =>
  refuse({ file, place, value, rule: 'not-this-format', ruleValues: { expected: 'CSV' } });

/**
 * A whole CSV file, read piece by piece: neither its bytes nor its text are ever in memory as one. Encoding, delimiter
 * and line ends are those of its start. `onProgress` is told the bytes read.
 *
 * @throws InputError where it is no CSV, a quote is never closed, or it holds more than a tab does
 */
export const streamCsvTable = async (
  source: Blob,
  file: string,
  onProgress?: (done: number, total: number) => void,
  pieceBytes: number = sliceBytes,
): Promise<RawTable> => {
  const head = new Uint8Array(await source.slice(0, headBytes).arrayBuffer());
  const encoding = guessEncoding(head);
  const decoder = new TextDecoder(encoding.toLowerCase());
  const start = new TextDecoder(encoding.toLowerCase()).decode(head, { stream: true });
  const { delimiter, linebreak } = Papa.parse<string[]>(start, { preview: 20 }).meta;
  const grid: string[][] = [];
  let cells = 0;
  let pending = '';
  let carried = '';

  const take = (text: string, isLast: boolean): void => {
    const input = carried + text;
    const piece = new Papa.Parser({ delimiter, newline: linebreak as '\n' }).parse(input, 0, !isLast) as ParsedPiece;
    const broken = piece.errors.find(
      ({ type, row }) => type === 'Quotes' && (isLast || (row !== undefined && row < piece.data.length)),
    );
    if (broken) throw notCsv(file, `row ${grid.length + (broken.row ?? 0) + 1}`, broken.message);
    carried = isLast ? '' : input.slice(piece.meta.cursor);
    if (carried.length > longestRow)
      throw notCsv(file, `row ${grid.length + piece.data.length + 1}`, carried.slice(0, 40));
    for (const row of piece.data) {
      grid.push(row);
      cells += row.length;
    }
    if (cells > maxCells) {
      const ruleValues = { max: maxCells, unit: 'cells' };
      throw refuse({ file, place: `row ${grid.length}`, value: `${cells} cells`, rule: 'too-large', ruleValues });
    }
  };

  for (let from = 0; from < source.size; from += pieceBytes) {
    const bytes = new Uint8Array(await source.slice(from, from + pieceBytes).arrayBuffer());
    const text = decoder.decode(bytes, { stream: true });
    if (text.includes('\0')) throw notCsv(file, '', '');
    pending += text;
    // a tone may follow its vowel in the next slice, but never a line's end: up to there text can be put in NFC
    const end = pending.lastIndexOf('\n') + 1;
    if (end > 0) {
      take(pending.slice(0, end).normalize('NFC'), false);
      pending = pending.slice(end);
    }
    if (pending.length > sliceBytes * 2) {
      // lines that end as on old Macs have no \n at all
      take(pending.normalize('NFC'), false);
      pending = '';
    }
    onProgress?.(Math.min(source.size, from + pieceBytes), source.size);
  }
  take((pending + decoder.decode()).normalize('NFC'), true);
  const table = tableOfGrid(grid);
  if (!table) throw notCsv(file, 'row 1', start.slice(0, 40).split('\n')[0]);
  return { format: 'csv', ...table, epsg: null, encoding, cut: false, warnings: [] };
};
