import { evidenceOf } from '../convert/numbers.ts';
import { knownHeadings } from '../guess/fields.ts';
import { cellText } from './raw-table.ts';

type Cells = readonly unknown[];

/** Where a table's headings stand, and where its rows begin. */
export interface Headings {
  columns: string[];
  /** Index of the first row behind the headings. */
  from: number;
  /** Set where the table has no headings: the format whose order is known, or '' for none. */
  assumed: string | null;
}

/** Titles, dates and merged cells may stand above the headings; no list has more of them. */
const longestPreface = 15;

const isNumber = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && cell.trim() !== '' && evidenceOf(cell) !== null);

/** The headings of two rows, where the lower parts what stands in the upper: 'Tọa độ' above 'Kinh độ' and 'Vĩ độ'. */
const joined = (upper: Cells, lower: Cells): string[] | null => {
  if (lower.some(isNumber)) return null;
  const length = Math.max(upper.length, lower.length);
  return Array.from({ length }, (_, c) => cellText(lower[c]) || cellText(upper[c]));
};

/** The row, or two rows, with most headings we know, where that is more than one. */
const mostKnown = (grid: readonly Cells[]): Headings | null => {
  let best: Headings | null = null;
  let most = 1;
  const offer = (columns: string[] | null, from: number): void => {
    const known = columns ? knownHeadings(columns) : 0;
    if (!columns || known <= most) return;
    most = known;
    best = { columns, from, assumed: null };
  };
  for (let i = 0; i < Math.min(grid.length, longestPreface); i++) {
    offer(grid[i].map(cellText), i + 1);
    if (i + 1 < grid.length) offer(joined(grid[i], grid[i + 1]), i + 2);
  }
  return best;
};

/** Columns of OpenCellID's files, whose daily differences come without headings. */
const openCellId = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal'.split(
  ',',
);

const isOpenCellId = (row: Cells): boolean =>
  (row.length === openCellId.length || row.length === openCellId.length - 1) &&
  /^(?:GSM|UMTS|LTE|NR|CDMA)$/.test(cellText(row[0])) &&
  row.slice(1, 9).every((cell) => isNumber(cell) || cellText(cell) === '');

/** Whether a row that should be headings has numbers where the rows below it have numbers, too. */
const isData = (row: Cells, below: readonly Cells[]): boolean => {
  const numeric = row.flatMap((cell, c) => (isNumber(cell) ? [c] : []));
  if (numeric.length === 0) return false;
  const alike = below.filter((other) => numeric.every((c) => isNumber(other[c])));
  return numeric.length >= 2 || (below.length > 0 && alike.length / below.length > 0.8);
};

/**
 * The headings of a grid of cells: the rows with most that we know, else the first row with two cells or more. A table
 * whose first row is one of its data has none: its columns are those of a format we know by its cells, or numbered. Null
 * where no row has two cells.
 */
export const findHeadings = (grid: readonly Cells[]): Headings | null => {
  const best = mostKnown(grid);
  if (best) return best;
  const first = grid.findIndex((row) => row.filter((cell) => cellText(cell) !== '').length >= 2);
  if (first < 0) return null;
  const row = grid[first];
  if (isOpenCellId(row)) return { columns: openCellId.slice(0, row.length), from: first, assumed: 'OpenCellID' };
  if (isData(row, grid.slice(first + 1, first + 20))) {
    return { columns: row.map((_, c) => `#${c + 1}`), from: first, assumed: '' };
  }
  return { columns: row.map(cellText), from: first + 1, assumed: null };
};
