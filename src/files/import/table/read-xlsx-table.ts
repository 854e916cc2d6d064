import type { InputError } from '../../../model/problem.ts';
import { unzip, type ZipLimits } from '../../archive/zip.ts';
import { refuse } from '../../problem-list.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfGrid } from './table-of-grid.ts';

/** A workbook of a hundred thousand rows expands to some tens of megabytes. */
const limits: ZipLimits = { entries: 2_000, expandedBytes: 300_000_000 };

/** The first sheet of a workbook as a table. Formula cells give their last result, as text or number. */
export const readXlsxTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  // looks at sizes before the reader expands anything
  unzip(bytes, file, limits);
  const refused = (value: string): InputError =>
    refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'XLSX' } });
  let grid: unknown[][];
  try {
    const { default: readXlsx } = await import('read-excel-file/universal');
    const sheets = await readXlsx(new Blob([bytes.slice()]));
    grid = (sheets[0]?.data ?? []) as unknown[][];
  } catch (error) {
    throw refused(error instanceof Error ? error.message.slice(0, 80) : '');
  }
  const table = tableOfGrid(grid);
  if (!table) throw refused('');
  return { format: 'xlsx', ...table, epsg: null, encoding: null, cut: false, warnings: [] };
};
