import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { study } from '../app-state/study.ts';
import { isUnsaved, saved, saveStudy } from '../files/index.ts';
import { Icon } from '../kit/icon.tsx';
import { recovery } from '../recovery/index.ts';

/** What the browser keeps meanwhile; null before anything was. */
const whereText = (): string | null => {
  const state = recovery.value;
  if (state.kind === 'kept') return t('recovery.kept', { time: formatTime(state.at) });
  return state.kind === 'off' ? t('recovery.off') : null;
};

/** Says which file holds the work, and writes it there. */
export const SaveButton = () => {
  const file = saved.value?.name;
  if (!isUnsaved.value && file === undefined) return null;
  const isSure = saved.value?.isConfirmed === true;
  const label = isUnsaved.value
    ? t('saving.unsaved')
    : t(isSure ? 'saving.saved' : 'saving.downloaded', { file: file ?? '' });
  // of a download nobody learns whether it came to be a file: the browser's copy is kept beside it
  const where = isUnsaved.value || !isSure ? whereText() : null;
  const hint = [t('saving.save'), label, ...(where ? [where] : [])].join('. ');
  return (
    <button
      type="button"
      class="button"
      data-saved={!isUnsaved.value}
      data-kept={recovery.value.kind === 'kept' ? recovery.value.changes : 0}
      aria-label={hint}
      title={hint}
      disabled={!study.value}
      onClick={() => void saveStudy()}
    >
      <Icon name={isUnsaved.value ? 'save' : 'check'} size={18} />
      <span>
        {label}
        {where && <span class={`save-where save-where-${recovery.value.kind}`}>{where}</span>}
      </span>
    </button>
  );
};
