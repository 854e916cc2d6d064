import { t } from '../../i18n/language.ts';
import type { MomentNote } from '../../study/moment.ts';
import { momentText } from '../app-state/operation-words.ts';
import { redo, redoable, undo, undoable } from '../app-state/study.ts';
import { Icon, type IconName } from '../kit/icon.tsx';

interface StepProps {
  icon: IconName;
  note: MomentNote | null;
  label: string;
  onStep: () => void;
}

const Step = ({ icon, note, label, onStep }: StepProps) => (
  <button
    type="button"
    class="icon-button"
    data-step={icon}
    aria-label={label}
    title={label}
    disabled={note === null}
    onClick={onStep}
  >
    <Icon name={icon} />
  </button>
);

/** Undo and redo, each naming the change it is about. */
export const History = () => {
  const [back, forth] = [undoable.value, redoable.value];
  return (
    <fieldset class="history" aria-label={t('study.history')}>
      <Step
        icon="undo"
        note={back}
        label={back ? t('study.undoWhat', { what: momentText(back) }) : t('study.nothingToUndo')}
        onStep={undo}
      />
      <Step
        icon="redo"
        note={forth}
        label={forth ? t('study.redoWhat', { what: momentText(forth) }) : t('study.nothingToRedo')}
        onStep={redo}
      />
    </fieldset>
  );
};
