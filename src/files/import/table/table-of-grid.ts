import { knownHeadings } from '../guess/fields.ts';
import { cellText, type RawRow } from './raw-table.ts';

/** Titles, dates and merged cells may stand above the headings; no list has more of them. */
const longestPreface = 15;

/** The row of headings: the one with most headings we know, else the first with two cells or more. */
const headerRow = (grid: readonly (readonly unknown[])[]): number => {
  let best = -1;
  let most = 1;
  for (let i = 0; i < Math.min(grid.length, longestPreface); i++) {
    const known = knownHeadings(grid[i].map(cellText));
    if (known > most) [best, most] = [i, known];
  }
  if (best >= 0) return best;
  return grid.findIndex((row) => row.filter((cell) => cellText(cell) !== '').length >= 2);
};

/** Columns and rows of a grid of cells; null where there are no headings of two columns. Rows count from 1. */
export const tableOfGrid = (grid: readonly (readonly unknown[])[]): { columns: string[]; rows: RawRow[] } | null => {
  const header = headerRow(grid);
  if (header < 0) return null;
  const columns = grid[header].map(cellText);
  const rows: RawRow[] = [];
  for (let i = header + 1; i < grid.length; i++) {
    if (grid[i].every((cell) => cellText(cell) === '')) continue;
    rows.push({ place: `row ${i + 1}`, values: grid[i], geometry: null });
  }
  return { columns, rows };
};
