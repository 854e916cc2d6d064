import type { Texts } from '../report-input.ts';
import type { Cell, CellKind, ReportTable, UnitWord } from '../tables/report-table.ts';

/** A table as it is read: every value written in the report's language. */
export interface WrittenTable {
  heads: string[];
  rows: string[][];
  total: string[] | null;
  /** Share of the table's width of each column, 0..1. */
  widths: number[];
  numeric: boolean[];
  /** Stays on one page. */
  whole: boolean;
}

/** A table of figures of no more rows than this stays whole; rows of prose are tall, and may well go on overleaf. */
const shortTable = 14;

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
const plain = (value: number, { number }: Texts): string => {
  const decimals = Math.min(4, String(value).split('.')[1]?.length ?? 0);
  return number(value, decimals);
};

interface Manner {
  /** The row has a kind of its own, and is written in full. */
  ownKind: boolean;
  unitShown: boolean;
  asStated: boolean;
}

const written = (value: Cell, kind: CellKind, texts: Texts, { ownKind, unitShown, asStated }: Manner): string => {
  const { t, number, share, date } = texts;
  if (value === null) return '';
  if (typeof value === 'string') return kind === 'date' ? date(value) : value;
  if (typeof value === 'boolean') return value ? t('value.yes') : t('value.no');
  if (asStated && kind === 'share') return plain(Number((value * 100).toFixed(2)), texts);
  if (ownKind && kind === 'share') return unitShown ? number(value * 100, 2) : share(value, 2);
  if (kind === 'year') return String(value);
  if (ownKind && kind === 'vnd' && !unitShown)
    return `${number(value * inRow.by, inRow.decimals)} ${t('table.unit.billionVnd')}`;
  const scale = ownKind && kind === 'vnd' ? inRow : scales[kind];
  if (!scale || (asStated && kind !== 'vnd')) return plain(value, texts);
  return number(value * scale.by, scale.decimals);
};

/** Money in a list of figures is read in thousand millions. */
const readUnits: Partial<Record<UnitWord, UnitWord>> = { vnd: 'billionVnd', vndYear: 'billionVndYear' };

/** Every cell of a table as text, in the format of the report's language. */
export const writeTable = (table: ReportTable, texts: Texts): WrittenTable => {
  const { t } = texts;
  const unitShown = table.columns.some(({ kind }) => kind === 'unit');
  const cell = (value: Cell, column: number, row: number): string => {
    const { kind } = table.columns[column];
    const ownKind = table.rowKinds?.[row];
    if (kind === 'unit') {
      const unit = table.rowUnits?.[row];
      return unit ? t(`table.unit.${readUnits[unit] ?? unit}`) : '';
    }
    return written(value, kind === 'text' || kind === 'date' ? kind : (ownKind ?? kind), texts, {
      ownKind: ownKind !== undefined,
      unitShown,
      asStated: table.asStated ?? false,
    });
  };
  const numeric = table.columns.map(
    ({ kind }) => kind !== 'text' && kind !== 'unit' && kind !== 'yesNo' && kind !== 'date',
  );
  const widths = table.columns.map(({ width }) => width);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return {
    heads: table.columns.map(({ label, unit }) => {
      const shown = unit === 'vnd' ? 'millionVnd' : unit;
      return shown ? `${label} (${t(`table.unit.${shown}`)})` : label;
    }),
    rows: table.rows.map((row, r) => row.map((value, c) => cell(value, c, r))),
    total: table.total?.map((value, c) => cell(value, c, -1)) ?? null,
    widths: widths.map((width) => width / all),
    numeric,
    whole: table.rows.length <= shortTable && numeric.includes(true),
  };
};

/** A table with some of its columns, in the order asked; without those it does not have. */
export const withColumns = (table: ReportTable, ids: readonly string[]): ReportTable => {
  const kept = ids.map((id) => table.columns.findIndex((column) => column.id === id)).filter((c) => c >= 0);
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

/** A table with its rows numbered, as a list in an official document is. */
export const withOrder = (table: ReportTable, { t }: Texts): ReportTable => {
  const all = table.columns.reduce((sum, { width }) => sum + width, 0);
  return {
    ...table,
    columns: [
      { id: 'order', label: t('table.column.order'), unit: null, kind: 'count', width: all * 0.04 },
      ...table.columns,
    ],
    rows: table.rows.map((row, i) => [i + 1, ...row]),
    total: table.total && [null, ...table.total],
  };
};
