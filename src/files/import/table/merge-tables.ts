import { limits } from '../../limits.ts';
import { knownHeadings } from '../guess/fields.ts';
import { plainName, type RawRow, type UnreadPart } from './raw-table.ts';
import type { GridTable } from './table-of-grid.ts';

/** A sheet of a workbook, a layer of an archive. */
export interface TablePart {
  name: string;
  /** Null where the part holds no table. */
  table: GridTable | null;
  /** Rows with anything in them. */
  rows: number;
}

/** Share of the columns of one table that another must have to be the same list on another sheet. */
const sameShare = 0.6;

const namesOf = ({ columns }: GridTable): ReadonlySet<string> => new Set(columns.map(plainName).filter((name) => name));

const isSameList = (a: GridTable, b: GridTable): boolean => {
  const [one, two] = [namesOf(a), namesOf(b)];
  const shared = [...one].filter((name) => two.has(name)).length;
  return shared >= sameShare * Math.max(one.size, two.size);
};

/** Where cells beyond a part's own columns are put: beyond those of any table. */
const beyond = limits.tableColumns;

/** The column of all that each column of a table is; those that are new are added to `columns`. */
const placesIn = (columns: string[], table: GridTable): number[] => {
  const taken = new Set<number>();
  return table.columns.map((name) => {
    const plain = plainName(name);
    let column = columns.findIndex((known, c) => !taken.has(c) && plain !== '' && plainName(known) === plain);
    if (column < 0) column = columns.push(name) - 1;
    taken.add(column);
    return column;
  });
};

const aligned = ({ rows }: GridTable, places: readonly number[]): RawRow[] =>
  rows.map((row) => {
    const values: unknown[] = [];
    row.values.forEach((value, c) => {
      values[places[c] ?? beyond + c] = value;
    });
    return { ...row, values };
  });

/**
 * One table of the parts of a file: the one with most headings we know, and every other that is the same list. The rest
 * is named, with its rows, so that nothing is left out in silence. Null where no part holds a table.
 */
export const mergeTables = (parts: readonly TablePart[]): (GridTable & { unread: UnreadPart[] }) | null => {
  const tables = parts.flatMap(({ table }) => (table && table.rows.length > 0 ? [table] : []));
  if (tables.length === 0) return null;
  const known = tables.map(({ columns }) => knownHeadings(columns));
  const first = tables[known.indexOf(Math.max(...known))];
  const read = tables.filter((table) => table === first || isSameList(first, table));
  const columns = [...first.columns];
  const rows =
    read.length === 1
      ? first.rows
      : read.flatMap((table) =>
          aligned(table, table === first ? table.columns.map((_, c) => c) : placesIn(columns, table)),
        );
  const unread = parts.flatMap(({ name, table, rows: count }) =>
    (table && read.includes(table)) || count === 0 ? [] : [{ name, rows: count }],
  );
  return { columns, rows, warnings: read.flatMap(({ warnings }) => warnings), unread };
};
