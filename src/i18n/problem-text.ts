import type { Problem } from '../model/problem.ts';
import { language, t } from './language.ts';
import { describeProblem, ruleSentence } from './problems.ts';

/** What of a sharing plan is refused, by the place in its question. */
const places = {
  target: 'sharing.refusal.target',
  'locks.forced': 'sharing.refusal.forced',
  'locks.forbidden': 'sharing.refusal.forbidden',
} as const;

/** One sentence for a problem in the language on screen; what is refused of a sharing plan in the words of its panel. */
export const problemText = (problem: Problem): string => {
  const key = problem.file === 'sharing' ? places[problem.place as keyof typeof places] : undefined;
  if (!key) return describeProblem(problem, language());
  return t(key, { value: problem.value.replace('>', ' → '), rule: ruleSentence(problem, language()) });
};
