import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { showToast } from '../app-state/toasts.ts';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { saveFile } from '../kit/save-file.ts';

/** Files that a result goes out in. */
const closingFiles = {
  options: 'rollout.csv',
  hamlets: 'rollout-hamlets.csv',
  map: 'rollout.geojson',
  whole: 'rollout.json',
  whereNext: 'where-next.tif',
  fibreTable: 'fibre.csv',
  fibreMap: 'fibre.geojson',
  failures: 'failures.csv',
  threads: 'threads.csv',
  resilienceMap: 'resilience.geojson',
} as const;
export type ClosingFile = keyof typeof closingFiles;

interface FileMenuProps<File extends ClosingFile> {
  files: readonly File[];
  contentOf: (file: File) => Promise<Uint8Array>;
}

/** A result as files; what writes them comes when it is asked for. */
export const FileMenu = <File extends ClosingFile>({ files, contentOf }: FileMenuProps<File>) => {
  const save = async (file: File): Promise<void> => {
    try {
      saveFile(closingFiles[file], await contentOf(file));
    } catch (error) {
      showToast(() => t('closing.files.failed', { message: faultText(error) }));
    }
  };
  return (
    <Menu label={t('closing.files.download')} icon="download">
      {files.map((file) => (
        <MenuItem key={file} onChoose={() => void save(file)}>
          {t(`closing.files.of.${file satisfies ClosingFile as ClosingFile}`)}
        </MenuItem>
      ))}
    </Menu>
  );
};
