import { t } from '../../i18n/language.ts';
import { ActionButton, redoAction, undoAction } from '../actions/index.ts';

/** Undo and redo, each naming the change it is about. */
export const History = () => (
  <fieldset class="history" aria-label={t('study.history')}>
    <ActionButton action={undoAction} />
    <ActionButton action={redoAction} />
  </fieldset>
);
