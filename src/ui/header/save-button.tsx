import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { act, labelWithKey, saveAction } from '../actions/index.ts';
import { study } from '../app-state/study.ts';
import { isUnsaved, saved } from '../files/index.ts';
import { Icon } from '../kit/icon.tsx';
import { recovery } from '../recovery/index.ts';

/** What the browser keeps meanwhile; null before anything was. */
const whereText = (): string | null => {
  const state = recovery.value;
  if (state.kind === 'kept') return t('recovery.kept', { time: formatTime(state.at) });
  return state.kind === 'off' ? t('recovery.off') : null;
};

/** Whether a file holds the work; where nothing was changed there is nothing to hold. */
const standingText = (): string => {
  const file = saved.value;
  if (isUnsaved.value) return t('saving.unsaved');
  if (!file) return t('saving.nothing');
  return t(file.isConfirmed ? 'saving.saved' : 'saving.downloaded', { file: file.name });
};

/** Says whether and where the work is saved, always, and saves it. */
export const SaveButton = () => {
  const label = standingText();
  const isNothing = !isUnsaved.value && saved.value === null;
  // of a download nobody learns whether it came to be a file: the browser's copy is kept beside it
  const where = isUnsaved.value || saved.value?.isConfirmed === false ? whereText() : null;
  const hint = [labelWithKey(saveAction), label, ...(where ? [where] : [])].join('. ');
  return (
    <button
      type="button"
      class="button save-button"
      data-saved={isNothing ? 'nothing' : !isUnsaved.value}
      data-kept={recovery.value.kind === 'kept' ? recovery.value.changes : 0}
      aria-label={hint}
      title={hint}
      disabled={!study.value}
      onClick={() => act(saveAction)}
    >
      <Icon name={isUnsaved.value || isNothing ? 'save' : 'check'} size={18} />
      <span>
        {label}
        {where && <span class={`save-where save-where-${recovery.value.kind}`}>{where}</span>}
      </span>
    </button>
  );
};
