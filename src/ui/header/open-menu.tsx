import { useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { openBuiltIn, openFiles } from '../files/index.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';

export const OpenMenu = () => {
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const saved = useRef<HTMLInputElement>(null);
  const tables = useRef<HTMLInputElement>(null);
  const onChange = (event: { currentTarget: HTMLInputElement }): void => {
    const input = event.currentTarget;
    openFiles([...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    // the same choice again must count as a change
    input.value = '';
  };
  return (
    <>
      <input
        ref={folder}
        type="file"
        hidden
        data-open="folder"
        onChange={onChange}
        {...({ webkitdirectory: '' } as object)}
      />
      <input ref={zip} type="file" hidden data-open="zip" accept=".zip,application/zip" onChange={onChange} />
      <input ref={saved} type="file" hidden data-open="study" accept=".phusong" onChange={onChange} />
      <input
        ref={tables}
        type="file"
        hidden
        multiple
        data-open="import"
        accept=".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml,.kmz,.zip"
        onChange={onChange}
      />
      <Menu label={t('header.open')} icon="open">
        <MenuItem onChoose={() => saved.current?.click()}>{t('saving.open')}</MenuItem>
        <MenuItem onChoose={() => tables.current?.click()}>{t('import.choose')}</MenuItem>
        <MenuItem onChoose={() => folder.current?.click()}>{t('header.openFolder')}</MenuItem>
        <MenuItem onChoose={() => zip.current?.click()}>{t('header.openZip')}</MenuItem>
        <MenuItem onChoose={() => void openBuiltIn()}>{t('header.openBuiltIn')}</MenuItem>
        <p class="menu-note">{t('header.openHint')}</p>
      </Menu>
    </>
  );
};
