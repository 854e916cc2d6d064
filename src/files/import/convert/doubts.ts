import type { ProblemList } from '../../problem-list.ts';
import { type ColumnChoice, type ImportField, otherColumns } from '../guess/fields.ts';
import type { RawTable } from '../table/raw-table.ts';
import { type ColumnValues, columnValues } from './column-values.ts';
import type { NotationGuess } from './notation.ts';

/** What of a column is a guess: other columns that would fit its field, marks that could be read otherwise. */
export interface ColumnDoubt {
  field: ImportField;
  column: number;
  /** Columns whose headings would fit as well. */
  others: readonly number[];
  /** How its numbers are read where they do not tell it themselves; null where they do. */
  notation: NotationGuess | null;
}

/** Every doubt about a choice of columns, as data: for a dialog to show, and for a command to print. */
export const columnDoubts = (
  table: Pick<RawTable, 'columns' | 'rows'>,
  columns: ColumnChoice,
  values: ColumnValues = columnValues(table, columns),
): ColumnDoubt[] =>
  (Object.entries(columns) as [ImportField, number][]).flatMap(([field, column]) => {
    const others = otherColumns(table.columns, columns, field);
    const notation = values.notation(field)?.guess ?? null;
    return others.length > 0 || notation ? [{ field, column, others, notation }] : [];
  });

/** Figures that the wrong column would make wrong without anybody seeing it. */
const figures: readonly ImportField[] = ['height', 'people', 'households', 'rsrp'];

/** Tells what of the columns was a guess, and the parts of the file that were left unread. */
export const tellDoubts = (
  table: RawTable,
  columns: ColumnChoice,
  values: ColumnValues,
  file: string,
  problems: ProblemList,
): void => {
  for (const { name, rows } of table.unread) {
    const ruleValues = rows === null ? undefined : { count: rows };
    problems.warning({ file, place: name, value: '', rule: 'not-read', ...(ruleValues && { ruleValues }) });
  }
  for (const { field, column, others, notation } of columnDoubts(table, columns, values)) {
    const place = table.columns[column];
    if (others.length > 0 && figures.includes(field)) {
      const ruleValues = { field, others: others.map((at) => table.columns[at]).join(', ') };
      problems.warning({ file, place, value: '', rule: 'other-column', ruleValues });
    }
    if (notation) {
      const { mark, meaning, value, number, count } = notation;
      const ruleValues = { mark, number: String(number), count };
      problems.warning({ file, place, value, rule: `read-as-${meaning}`, ruleValues });
    }
  }
};
