import type { ReportWords } from '../report-words.ts';
import type { Cell, CellKind, ReportTable } from '../tables/report-table.ts';
import { writeNumber, writeShare } from '../write-value.ts';

/** A table as it is read: every value written in the report's language. */
export interface WrittenTable {
  heads: string[];
  rows: string[][];
  total: string[] | null;
  /** Share of the table's width of each column, 0..1. */
  widths: number[];
  numeric: boolean[];
}

const scales: Partial<Record<CellKind, { by: number; decimals: number }>> = {
  count: { by: 1, decimals: 0 },
  decimal1: { by: 1, decimals: 1 },
  decimal2: { by: 1, decimals: 2 },
  position: { by: 1, decimals: 5 },
  share: { by: 100, decimals: 1 },
  vnd: { by: 1e-6, decimals: 0 },
  tonne: { by: 1, decimals: 1 },
};
/** In a list of figures money is in thousand millions, in a column of money in millions. */
const inRow = { by: 1e-9, decimals: 1 };

/** A number with no more digits than it has, at most four. */
const plain = (value: number, words: ReportWords): string => {
  const decimals = Math.min(4, String(value).split('.')[1]?.length ?? 0);
  return writeNumber(value, decimals, words.write);
};

const written = (value: Cell, kind: CellKind, words: ReportWords, ownKind: boolean, unitShown: boolean): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? words.write.yes : words.write.no;
  if (ownKind && kind === 'share') {
    const decimals = Number.isInteger(Math.round(value * 1e4) / 100) ? 0 : 2;
    return unitShown ? writeNumber(value * 100, decimals, words.write) : writeShare(value, decimals, words.write);
  }
  if (kind === 'year') return String(value);
  if (ownKind && kind === 'vnd' && !unitShown)
    return `${writeNumber(value * inRow.by, inRow.decimals, words.write)} ${words.unit.billionVnd}`;
  const scale = ownKind && kind === 'vnd' ? inRow : scales[kind];
  if (!scale || (kind === 'decimal2' && ownKind)) return plain(value, words);
  return writeNumber(value * scale.by, scale.decimals, words.write);
};

const unitOf = (kind: CellKind, { unit }: ReportWords): string =>
  kind === 'vnd' ? unit.billionVnd : kind === 'share' ? unit.percent : kind === 'tonne' ? unit.tonne : '';

/** Every cell of a table as text, in the format of the report's language. */
export const writeTable = (table: ReportTable, words: ReportWords): WrittenTable => {
  const unitShown = table.columns.some(({ kind }) => kind === 'unit');
  const cell = (value: Cell, column: number, row: number): string => {
    const { kind } = table.columns[column];
    const ownKind = table.rowKinds?.[row];
    if (kind === 'unit') return ownKind ? unitOf(ownKind, words) : '';
    if (table.id === 'parameters' && typeof value === 'number') return plain(value, words);
    return written(value, kind === 'text' ? kind : (ownKind ?? kind), words, ownKind !== undefined, unitShown);
  };
  const widths = table.columns.map(({ width }) => width);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return {
    heads: table.columns.map(({ label, unit }) => {
      const shown = unit === 'vnd' ? 'millionVnd' : unit;
      return shown ? `${label} (${words.unit[shown]})` : label;
    }),
    rows: table.rows.map((row, r) => row.map((value, c) => cell(value, c, r))),
    total: table.total?.map((value, c) => cell(value, c, -1)) ?? null,
    widths: widths.map((width) => width / all),
    numeric: table.columns.map(({ kind }) => kind !== 'text' && kind !== 'unit' && kind !== 'yesNo'),
  };
};

/** A table with some of its columns, in the order asked. */
export const withColumns = (table: ReportTable, ids: readonly string[]): ReportTable => {
  const kept = ids.map((id) => table.columns.findIndex((column) => column.id === id));
  return {
    ...table,
    columns: kept.map((c) => table.columns[c]),
    rows: table.rows.map((row) => kept.map((c) => row[c])),
    total: table.total && kept.map((c) => table.total?.[c] ?? null),
  };
};

/** A table with the rows that pass, and only those. */
export const withRows = (table: ReportTable, keep: (value: (id: string) => Cell) => boolean): ReportTable => {
  const of = new Map(table.columns.map(({ id }, c) => [id, c]));
  return { ...table, rows: table.rows.filter((row) => keep((id) => row[of.get(id) ?? -1] ?? null)) };
};
