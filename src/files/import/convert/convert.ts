import type { Problem } from '../../../model/problem.ts';
import { InputError } from '../../../model/problem.ts';
import { ProblemList } from '../../problem-list.ts';
import type { ImportContext } from '../context.ts';
import { type ImportChoice, missingFields } from '../guess/propose.ts';
import { codesStated, type StatedCode } from '../other-codes.ts';
import { cellText, type RawTable } from '../table/raw-table.ts';
import { type ColumnValues, columnValues } from './column-values.ts';
import { tellDoubts } from './doubts.ts';
import type { ImportedEntries } from './imported.ts';
import { Notes } from './notes.ts';
import { type Place, placing } from './placing.ts';
import { RowTaker } from './take-rows.ts';
import { toBoundaries } from './to-boundaries.ts';
import { toCellSites } from './to-cell-sites.ts';
import { toFibre } from './to-fibre.ts';

/** What came of a file: entries, and what is wrong with the rows left out. */
export interface ImportResult {
  entries: ImportedEntries;
  /** Errors first, each a row left out; then warnings. */
  problems: readonly Problem[];
  /** Rows of the file, and those that are in the entries. */
  rows: number;
  taken: number;
  /** Sites of which the file does not state the equipment. */
  assumed: number;
}

/** Rows between two reports of progress. */
const slice = 2_000;
const maxWarnings = 200;

/** Problems found, the first 200 of each severity and how many more. */
const listed = (problems: ProblemList, file: string): Problem[] => {
  const warnings = problems.warnings.slice(0, maxWarnings);
  const unlisted = problems.warnings.length - warnings.length;
  const more: Problem[] =
    unlisted > 0
      ? [{ file, place: '', value: '', rule: 'more-problems', ruleValues: { count: unlisted }, severity: 'warning' }]
      : [];
  try {
    problems.throwIfErrors(file);
    return [...warnings, ...more];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.problems, ...warnings, ...more];
  }
};

/** The commune codes of a table with where their rows lie. */
const statedCodes = function* (
  table: RawTable,
  { communeCode }: ImportChoice['columns'],
  values: ColumnValues,
  place: Place,
): Generator<StatedCode> {
  if (communeCode === undefined) return;
  for (const row of table.rows) {
    const raw = values.position(row);
    if (raw) yield { code: cellText(row.values[communeCode]), position: place(...raw) };
  }
};

/** Throws InputError naming every column that is needed and not there. */
const refuseMissing = (table: RawTable, choice: ImportChoice, file: string): void => {
  const problems = new ProblemList();
  for (const field of missingFields(table, choice)) {
    problems.error({ file, place: 'row 1', value: '', rule: 'missing-field', ruleValues: { field } });
  }
  problems.throwIfErrors(file);
};

/**
 * Everything a table makes of a target, in WGS 84, checked against the context. A bad row is told and left out. Throws
 * InputError where the whole can't be read: an unknown reference system, a needed column without a place.
 */
export const convertTable = async (
  table: RawTable,
  choice: ImportChoice,
  context: ImportContext,
  file: string,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportResult> => {
  const { target, columns } = choice;
  refuseMissing(table, choice, file);
  const place = await placing(choice, file);
  const problems = new ProblemList();
  const notes = new Notes();
  if (choice.swapped) problems.warning({ file, place: '', value: '', rule: 'swapped' });
  problems.add(table.warnings);
  const values = columnValues(table, columns);
  tellDoubts(table, columns, values, file, problems);

  const statedIn = codesStated(statedCodes(table, columns, values, place), context);
  const taker = new RowTaker(table, choice, { ...context, statedIn }, place, {
    file,
    table,
    columns,
    values,
    problems,
    notes,
  });
  table.rows.forEach((row, i) => {
    taker.take(row, i);
    if ((i + 1) % slice === 0) onProgress?.(i + 1, table.rows.length);
  });
  const { entries } = taker;
  let { taken } = taker;
  if (target === 'cells') {
    entries.sites = toCellSites(taker.cells, context);
    taken = taker.cells.length;
  }
  if (target === 'boundaries') {
    entries.communes = toBoundaries(taker.areas, context, file, problems);
    taken = entries.communes.length;
  }
  if (target === 'fibre' && taker.lines.length > 0) {
    const { nodes, routes } = toFibre(taker.lines, entries.fibreNodes, context);
    entries.fibreNodes = nodes;
    entries.fibreRoutes = routes;
    taken += routes.length;
  }
  const assumed = target === 'cells' ? entries.sites.length : taker.assumed;
  if (assumed > 0) {
    const ruleValues = { count: assumed };
    problems.warning({ file, place: '', value: '', rule: 'assumed-equipment', ruleValues });
  }
  notes.tell(file, problems);
  onProgress?.(table.rows.length, table.rows.length);
  const filled = Object.fromEntries(Object.entries(entries).filter(([, list]) => list.length > 0)) as ImportedEntries;
  return { entries: filled, problems: listed(problems, file), rows: table.rows.length, taken, assumed };
};
