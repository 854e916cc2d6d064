import { t } from '../../i18n/language.ts';
import { leaveMast, mastChoosing } from './adding.ts';

/** What the next click on the map does, while it tells where a mast is to stand. */
export const MastNotice = () => (
  <div role="status">
    {mastChoosing.value && (
      <div class="mast-notice">
        <span>{t('masts.choosing')}</span>
        <button type="button" class="button small" onClick={leaveMast}>
          {t('masts.leave')}
        </button>
      </div>
    )}
  </div>
);
