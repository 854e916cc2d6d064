import type { ProblemList } from '../../../src/files/problem-list.ts';
import { asNumber, type RawPoint } from './points.ts';
import { guess, guessText } from './properties.ts';

/** Reads the fields of one point; what is missing or wrong is told with the file and the point's place. */
export const fieldsOf = ({ place, properties }: RawPoint, file: string, problems: ProblemList) => {
  const missing = (field: string): void =>
    problems.error({ file, place, value: '', rule: 'missing-field', ruleValues: { field } });
  return {
    text: (names: readonly string[]): string => {
      const value = guessText(properties, names);
      if (value === undefined) missing(names[0]);
      return value ?? '';
    },
    optionalText: (names: readonly string[]): string | undefined => guessText(properties, names),
    number: (names: readonly string[], min: number, max: number): number => {
      const value = guess(properties, names);
      const number = asNumber(value);
      if (value === undefined) missing(names[0]);
      else if (Number.isNaN(number)) {
        const ruleValues = { expected: 'number' };
        problems.error({ file, place: `${place}, ${names[0]}`, value: String(value), rule: 'wrong-type', ruleValues });
      } else if (number < min || number > max) {
        const ruleValues = { min, max };
        problems.error({
          file,
          place: `${place}, ${names[0]}`,
          value: String(value),
          rule: 'out-of-range',
          ruleValues,
        });
      }
      return number;
    },
    has: (names: readonly string[]): boolean => guess(properties, names) !== undefined,
    flag: (names: readonly string[]): boolean => {
      const value = guessText(properties, names) ?? (guess(properties, names) === true ? 'true' : undefined);
      if (value === undefined && guess(properties, names) !== false) missing(names[0]);
      return /^(true|1|yes|y|x|co|có)$/i.test(value ?? '');
    },
  };
};

/** Tells ids that stand twice. */
export const checkUnique = (
  items: readonly { id: string; place: string }[],
  file: string,
  problems: ProblemList,
): void => {
  const first = new Map<string, string>();
  for (const { id, place } of items) {
    const before = first.get(id);
    if (before === undefined) first.set(id, place);
    else problems.error({ file, place, value: id, rule: 'duplicate-id', ruleValues: { first: before } });
  }
};
