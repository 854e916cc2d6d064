import { plainName, type RawTable } from '../table/raw-table.ts';
import type { ImportField } from './fields.ts';
import { headings } from './headings.ts';
import type { ImportChoice } from './propose.ts';

/** What somebody says of a column: the field it holds, or that it holds none. */
export interface MappedColumn {
  /** Its heading, however it is written, or its number: '#3'. */
  column: string;
  field: ImportField | null;
}

/** Every field there is, for a refusal. */
export const importFields = Object.keys(headings) as ImportField[];

const columnAt = ({ columns }: Pick<RawTable, 'columns'>, name: string): number => {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const number = /^#(\d+)$/.exec(name)?.[1];
  if (number !== undefined) return Number(number) <= columns.length ? Number(number) - 1 : -1;
  const plain = plainName(name);
  return plain === '' ? -1 : columns.findIndex((column) => plainName(column) === plain);
};

/** Columns of a map that a table has. */
export const columnsFound = (table: Pick<RawTable, 'columns'>, map: readonly MappedColumn[]): MappedColumn[] =>
  map.filter(({ column }) => columnAt(table, column) >= 0);

/** A choice of columns with what was said of some of them; a column serves one field, and a field has one column. */
export const withMap = (
  choice: ImportChoice,
  table: Pick<RawTable, 'columns'>,
  map: readonly MappedColumn[],
): ImportChoice => {
  const columns = { ...choice.columns };
  for (const { column, field } of map) {
    const at = columnAt(table, column);
    if (at < 0) continue;
    for (const other of importFields) if (columns[other] === at) delete columns[other];
    if (field !== null) columns[field] = at;
  }
  return { ...choice, columns };
};
