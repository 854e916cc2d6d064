import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { isReadOnly } from '../app-state/read-only.ts';
import { Icon } from '../kit/icon.tsx';
import { takeOver } from '../tabs/index.ts';
import { letGo, offered, restore, waitingElsewhere } from './recovery.ts';
import { changesIn, type Snapshot } from './snapshot.ts';

const offerText = (left: Snapshot): string => {
  const values = { time: formatTime(left.at), count: changesIn(left) };
  const file = left.downloadedTo;
  return file === undefined ? t('recovery.offer', values) : t('recovery.downloaded', { ...values, file });
};

/** What stands between the user and the work: another tab that holds it, or work that an earlier page left. */
export const StudyNotices = () => {
  const [left] = offered.value;
  const elsewhere = waitingElsewhere.value;
  return (
    <div role="status">
      {isReadOnly.value && (
        <div class="notice-bar" data-notice="read-only">
          <Icon name="lock" size={18} />
          <p>{t('recovery.tabs.held')}</p>
          <button type="button" class="button small" onClick={takeOver}>
            {t('recovery.tabs.take')}
          </button>
        </div>
      )}
      {left && (
        <div class="notice-bar" data-notice="recovery">
          <Icon name="save" size={18} />
          <p>{offerText(left)}</p>
          <button type="button" class="button small" onClick={() => void restore(left)}>
            {t('recovery.restore')}
          </button>
          <button type="button" class="button small" onClick={() => void letGo(left)}>
            {t('recovery.letGo')}
          </button>
        </div>
      )}
      {elsewhere && (
        <div class="notice-bar" data-notice="elsewhere">
          <Icon name="save" size={18} />
          <p>{t('recovery.elsewhere', { title: elsewhere.left.base.title })}</p>
          {elsewhere.open && (
            <button type="button" class="button small" onClick={() => void elsewhere.open?.()}>
              {t('recovery.openElsewhere')}
            </button>
          )}
          <button type="button" class="button small" onClick={() => void letGo(elsewhere.left)}>
            {t('recovery.letGo')}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('common.close')}
            onClick={() => {
              waitingElsewhere.value = null;
            }}
          >
            <Icon name="close" size={18} />
          </button>
        </div>
      )}
    </div>
  );
};
