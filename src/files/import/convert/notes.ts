import type { RuleId } from '../../../model/problem.ts';
import type { ProblemList } from '../../problem-list.ts';

type RuleValues = Record<string, string | number>;

interface Note {
  rule: RuleId;
  /** The first place it was found at. */
  place: string;
  value: string;
  ruleValues: RuleValues;
  count: number;
}

/** What is to be said of many rows alike: told once, with the first place and how many there are. */
export class Notes {
  readonly #notes = new Map<string, Note>();

  add(rule: RuleId, place: string, value: string, ruleValues: RuleValues = {}): void {
    const key = JSON.stringify([rule, value, ruleValues]);
    const note = this.#notes.get(key);
    if (note) note.count++;
    else this.#notes.set(key, { rule, place, value, ruleValues, count: 1 });
  }

  tell(file: string, problems: ProblemList): void {
    for (const { rule, place, value, ruleValues, count } of this.#notes.values()) {
      problems.warning({ file, place, value, rule, ruleValues: { ...ruleValues, count } });
    }
  }
}
