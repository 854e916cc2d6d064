import { problemText } from '../../i18n/problem-text.ts';
import { InputError } from '../../model/problem.ts';

/** What went wrong, in the language on screen where a rule tells it. */
export const faultText = (error: unknown): string => {
  if (error instanceof InputError) return error.problems.map(problemText).join(' ');
  return error instanceof Error ? error.message : String(error);
};
