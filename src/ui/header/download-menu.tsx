import { t } from '../../i18n/language.ts';
import { findingsFiles } from '../../report/findings-files.ts';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { findings } from '../state/study.ts';
import { showToast } from '../state/toasts.ts';

const names = {
  'findings.json': { text: 'header.downloadFindings', type: 'application/json' },
  'hamlets.csv': { text: 'header.downloadHamletsCsv', type: 'text/csv' },
  'sharing.csv': { text: 'header.downloadSharingCsv', type: 'text/csv' },
  'hamlets.geojson': { text: 'header.downloadHamletsGeojson', type: 'application/geo+json' },
} as const;

const download = (name: keyof typeof names): void => {
  const found = findings.peek();
  const content = found && findingsFiles(found).get(name);
  if (!content) return;
  const address = URL.createObjectURL(new Blob([content.slice()], { type: names[name].type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  showToast(() => t('toast.downloaded', { file: name }));
};

/** The findings as files, the same bytes as the command line writes. */
export const DownloadMenu = () => (
  <Menu label={t('header.download')} icon="download">
    {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
      <MenuItem key={name} disabled={findings.value === null} onChoose={() => download(name)}>
        {t(names[name].text)}
      </MenuItem>
    ))}
    {findings.value === null && <p class="menu-note">{t('header.downloadWaiting')}</p>}
  </Menu>
);
