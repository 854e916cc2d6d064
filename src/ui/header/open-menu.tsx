import { t } from '../../i18n/language.ts';
import { openBuiltIn, openFiles } from '../files/index.ts';
import { chooseFiles, chooseFolder } from '../kit/choose-files.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { refuse } from '../problems/index.ts';
import { showProvinces } from '../province/index.ts';

const tables = ['.csv', '.txt', '.tsv', '.xlsx', '.geojson', '.json', '.kml', '.kmz', '.zip'];

export const OpenMenu = () => {
  const open = (description: string, extensions: string[], multiple = false): void =>
    void chooseFiles({ description, extensions, multiple }).then(openFiles, refuse);
  return (
    <Menu label={t('header.open')} icon="open">
      <MenuItem onChoose={() => open(t('saving.kind'), ['.phusong'])}>{t('saving.open')}</MenuItem>
      <MenuItem onChoose={() => open(t('import.choose'), tables, true)}>{t('import.choose')}</MenuItem>
      <MenuItem onChoose={() => void chooseFolder().then(openFiles, refuse)}>{t('header.openFolder')}</MenuItem>
      <MenuItem onChoose={() => open(t('header.openZip'), ['.zip'])}>{t('header.openZip')}</MenuItem>
      <MenuItem onChoose={() => void openBuiltIn()}>{t('header.openBuiltIn')}</MenuItem>
      <MenuItem onChoose={() => showProvinces()}>{t('province.open')}</MenuItem>
      <p class="menu-note">{t('header.openHint')}</p>
    </Menu>
  );
};
