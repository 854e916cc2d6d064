import { InputError, type Problem, shownProblem } from '../model/problem.ts';

/** A file broken from end to end must not flood the screen. */
const maxListed = 200;

/** Gathers what is wrong with input, so that one reading tells everything. */
export class ProblemList {
  readonly warnings: Problem[] = [];
  readonly #errors: Problem[] = [];
  #unlisted = 0;

  get hasErrors(): boolean {
    return this.#errors.length > 0;
  }

  error(problem: Omit<Problem, 'severity'>): void {
    if (this.#errors.length < maxListed) this.#errors.push({ ...problem, severity: 'error' });
    else this.#unlisted++;
  }

  warning(problem: Omit<Problem, 'severity'>): void {
    this.warnings.push({ ...shownProblem(problem), severity: 'warning' });
  }

  /** Takes over what another reading found. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (problem.rule === 'more-problems') this.#unlisted += Number(problem.ruleValues?.count);
      else if (problem.severity === 'error') this.error(problem);
      else this.warnings.push(problem);
    }
  }

  /** Runs a reading; its InputError is gathered and `undefined` returned. Other errors pass. */
  async gather<T>(reading: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await reading();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.add(error.problems);
      return undefined;
    }
  }

  /** Throws InputError with every error found (the first 200 and how many more), if there is one. */
  throwIfErrors(file: string): void {
    if (!this.hasErrors) return;
    const more: Problem[] =
      this.#unlisted === 0
        ? []
        : [
            {
              file,
              place: '',
              value: '',
              rule: 'more-problems',
              ruleValues: { count: this.#unlisted },
              severity: 'error',
            },
          ];
    throw new InputError([...this.#errors, ...more]);
  }
}

/** An InputError of one problem. */
export const refuse = (problem: Omit<Problem, 'severity'>): InputError =>
  new InputError([{ ...problem, severity: 'error' }]);
