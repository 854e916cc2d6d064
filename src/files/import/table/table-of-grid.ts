import type { Problem } from '../../../model/problem.ts';
import { refuse } from '../../problem-list.ts';
import { toUnicodeCells } from '../text/unicode-cells.ts';
import { findHeadings } from './find-headings.ts';
import { cellText, type RawRow, type RawTable } from './raw-table.ts';

/** What a grid of cells becomes. */
export type GridTable = Pick<RawTable, 'columns' | 'rows' | 'warnings'>;

/** What old encodings were turned into Unicode, as warnings. */
export const legacyNotes = (turned: ReturnType<typeof toUnicodeCells>, file: string): Problem[] =>
  turned.map(({ encoding, count }) => ({
    file,
    place: '',
    value: '',
    rule: 'legacy-text',
    ruleValues: { encoding, count },
    severity: 'warning',
  }));

/** Rows of which a column without a heading must be filled in to be one, and not the end of rows that have moved. */
const columnShare = 0.5;
const fewestRows = 3;

/** Headings with a number for every column that has none and is filled in all the same. */
const withNumbers = (headings: readonly string[], rows: readonly (readonly unknown[])[], width: number): string[] => {
  const filled = new Uint32Array(width);
  for (const row of rows) for (let c = 0; c < row.length; c++) if (cellText(row[c]) !== '') filled[c]++;
  const columns = headings.map((name, c) => name || (filled[c] > 0 ? `#${c + 1}` : ''));
  for (let c = columns.length; c < width; c++) {
    if (rows.length < fewestRows || filled[c] <= rows.length * columnShare) break;
    columns.push(`#${c + 1}`);
  }
  return columns;
};

/** Columns and rows of a grid of cells; null where no row has two cells. Rows count from 1, `part` names their sheet. */
export const gridTable = (grid: readonly unknown[][], file: string, part = ''): GridTable | null => {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const warnings = legacyNotes(toUnicodeCells(grid, width), file);
  const headings = findHeadings(grid);
  if (!headings) return null;
  const { from, assumed } = headings;
  const body = grid.slice(from).filter((row) => row.some((cell) => cellText(cell) !== ''));
  const columns = withNumbers(headings.columns, body, width);
  const behind = part === '' ? '' : ` (${part})`;
  if (assumed !== null) {
    const ruleValues: Problem['ruleValues'] = assumed === '' ? {} : { format: assumed };
    const place = `row ${from + 1}${behind}`;
    warnings.push({ file, place, value: '', rule: 'no-headings', ruleValues, severity: 'warning' });
  }
  const rows: RawRow[] = [];
  for (let i = from; i < grid.length; i++) {
    if (grid[i].every((cell) => cellText(cell) === '')) continue;
    rows.push({ place: `row ${i + 1}${behind}`, values: grid[i], geometry: null });
  }
  return { columns, rows, warnings };
};

/** As `gridTable`. Throws InputError where there is no table. */
export const tableOfGrid = (grid: readonly unknown[][], file: string, expected: string): GridTable => {
  const table = gridTable(grid, file);
  if (table) return table;
  const value = cellText(grid.find((row) => row.some((cell) => cellText(cell) !== ''))?.[0]).slice(0, 40);
  throw refuse({ file, place: 'row 1', value, rule: 'not-this-format', ruleValues: { expected } });
};
