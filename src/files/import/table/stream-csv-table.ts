import { EncodingFinder, textDecoderOf } from '../text/decode-text.ts';
import { CsvRows } from './csv-rows.ts';
import type { RawTable } from './raw-table.ts';
import { oldEncodingNote } from './read-csv-table.ts';
import { tableOfGrid } from './table-of-grid.ts';

/** Bytes read at a time: little beside a tab's memory, much beside the cost of a turn. */
const sliceBytes = 4 * 1024 * 1024;

/**
 * A whole CSV file, read piece by piece: neither its bytes nor its text are ever in memory as one. It is walked twice,
 * since its last line may tell its encoding. `onProgress` is told the bytes read.
 *
 * @throws InputError where it is no CSV, is in no encoding we know, or holds more than a tab does
 */
export const streamCsvTable = async (
  source: Blob,
  file: string,
  onProgress?: (done: number, total: number) => void,
  pieceBytes: number = sliceBytes,
): Promise<RawTable> => {
  const pieces = async function* () {
    for (let from = 0; from < source.size; from += pieceBytes) {
      yield new Uint8Array(await source.slice(from, from + pieceBytes).arrayBuffer());
    }
  };
  const finder = new EncodingFinder(file);
  for await (const bytes of pieces()) finder.add(bytes);
  const encoding = finder.end();
  const decode = textDecoderOf(encoding);
  const rows = new CsvRows(file);
  let pending = '';
  let done = 0;
  for await (const bytes of pieces()) {
    const text = decode(bytes, false);
    pending += done === 0 ? text.replace(/^\ufeff/, '') : text;
    done += bytes.length;
    // a tone may follow its vowel in the next slice, but never a line's end: up to there text can be put in NFC
    const end = pending.lastIndexOf('\n') + 1;
    if (end > 0) {
      rows.take(pending.slice(0, end).normalize('NFC'), false);
      pending = pending.slice(end);
    }
    if (pending.length > sliceBytes * 2) {
      // lines that end as on old Macs have no \n at all
      rows.take(pending.normalize('NFC'), false);
      pending = '';
    }
    onProgress?.(done, source.size);
  }
  rows.take((pending + decode(new Uint8Array(0), true)).normalize('NFC'), true);
  const table = tableOfGrid(rows.grid, file, 'CSV');
  const warnings = [...oldEncodingNote(encoding, table.rows.length, file), ...table.warnings];
  return { format: 'csv', ...table, warnings, epsg: null, encoding, cut: false, unread: [] };
};
