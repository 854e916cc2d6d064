import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { type TerrainModel, terrainModels } from '../../model/pack.ts';
import { Dialog } from '../kit/dialog.tsx';
import { replaceTerrainOf, terrainOffered } from './terrain.ts';

const close = (): void => {
  terrainOffered.value = null;
};

const TerrainForm = ({ files }: { files: readonly File[] }) => {
  const [model, setModel] = useState<TerrainModel>('surface');
  return (
    <Dialog title={t('ground.title')} onClose={close}>
      <form
        class="ground-form"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void replaceTerrainOf(files, model);
        }}
      >
        <p class="quiet">{files.map(({ name }) => name).join(', ')}</p>
        <fieldset>
          <legend>{t('ground.question')}</legend>
          {terrainModels.map((one) => (
            <label key={one} class="check ground-choice">
              <input
                type="radio"
                name="terrainModel"
                value={one}
                checked={model === one}
                onChange={() => setModel(one)}
              />
              <span>
                <strong>{t(`ground.${one}.name`)}</strong>
                <span class="quiet">{t(`ground.${one}.means`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p class="quiet">{t('ground.kept')}</p>
        <div class="ground-actions">
          <button type="button" class="button" onClick={close}>
            {t('run.cancel')}
          </button>
          <button type="submit" class="button primary" data-action="replace-ground">
            {t('ground.replace')}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

/** What the heights of elevation files show, before they become the ground. */
export const TerrainDialog = () => {
  const files = terrainOffered.value;
  return files && <TerrainForm files={files} />;
};
