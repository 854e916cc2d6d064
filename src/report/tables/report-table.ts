import { type Findings, hasDistricts } from '../../findings/findings.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Texts } from '../report-input.ts';

export type TableId = keyof ReportTexts['table']['title'];
export type UnitWord = keyof ReportTexts['table']['unit'];
type ColumnWord = keyof ReportTexts['table']['column'];

export type Cell = string | number | boolean | null;

/**
 * How a column's values are written. A share is 0..1 and shown in percent; money is in đồng, and a renderer may show it
 * in a larger unit. A column of `unit` tells the unit of its row's numbers, those of `rowUnits`, as the renderer shows them.
 */
export type CellKind =
  | 'text'
  | 'count'
  | 'decimal1'
  | 'decimal2'
  | 'position'
  | 'share'
  | 'vnd'
  | 'tonne'
  | 'year'
  | 'yesNo'
  /** ISO 8601, as exact as it is given. */
  | 'date'
  | 'unit';

export interface ReportColumn {
  /** Stable name, the head of a CSV column. */
  id: string;
  label: string;
  unit: UnitWord | null;
  kind: CellKind;
  /** Share of a page's width, relative to the other columns. */
  width: number;
}

/** One table of the report, for every renderer. Values are exact; writing them is the renderer's. */
export interface ReportTable {
  id: TableId;
  title: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly Cell[])[];
  /** A last row that sums the others. */
  total?: readonly Cell[] | undefined;
  /** Where each row has a kind of its own (a list of figures), the kind of its numbers. */
  rowKinds?: readonly CellKind[];
  /** The units of such rows, for the column of `unit`. */
  rowUnits?: readonly (UnitWord | null)[];
  /** Its numbers have the digits they were stated with, and no more. */
  asStated?: boolean;
}

/** A column and how it is read off a row's source. */
export interface ColumnOf<Row> {
  id: string;
  label: string;
  kind: CellKind;
  width: number;
  unit?: UnitWord;
  read: (row: Row, index: number) => Cell;
}

/** Short hand for a column whose label is one of the texts of columns. */
export const columnsOf =
  <Row>({ t, asked }: Texts) =>
  (
    word: ColumnWord,
    kind: CellKind,
    width: number,
    read: (row: Row, index: number) => Cell,
    unit?: UnitWord,
  ): ColumnOf<Row> => ({
    id: snake(word),
    label: t(`table.column.${word}`, asked),
    kind,
    width,
    read,
    ...(unit ? { unit } : {}),
  });

/** A column that tells districts, where there are any. */
export const ifDistricts = <Row>(findings: Pick<Findings, 'districts'>, column: ColumnOf<Row>): ColumnOf<Row>[] =>
  hasDistricts(findings) ? [column] : [];

const snake = (word: string): string => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const tableOf = <Row>(
  id: TableId,
  { t, asked }: Texts,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
  total?: Row,
): ReportTable => ({
  id,
  title: t(`table.title.${id}`, asked),
  columns: columns.map(({ read, unit, ...column }) => ({ ...column, unit: unit ?? null })),
  rows: rows.map((row, index) => columns.map(({ read }) => read(row, index))),
  ...(total ? { total: columns.map(({ read }, i) => (i === 0 ? t('table.total') : read(total, rows.length))) } : {}),
});
