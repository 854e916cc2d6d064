import { t } from '../../i18n/language.ts';
import { ActionItem, openActions } from '../actions/index.ts';
import { Menu } from '../kit/menu.tsx';

export const OpenMenu = () => (
  <Menu label={t('header.open')} icon="open">
    {openActions.map((action) => (
      <ActionItem key={action.id} action={action} />
    ))}
    <p class="menu-note">{t('header.openHint')}</p>
  </Menu>
);
