import type { LonLat } from '../../../model/place.ts';
import { unshowable } from '../../../model/printable.ts';
import type { RuleId } from '../../../model/problem.ts';
import { limits } from '../../limits.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { ColumnChoice, ImportField } from '../guess/fields.ts';
import { cellText, type RawRow, type RawTable } from '../table/raw-table.ts';
import type { ColumnValues } from './column-values.ts';
import { parseFlag } from './flags.ts';
import type { Notes } from './notes.ts';

type RuleValues = Record<string, string | number>;

/** One row under way: what it says by field, and a way to tell what is wrong with it. */
export interface Reading {
  row: RawRow;
  position: LonLat;
  text: (field: ImportField) => string;
  /** As `text`, for what is shown and kept as a name; told where it is too long or can't be shown. */
  name: (field: ImportField, max?: number) => string;
  /** The row's id; a made one where it states none, which is told where the file has ids. */
  id: (made: string) => string;
  /** NaN, and told, where it is not a number in the range; NaN, and not told, where nothing stands. */
  number: (field: ImportField, min: number, max: number) => number;
  /** As `number`, whole; a fraction is told, or rounded where the whole column is worked out by a model. */
  count: (field: ImportField, min: number, max: number) => number;
  /** Undefined where the row says neither yes nor no. */
  flag: (field: ImportField) => boolean | undefined;
  /** Whether the row says anything of a field. */
  has: (field: ImportField) => boolean;
  /** Whether the file has a column for a field. */
  holds: (field: ImportField) => boolean;
  /** Says what is wrong with the row, with a field or part of it, or with what it would become: '(TN-0101)'. */
  tell: (rule: RuleId, value: string, ruleValues?: RuleValues, at?: string) => void;
  warn: (rule: RuleId, value: string, ruleValues?: RuleValues) => void;
  /** Counts rows of which the same is to be said, told once with the first of them. */
  note: (rule: RuleId, value: string, ruleValues?: RuleValues) => void;
  /** Hands the notes on, unless the row is left out. */
  settle: () => void;
  /** Whether anything was told of this row. */
  isBad: () => boolean;
}

/** Where readings tell what they find, and how the columns are read. */
export interface ReadingOf {
  file: string;
  table: Pick<RawTable, 'columns'>;
  columns: ColumnChoice;
  values: ColumnValues;
  problems: ProblemList;
  notes: Notes;
}

/** What people write where there is nothing to write. */
const isBlank = (text: string): boolean => /^(?:|[-–—.…?]+|n\/?a|#n\/a|null|nan|none|nil)$/i.test(text);

export const readingOf = (row: RawRow, position: LonLat, of: ReadingOf): Reading => {
  const { file, table, columns, values, problems, notes } = of;
  let bad = false;
  const pending: (() => void)[] = [];
  const raw = (field: ImportField): unknown => {
    const at = columns[field];
    return at === undefined ? undefined : row.values[at];
  };
  const text = (field: ImportField): string => cellText(raw(field));
  const headingOf = (field: string): string => table.columns[columns[field as ImportField] ?? -1] || field;
  const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);
  const placeOf = (at?: string): string => {
    if (at === undefined) return row.place;
    return at.startsWith('(') ? `${row.place} ${at}` : `${row.place}, ${headingOf(at)}`;
  };
  const tell: Reading['tell'] = (rule, value, ruleValues, at) => {
    bad = true;
    const place = placeOf(at);
    problems.error({ file, place, value: shown(value), rule, ...(ruleValues && { ruleValues }) });
  };
  const number: Reading['number'] = (field, min, max) => {
    const stated = text(field);
    if (isBlank(stated)) return Number.NaN;
    const value = values.number(field, row);
    if (Number.isNaN(value)) tell('wrong-type', stated, { expected: 'number' }, field);
    else if (value < min || value > max) tell('out-of-range', stated, { min, max }, field);
    else return value;
    return Number.NaN;
  };
  const note: Reading['note'] = (rule, value, ruleValues) => {
    pending.push(() => notes.add(rule, row.place, shown(value), ruleValues));
  };
  const nameIn: Reading['name'] = (field, max = limits.nameCharacters) => {
    // a name that a cell breaks over lines is one name
    const name = text(field).replace(/\s+/g, ' ');
    const sign = unshowable(name);
    if (name.length > max) tell('too-large', name, { max, unit: 'characters' }, field);
    else if (sign) tell('bad-characters', name, { detail: sign }, field);
    return name;
  };
  return {
    row,
    position,
    text,
    name: nameIn,
    id: (made) => {
      const stated = nameIn('id', limits.idCharacters);
      if (stated === '' && columns.id !== undefined) note('made-id', '');
      return stated || made;
    },
    number,
    count: (field, min, max) => {
      const value = number(field, min, max);
      if (Number.isNaN(value) || Number.isInteger(value)) return value;
      if (!values.isFractional(field)) {
        tell('wrong-type', text(field), { expected: 'whole number' }, field);
        return Number.NaN;
      }
      pending.push(() => notes.add('rounded', row.place, ''));
      return Math.round(value);
    },
    flag: (field) => (typeof raw(field) === 'boolean' ? (raw(field) as boolean) : parseFlag(text(field))),
    has: (field) => !isBlank(text(field)),
    holds: (field) => columns[field] !== undefined,
    tell,
    warn: (rule, value, ruleValues) =>
      problems.warning({ file, place: row.place, value: shown(value), rule, ...(ruleValues && { ruleValues }) }),
    note,
    settle: () => {
      if (!bad) for (const note of pending) note();
    },
    isBad: () => bad,
  };
};
