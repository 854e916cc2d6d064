import { t } from '../../../i18n/language.ts';
import { momentText } from '../../app-state/operation-words.ts';
import { redo, redoable, study, undo, undoable } from '../../app-state/study.ts';
import { saveStudy } from '../../files/index.ts';
import type { Action } from '../action.ts';

export const undoAction: Action = {
  id: 'undo',
  group: 'study',
  icon: 'undo',
  label: () => (undoable.value ? t('study.undoWhat', { what: momentText(undoable.value) }) : t('study.undo')),
  keyHelp: 'study.undo',
  keys: [{ key: 'z', ctrl: true }],
  whyNot: () => (undoable.value ? null : t('study.nothingToUndo')),
  run: undo,
};

export const redoAction: Action = {
  id: 'redo',
  group: 'study',
  icon: 'redo',
  label: () => (redoable.value ? t('study.redoWhat', { what: momentText(redoable.value) }) : t('study.redo')),
  keyHelp: 'study.redo',
  keys: [
    { key: 'z', ctrl: true, shift: true },
    { key: 'y', ctrl: true },
  ],
  whyNot: () => (redoable.value ? null : t('study.nothingToRedo')),
  run: redo,
};

export const saveAction: Action = {
  id: 'save',
  group: 'study',
  icon: 'save',
  label: () => t('saving.save'),
  keys: [{ key: 's', ctrl: true }],
  whileTyping: true,
  whyNot: () => (study.value ? null : t('app.loading')),
  run: () => void saveStudy(),
};

export const studyActions: readonly Action[] = [undoAction, redoAction, saveAction];
