import { InputError, type Problem, type RuleId } from '../model/problem.ts';
import type { Source } from './source.ts';

type Values = Readonly<Record<string, string | number>>;

/** Sources that gave nothing that can be used. Nothing of their answers has been kept. */
export class SourceError extends InputError {
  /** Whether the same questions may be answered later. */
  readonly isPassing: boolean;

  constructor(problems: readonly Problem[], isPassing: boolean) {
    super(problems);
    this.name = 'SourceError';
    this.isPassing = isPassing;
  }
}

/** The failure of one source. */
export const sourceError = (
  { name: file }: Source,
  place: string,
  value: string,
  rule: RuleId,
  ruleValues: Values = {},
  isPassing = false,
): SourceError => new SourceError([{ file, place, value, rule, ruleValues, severity: 'error' }], isPassing);

/** Failures of several as one; one that several questions met is told once. */
export const sourceErrors = (errors: readonly SourceError[]): SourceError => {
  const different = [...new Set(errors)];
  return new SourceError(
    different.flatMap(({ problems }) => problems),
    different.every(({ isPassing }) => isPassing),
  );
};
