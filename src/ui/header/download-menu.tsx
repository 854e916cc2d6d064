import { t } from '../../i18n/language.ts';
import { currentFindings } from '../app-state/run.ts';
import { openTask } from '../app-state/view.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { saveFile } from '../kit/save-file.ts';

const names = {
  'findings.json': 'header.downloadFindings',
  'hamlets.csv': 'header.downloadHamletsCsv',
  'sharing.csv': 'header.downloadSharingCsv',
  'hamlets.geojson': 'header.downloadHamletsGeojson',
} as const;

const download = async (name: keyof typeof names): Promise<void> => {
  const found = currentFindings.peek();
  const { findingsFiles } = await import('../../report/files/findings-files.ts');
  const content = found && findingsFiles(found).get(name);
  if (content) saveFile(name, content);
};

/** The findings as files, the same bytes as the command line writes; and the way to the report. */
export const DownloadMenu = () => (
  <Menu label={t('header.download')} icon="download">
    {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
      <MenuItem key={name} disabled={currentFindings.value === null} onChoose={() => void download(name)}>
        {t(names[name])}
      </MenuItem>
    ))}
    <MenuItem disabled={currentFindings.value === null} onChoose={() => openTask('report')}>
      {t('report.fromMenu')}
    </MenuItem>
    {currentFindings.value === null && <p class="menu-note">{t('header.downloadWaiting')}</p>}
  </Menu>
);
