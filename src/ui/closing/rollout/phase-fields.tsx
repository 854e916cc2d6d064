import { t } from '../../../i18n/language.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { NumberField } from '../../kit/number-field.tsx';
import { phases } from './rollout-question.ts';

const usual = { years: 3, yearlyVnd: 10e9 };
const mostYears = 50;

/** Whether the plan is spread over years, and what each may cost. */
export const PhaseFields = () => {
  const now = phases.value;
  return (
    <Disclosure title={t('closing.phases.title')}>
      <label class="check">
        <input
          type="checkbox"
          name="phases"
          checked={now !== null}
          onChange={(event) => {
            phases.value = event.currentTarget.checked ? usual : null;
          }}
        />
        {t('closing.phases.on')}
      </label>
      {now && (
        <div class="edit-grid">
          <NumberField
            label={t('closing.phases.years')}
            name="phaseYears"
            value={now.years}
            step={1}
            onChange={(years) => {
              if (!(Number.isInteger(years) && years >= 1 && years <= mostYears))
                return t('closing.phases.yearsRange', { most: mostYears });
              phases.value = { ...now, years };
              return null;
            }}
          />
          <NumberField
            label={t('closing.phases.yearly')}
            name="phaseYearly"
            value={now.yearlyVnd / 1e9}
            onChange={(value) => {
              if (!(value > 0)) return t('closing.goal.aboveZero');
              phases.value = { ...now, yearlyVnd: value * 1e9 };
              return null;
            }}
          />
        </div>
      )}
    </Disclosure>
  );
};
