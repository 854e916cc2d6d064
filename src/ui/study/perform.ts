import type { Outcome } from '../../study/moment.ts';
import type { Study } from '../../study/study.ts';
import { commit } from '../state/study.ts';
import { showToast } from '../state/toasts.ts';
import { refusalText } from './words.ts';

/** Does an operation; gives back why it can't be done, in words, or null. */
export const tryTo = (operation: (study: Study) => Outcome): string | null => {
  const refusal = commit(operation);
  return refusal && refusalText(refusal);
};

/** Does an operation; tells in the corner why it can't be done. */
export const perform = (operation: (study: Study) => Outcome): boolean => {
  const refusal = commit(operation);
  if (refusal) showToast(() => refusalText(refusal));
  return refusal === null;
};
