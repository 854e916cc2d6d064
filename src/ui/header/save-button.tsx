import { t } from '../../i18n/language.ts';
import { Icon } from '../parts/icon.tsx';
import { isUnsaved, saved, saveStudy } from '../state/saving.ts';
import { study } from '../state/study.ts';

/** Says which file holds the work, and writes it there. */
export const SaveButton = () => {
  const file = saved.value?.name;
  if (!isUnsaved.value && file === undefined) return null;
  const label = isUnsaved.value ? t('saving.unsaved') : t('saving.saved', { file: file ?? '' });
  return (
    <button
      type="button"
      class="button"
      data-saved={!isUnsaved.value}
      aria-label={`${t('saving.save')}. ${label}`}
      title={`${t('saving.save')}. ${label}`}
      disabled={!study.value}
      onClick={() => void saveStudy()}
    >
      <Icon name={isUnsaved.value ? 'save' : 'check'} size={18} />
      <span>{label}</span>
    </button>
  );
};
