import { InputError, type RuleId } from '../model/problem.ts';
import type { Source } from './source.ts';

/** A source that gave nothing that can be used. Nothing of its answer has been kept. */
export class SourceError extends InputError {
  readonly source: Source;
  /** Whether the same request may succeed later. */
  readonly isPassing: boolean;

  constructor(
    source: Source,
    place: string,
    value: string,
    rule: RuleId,
    ruleValues: Readonly<Record<string, string | number>> = {},
    isPassing = false,
  ) {
    super([{ file: source.name, place, value, rule, ruleValues, severity: 'error' }]);
    this.name = 'SourceError';
    this.source = source;
    this.isPassing = isPassing;
  }
}
