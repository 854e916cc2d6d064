import type { ProblemList } from '../../files/problem-list.ts';

export interface Bounds {
  min?: number;
  max?: number;
  /** `min` itself is not allowed. */
  above?: boolean;
}

/** Reads numbers from a row of a CSV and gathers what is wrong with them; a bad one reads as NaN. */
export class NumberRow {
  readonly #values: ReadonlyMap<string, string>;
  readonly #file: string;
  readonly #place: string;
  readonly #problems: ProblemList;

  constructor(values: ReadonlyMap<string, string>, file: string, place: string, problems: ProblemList) {
    this.#values = values;
    this.#file = file;
    this.#place = place;
    this.#problems = problems;
  }

  text(column: string): string {
    const value = this.#values.get(column) ?? '';
    if (value === '') this.#report(column, '', 'missing-field', { field: column });
    return value;
  }

  number(column: string, bounds: Bounds = {}): number {
    const text = this.text(column);
    if (text === '') return Number.NaN;
    const value = Number(text);
    if (!Number.isFinite(value)) {
      this.#report(column, text, 'wrong-type', { expected: 'number' });
      return Number.NaN;
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, above = false } = bounds;
    if (value < min || value > max || (above && value === min)) {
      this.#report(column, text, 'out-of-range', {
        ...(Number.isFinite(min) && { min }),
        ...(Number.isFinite(max) && { max }),
      });
      return Number.NaN;
    }
    return value;
  }

  /** As `number`; `fallback` where the column or its value is absent. */
  optional(column: string, fallback: number, bounds: Bounds = {}): number {
    return this.#values.get(column) ? this.number(column, bounds) : fallback;
  }

  oneOf(column: string, allowed: readonly number[], fallback?: number): number {
    const value = fallback === undefined ? this.number(column) : this.optional(column, fallback);
    if (Number.isNaN(value) || allowed.includes(value)) return value;
    this.#report(column, String(value), 'not-one-of', { allowed: allowed.join(', ') });
    return Number.NaN;
  }

  #report(
    column: string,
    value: string,
    rule: 'missing-field' | 'wrong-type' | 'out-of-range' | 'not-one-of',
    ruleValues: Record<string, string | number>,
  ): void {
    this.#problems.error({ file: this.#file, place: `${this.#place}, ${column}`, value, rule, ruleValues });
  }
}
