import type { Outcome } from '../../study/moment.ts';
import type { Study } from '../../study/study.ts';
import { refusalText } from './operation-words.ts';
import { commit } from './study.ts';
import { showToast } from './toasts.ts';

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
