import { t } from '../../i18n/language.ts';
import { ActionItem, downloadActions } from '../actions/index.ts';
import { currentFindings } from '../app-state/run.ts';
import { openTask } from '../app-state/view.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';

/** The findings as files, and the way to the report. */
export const DownloadMenu = () => (
  <Menu label={t('header.download')} icon="download">
    {downloadActions.map((action) => (
      <ActionItem key={action.id} action={action} />
    ))}
    <MenuItem disabled={currentFindings.value === null} onChoose={() => openTask('report')}>
      {t('header.makeReport')}
    </MenuItem>
    {currentFindings.value === null && <p class="menu-note">{t('header.downloadWaiting')}</p>}
  </Menu>
);
