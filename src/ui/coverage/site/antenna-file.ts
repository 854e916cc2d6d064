import { readMsi } from '../../../files/antenna/msi.ts';
import { t } from '../../../i18n/language.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform } from '../../app-state/perform.ts';
import { showToast } from '../../app-state/toasts.ts';

/**
 * Takes a measured antenna into the study, for any cell to have.
 * @throws InputError where the file is none
 */
export const takeAntenna = async (file: File): Promise<void> => {
  const antenna = readMsi(new Uint8Array(await file.arrayBuffer()), file.name);
  if (perform((of) => operations.importFile(of, { file: file.name, layers: { antennas: [antenna] } })))
    showToast(() => t('coverage.site.antennaAdded', { name: antenna.name }));
};
