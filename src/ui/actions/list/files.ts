import { t } from '../../../i18n/language.ts';
import { currentFindings } from '../../app-state/run.ts';
import { openBuiltIn, openFiles } from '../../files/index.ts';
import { chooseFiles, chooseFolder } from '../../kit/choose-files.ts';
import { saveFile } from '../../kit/save-file.ts';
import { refuse } from '../../problems/index.ts';
import { showProvinces } from '../../province/index.ts';
import type { Action } from '../action.ts';

const tables = ['.csv', '.txt', '.tsv', '.xlsx', '.geojson', '.json', '.kml', '.kmz', '.zip'];

const choose = (description: string, extensions: string[], multiple = false): void =>
  void chooseFiles({ description, extensions, multiple }).then(openFiles, refuse);

const opening = (id: string, label: Action['label'], run: Action['run']): Action => ({
  id,
  group: 'file',
  icon: 'open',
  label,
  run,
});

/** What opens a file or a pack. */
export const openActions: readonly Action[] = [
  opening(
    'open.study',
    () => t('saving.open'),
    () => choose(t('saving.kind'), ['.phusong']),
  ),
  opening(
    'open.list',
    () => t('header.importList'),
    () => choose(t('header.importList'), tables, true),
  ),
  opening(
    'open.folder',
    () => t('header.openFolder'),
    () => void chooseFolder().then(openFiles, refuse),
  ),
  opening(
    'open.zip',
    () => t('header.openZip'),
    () => choose(t('header.openZip'), ['.zip']),
  ),
  opening(
    'open.built-in',
    () => t('header.openBuiltIn'),
    () => void openBuiltIn(),
  ),
  opening(
    'open.province',
    () => t('header.openProvince'),
    () => showProvinces(),
  ),
];

const names = {
  'findings.json': 'header.downloadFindings',
  'hamlets.csv': 'header.downloadHamletsCsv',
  'sharing.csv': 'header.downloadSharingCsv',
  'hamlets.geojson': 'header.downloadHamletsGeojson',
} as const;

const download = async (name: keyof typeof names): Promise<void> => {
  const found = currentFindings.peek();
  const { findingsFiles } = await import('../../../report/files/findings-files.ts');
  const content = found && findingsFiles(found).get(name);
  if (content) saveFile(name, content);
};

/** The findings as files, the same bytes as the command line writes. */
export const downloadActions: readonly Action[] = (Object.keys(names) as (keyof typeof names)[]).map((name) => ({
  id: `download.${name}`,
  group: 'file',
  icon: 'download',
  label: () => t(names[name]),
  whyNot: () => (currentFindings.value ? null : t('header.downloadWaiting')),
  run: () => void download(name),
}));
