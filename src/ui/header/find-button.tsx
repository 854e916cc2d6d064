import { t } from '../../i18n/language.ts';
import { findAction, labelWithKey } from '../actions/index.ts';
import { Icon } from '../kit/icon.tsx';

/** Opens the palette; on a wide screen it looks like the field it leads to. */
export const FindButton = () => (
  <button
    type="button"
    class="button find-button"
    aria-label={findAction.label()}
    title={labelWithKey(findAction)}
    onClick={findAction.run}
  >
    <Icon name="search" size={18} />
    <span>{t('actions.findShort')}</span>
    <kbd>Ctrl+K</kbd>
  </button>
);
