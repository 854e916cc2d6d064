import Papa from 'papaparse';
import * as v from 'valibot';
import { InputError, type Problem } from '../../src/model/problem.ts';

export type CsvRow = Record<string, string>;

/** Rows of a comma-separated table with a header line. */
export const readCsv = (name: string, content: string): CsvRow[] => {
  const parsed = Papa.parse<CsvRow>(content, { header: true, skipEmptyLines: true });
  if (parsed.errors.length === 0) return parsed.data;
  throw new InputError(
    parsed.errors.map((error) => ({
      file: name,
      place: `row ${(error.row ?? 0) + 2}`,
      value: error.message,
      rule: 'not-this-format',
      severity: 'error',
    })),
  );
};

const valueAt = (issue: v.BaseIssue<unknown>): string =>
  issue.input === undefined ? '' : (JSON.stringify(issue.input) ?? '').slice(0, 80);

const ruleOf = (issue: v.BaseIssue<unknown>): Problem['rule'] => {
  if (issue.input === undefined || issue.input === '' || issue.type === 'non_empty') return 'missing-field';
  if (issue.type === 'picklist') return 'not-one-of';
  return issue.kind === 'schema' ? 'wrong-type' : 'out-of-range';
};

/**
 * Rows of a table of facts, each checked against the schema, keys unique.
 * @throws InputError with one problem a fault, naming the table, the row (counted from 1) and its column
 */
export const checkTable = <Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  rows: unknown,
  keyOf: (row: v.InferOutput<Schema>) => string,
): v.InferOutput<Schema>[] => {
  if (!Array.isArray(rows)) {
    throw new InputError([{ file: name, place: '', value: typeof rows, rule: 'wrong-type', severity: 'error' }]);
  }
  const good: v.InferOutput<Schema>[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const result = v.safeParse(schema, row);
    if (!result.success) {
      for (const issue of result.issues) {
        const column = v.getDotPath(issue) ?? '';
        problems.push({
          file: name,
          place: column ? `row ${i + 1}, ${column}` : `row ${i + 1}`,
          value: valueAt(issue),
          rule: ruleOf(issue),
          ruleValues: { expected: issue.expected ?? issue.message },
          severity: 'error',
        });
      }
      return;
    }
    const key = keyOf(result.output);
    if (seen.has(key)) {
      problems.push({ file: name, place: `row ${i + 1}`, value: key, rule: 'duplicate-id', severity: 'error' });
    }
    seen.add(key);
    good.push(result.output);
  });
  if (problems.length > 0) throw new InputError(problems);
  return good;
};
