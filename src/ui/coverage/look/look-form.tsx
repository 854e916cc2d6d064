import { type RampId, rampIds, signalClasses } from '../../../coverage/raster/ramp.ts';
import { t } from '../../../i18n/language.ts';
import { theme } from '../../app-state/preferences.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { SliderField } from '../slider-field.tsx';
import { changeLook, coverageLook, lookThresholds } from './coverage-look.ts';

const within = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

/** Threshold, opacity and colours of the picture: no run depends on them. */
export const LookForm = () => {
  const { thresholdDbm, opacity, ramp, continuous } = coverageLook.value;
  return (
    <Disclosure title={t('coverage.look')} open>
      <p class="quiet">{t('coverage.lookHint')}</p>
      <div class="slider-fields">
        <SliderField
          label={t('coverage.from')}
          name="pictureThreshold"
          value={thresholdDbm}
          min={lookThresholds.min}
          max={lookThresholds.max}
          step={1}
          onChange={(value) => {
            changeLook({ thresholdDbm: within(value, lookThresholds.min, lookThresholds.max) });
            return null;
          }}
        />
        <SliderField
          label={t('coverage.opacity')}
          name="opacity"
          value={Math.round(opacity * 100)}
          min={10}
          max={100}
          step={5}
          onChange={(value) => {
            changeLook({ opacity: within(value, 10, 100) / 100 });
            return null;
          }}
        />
      </div>
      <div class="edit-grid">
        <label class="field">
          <span>{t('coverage.ramp')}</span>
          <select
            name="ramp"
            value={ramp}
            onChange={(event) => changeLook({ ramp: event.currentTarget.value as RampId })}
          >
            {rampIds.map((id) => (
              <option key={id} value={id}>
                {t(`coverage.ramps.${id}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="field coverage-style">
          <legend>{t('coverage.style')}</legend>
          <div class="segments">
            {([false, true] as const).map((isContinuous) => (
              <button
                key={String(isContinuous)}
                type="button"
                aria-pressed={continuous === isContinuous}
                onClick={() => changeLook({ continuous: isContinuous })}
              >
                {t(isContinuous ? 'coverage.continuous' : 'coverage.classes')}
              </button>
            ))}
          </div>
        </fieldset>
      </div>
      <div
        class="ramp-strip"
        aria-hidden="true"
        style={{
          background: `linear-gradient(to right, ${signalClasses(ramp, theme.value).map(({ colour }) => colour)})`,
        }}
      />
    </Disclosure>
  );
};
