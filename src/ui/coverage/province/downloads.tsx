import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { Icon } from '../../kit/icon.tsx';
import { shownImage } from '../coverage-overlay.ts';
import { saveGeotiff, saveKmz } from './save-coverage.ts';

/** The picture on the map as files. */
export const CoverageDownloads = () => {
  const [fault, setFault] = useState<unknown>(null);
  if (!shownImage.value) return null;
  const save = (write: () => void | Promise<void>) => async () => {
    setFault(null);
    try {
      await write();
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section class="block">
      <h3>{t('coverage.files')}</h3>
      <p class="card-actions">
        <button type="button" class="button" data-file="geotiff" onClick={save(saveGeotiff)}>
          <Icon name="download" size={18} />
          {t('coverage.geotiff')}
        </button>
        <button type="button" class="button" data-file="kmz" onClick={save(saveKmz)}>
          <Icon name="download" size={18} />
          {t('coverage.kmz')}
        </button>
      </p>
      {fault !== null && <p role="alert">{t('coverage.fileFailed', { message: faultText(fault) })}</p>}
    </section>
  );
};
