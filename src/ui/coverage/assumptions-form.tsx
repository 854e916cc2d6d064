import type { ServiceSettings } from '../../coverage/service/service-types.ts';
import { formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { type Technology, technologies } from '../../model/site.ts';
import { switchedOffOn } from '../../model/switch-off.ts';
import { followsTerrain, type PathModelId, pathModelIds } from '../../radio/path-model.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { operations } from '../../study/operations/index.ts';
import { perform, tryTo } from '../app-state/perform.ts';
import { study } from '../app-state/study.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { modelName } from './words.ts';

const shares = [50, 75, 90, 95] as const;

const change = (to: Partial<ServiceSettings>): boolean => perform((on) => operations.setService(on, { change: to }));
const tryChange = (to: Partial<ServiceSettings>): string | null =>
  tryTo((on) => operations.setService(on, { change: to }));

/** What coverage and service at hamlets are computed with. */
export const AssumptionsForm = () => {
  if (!study.value) return null;
  const { technology, model, locationPercent, receiverHeightM, thresholdDbm, clutter } = settingsOf(
    study.value,
  ).service;
  return (
    <Disclosure title={t('coverage.assumptions')}>
      <p class="quiet">{t('coverage.assumptionsHint')}</p>
      <div class="edit-grid">
        <label class="field">
          <span>{t('coverage.technology')}</span>
          <select
            name="technology"
            value={technology}
            onChange={(event) => change({ technology: event.currentTarget.value as Technology })}
          >
            {technologies.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
          {switchedOffOn(study.value.base.pack.manifest.date).includes(technology) && (
            <span class="quiet">{t('coverage.switchedOff', { technology })}</span>
          )}
        </label>
        <label class="field">
          <span>{t('coverage.locations')}</span>
          <select
            name="locationPercent"
            value={locationPercent}
            onChange={(event) => {
              const chosen = shares.find((share) => String(share) === event.currentTarget.value);
              if (chosen) change({ locationPercent: chosen });
            }}
          >
            {shares.map((share) => (
              <option key={share} value={share}>
                {formatShare(share / 100, 0)}
              </option>
            ))}
          </select>
        </label>
        <label class="field wide-field">
          <span>{t('coverage.model')}</span>
          <select
            name="model"
            value={model}
            onChange={(event) => change({ model: event.currentTarget.value as PathModelId })}
          >
            {pathModelIds.map((id) => (
              <option key={id} value={id}>
                {modelName(id)}
              </option>
            ))}
          </select>
        </label>
        <NumberField
          label={t('coverage.receiver')}
          name="receiverHeightM"
          value={receiverHeightM}
          onChange={(value) => tryChange({ receiverHeightM: value })}
        />
        <NumberField
          label={t('coverage.threshold')}
          name="thresholdDbm"
          value={thresholdDbm}
          onChange={(value) => tryChange({ thresholdDbm: value })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          name="clutter"
          checked={clutter}
          onChange={(event) => change({ clutter: event.currentTarget.checked })}
        />
        {t('coverage.clutter')}
      </label>
      {!followsTerrain(model) && <p class="quiet">{t('coverage.clutterTerrainOnly')}</p>}
    </Disclosure>
  );
};
