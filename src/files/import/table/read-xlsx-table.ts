import { type Zippable, zipSync } from 'fflate';
import type { InputError } from '../../../model/problem.ts';
import { openZip, type ZipArchive, type ZipLimits } from '../../archive/zip.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { mergeTables } from './merge-tables.ts';
import { cellText, type RawTable } from './raw-table.ts';
import { gridTable } from './table-of-grid.ts';

const zipLimits: ZipLimits = { entries: limits.archiveEntries, expandedBytes: limits.treeBytes };

/** Column of a cell's address counted from 1: 'AB7' is in the 28th. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A cell that only carries a style; programs write a million of them where somebody formats a whole column. */
const emptyCell = /<c\b[^>]*\/>|<c\b[^>]*><\/c>/g;

/**
 * A sheet without its empty cells. Throws InputError where what is left reaches so far that the reader, which builds
 * every cell between the first and the last, would fill the memory.
 */
const compactSheet = (xml: string, file: string, path: string): string => {
  const compact = xml.replace(emptyCell, '');
  let columns = 0;
  let rows = 0;
  let last = '';
  for (const [, letters, row] of compact.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    const column = columnOf(letters);
    if (column > columns || Number(row) > rows) last = `${letters}${row}`;
    columns = Math.max(columns, column);
    rows = Math.max(rows, Number(row));
  }
  const cells = columns * rows;
  if (columns > limits.tableColumns || cells > limits.sheetCells) {
    const ruleValues = { max: limits.sheetCells, unit: 'cells' };
    throw refuse({ file: `${file}/${path}`, place: last, value: `${cells} cells`, rule: 'too-large', ruleValues });
  }
  return compact;
};

/** The workbook's files that its table is made of, sheets compacted, for the reader to open. */
const prepared = ({ paths, read }: ZipArchive, file: string): Blob => {
  const parts: Zippable = {};
  for (const path of paths) {
    if (!/\.(?:xml|rels)$/i.test(path) || /^xl\/(?:drawings|charts|theme|media)\//.test(path)) continue;
    const bytes = read(path)!;
    const isSheet = /^xl\/worksheets\/[^/]*\.xml$/i.test(path);
    parts[path] = isSheet ? new TextEncoder().encode(compactSheet(textOf(bytes), file, path)) : bytes;
  }
  return new Blob([zipSync(parts, { level: 0 }).slice()]);
};

/** XML says its encoding itself; workbooks are in UTF-8 but for rare ones in UTF-16. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);

/**
 * A workbook as one table: every sheet that is the same list, the others named. Formula cells give their last result, as
 * text or number.
 */
export const readXlsxTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  const workbook = prepared(openZip(bytes, file, zipLimits), file);
  const refused = (value: string): InputError =>
    refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'XLSX' } });
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    const { default: readXlsx } = await import('read-excel-file/universal');
    sheets = (await readXlsx(workbook)) as unknown as typeof sheets;
  } catch (error) {
    throw refused(error instanceof Error ? error.message.slice(0, 80) : '');
  }
  const parts = sheets.map(({ sheet, data }) => ({
    name: sheet,
    table: gridTable(data, file, sheets.length > 1 ? sheet : ''),
    rows: data.filter((row) => row.some((cell) => cellText(cell) !== '')).length,
  }));
  const table = mergeTables(parts);
  if (!table) throw refused('');
  return { format: 'xlsx', ...table, epsg: null, encoding: null, cut: false };
};
