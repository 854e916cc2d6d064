import { writeCsv } from '../../files/office/csv.ts';
import type { ReportContext } from '../report-input.ts';
import { allTables } from '../tables/all-tables.ts';
import type { Cell, CellKind, ReportTable } from '../tables/report-table.ts';

/** Digits that tell a value from its neighbour: money to the đồng, positions to 0.1 m. */
const decimals: Partial<Record<CellKind, number>> = { position: 6, vnd: 0, decimal1: 2, tonne: 3, share: 6 };

const rounded = (value: Cell, kind: CellKind): Cell => {
  const digits = decimals[kind];
  return typeof value === 'number' && digits !== undefined ? Number(value.toFixed(digits)) : value;
};

const csvOf = (table: ReportTable): Uint8Array =>
  writeCsv(
    table.columns.map(({ id }) => id),
    table.rows.map((row, r) =>
      row.map((value, c) => {
        const { kind } = table.columns[c];
        if (kind === 'unit') return table.rowKinds?.[r] === 'share' ? 'share' : (table.rowUnits?.[r] ?? null);
        return rounded(value, kind === 'text' ? kind : (table.rowKinds?.[r] ?? kind));
      }),
    ),
  );

const fileName = (id: string): string => `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`;

/** Every table of the report as a CSV file under tables/, its columns named for machines. */
export const csvFiles = (input: ReportContext): Map<string, Uint8Array> =>
  new Map(allTables(input).map((table) => [`tables/${fileName(table.id)}`, csvOf(table)]));
