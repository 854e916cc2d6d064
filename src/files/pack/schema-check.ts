import * as v from 'valibot';
import type { RuleId } from '../../model/problem.ts';
import type { ProblemList } from '../problem-list.ts';
import { allowedIn, notNfc, notShown } from './schema-parts.ts';

const rangeTypes = ['min_value', 'max_value', 'min_length', 'max_length', 'integer', 'finite'];

const ruleOf = (issue: v.BaseIssue<unknown>): RuleId => {
  if (issue.message === notNfc) return 'not-nfc';
  if (issue.message === notShown) return 'bad-characters';
  if (allowedIn(issue.message) !== undefined) return 'not-one-of';
  if (issue.received === 'undefined') return 'missing-field';
  if (issue.type === 'picklist' || issue.type === 'literal') return 'not-one-of';
  if (issue.type === 'regex') return 'not-this-format';
  return rangeTypes.includes(issue.type) ? 'out-of-range' : 'wrong-type';
};

const valuesOf = (issue: v.BaseIssue<unknown>): Record<string, string | number> => {
  const expected = allowedIn(issue.message) ?? issue.expected ?? '';
  const limit = Number(issue.requirement);
  if (issue.type.startsWith('min_')) return { min: limit };
  if (issue.type.startsWith('max_')) return { max: limit };
  return { expected, allowed: expected, field: String(issue.path?.at(-1)?.key ?? '') };
};

const shown = (input: unknown): string => {
  if (input === undefined) return '';
  const value = typeof input === 'string' ? input : JSON.stringify(input);
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
};

/** `place` and the way from it to what is wrong: 'features[3].properties' and 'tenants[0].operator'. */
const placeOf = (place: string, issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).reduce(
    (way, { key }) => (typeof key === 'number' ? `${way}[${key}]` : way === '' ? String(key) : `${way}.${String(key)}`),
    place,
  );

/** Where a feature of a layer stands, with the id it goes by: 'features[3] (TN-0101)'. */
export const featurePlace = (i: number, properties: unknown): string => {
  const { id, code } = (properties ?? {}) as { id?: unknown; code?: unknown };
  const named = typeof id === 'string' ? id : code;
  return typeof named === 'string' ? `features[${i}] (${shown(named)})` : `features[${i}].properties`;
};

/** The value as its schema has it, keys in the schema's order; undefined, and every problem told, when it does not fit. */
export const checked = <T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  file: string,
  place: string,
  problems: ProblemList,
): T | undefined => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const at = placeOf(place, issue);
    problems.error({ file, place: at, value: shown(issue.input), rule: ruleOf(issue), ruleValues: valuesOf(issue) });
  }
  return undefined;
};
