import Papa from 'papaparse';
import { limits } from '../../limits.ts';
import { knownHeadings } from '../guess/fields.ts';
import { cellText } from './raw-table.ts';

const delimiters = [';', '\t', ',', '|'] as const;

/** Rows that tell a delimiter: title lines, the headings, and enough of what follows. */
const sampledRows = 60;

/** How well a delimiter parts a table: headings known, rows as long as most, cells a row. */
type Score = readonly [headings: number, even: number, cells: number];

const scoreOf = (text: string, delimiter: string): Score => {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: sampledRows });
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  const parted = rows.filter((row) => row.length > 1);
  if (parted.length === 0) return [0, 0, 1];
  const lengths = new Map<number, number>();
  for (const { length } of parted) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [cells, often] = [...lengths].reduce((a, b) => (b[1] > a[1] ? b : a));
  const short = parted.slice(0, 20).filter(({ length }) => length <= limits.tableColumns);
  const headings = Math.max(0, ...short.map((row) => knownHeadings(row.map(cellText))));
  return [headings, often / rows.length, cells];
};

/** Headings first: a list in Vietnamese has a comma in every position, and none in its headings. */
const isBetter = (a: Score, b: Score): boolean => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at] > b[at];
};

/** The line by which a spreadsheet is told a file's delimiter. */
const statedDelimiter = /^sep=(.)(?:\n|$)/;

export interface CsvDialect {
  delimiter: string;
  /** Characters of a first line that only states the delimiter. */
  preface: number;
}

/** The delimiter of a table by its first lines, ends of lines as '\n'. */
export const csvDialect = (start: string): CsvDialect => {
  const stated = statedDelimiter.exec(start);
  if (stated) return { delimiter: stated[1], preface: stated[0].length };
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }));
  const { delimiter } = scored.reduce((a, b) => (isBetter(b.score, a.score) ? b : a));
  return { delimiter, preface: 0 };
};
