import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { SharingFinding, SharingObjective, SharingRules } from '../../../sharing/plan/plan-types.ts';
import { sharingObjectives } from '../../../sharing/plan/plan-types.ts';
import { rateBy } from '../../../sharing/rate.ts';
import { operations } from '../../../study/operations/index.ts';
import { asked } from '../../app-state/asked.ts';
import { perform, tryTo } from '../../app-state/perform.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { NumberField } from '../../kit/number-field.tsx';

/** Targets to slide to; further ones are typed. */
const sliderEnd = 60;
const step = 0.5;

const percent = (share: number): number => Number((share * 100).toFixed(4));

let gesture = '';

const Target = ({ rules, todayRate }: { rules: SharingRules; todayRate: number }) => {
  const set = (value: number, by?: string) => (study: Parameters<typeof operations.setSharing>[0]) =>
    operations.setSharing(study, {
      change: { targetRate: Number((value / 100).toFixed(6)) },
      ...(by !== undefined && { gesture: by }),
    });
  const least = Math.ceil(percent(todayRate) / step) * step;
  return (
    <div class="target-field">
      <input
        type="range"
        aria-label={t('sharing.goal.target')}
        min={least}
        max={sliderEnd}
        step={step}
        value={percent(rules.targetRate)}
        aria-valuetext={t('unit.percent', { value: formatNumber(percent(rules.targetRate), 1) })}
        onPointerDown={() => {
          gesture = `target ${performance.now()}`;
        }}
        onInput={(event) => perform(set(event.currentTarget.valueAsNumber, gesture || undefined))}
        onPointerUp={() => {
          gesture = '';
        }}
      />
      <NumberField
        label={t('sharing.goal.target')}
        name="targetRate"
        value={percent(rules.targetRate)}
        onChange={(value) => tryTo(set(value))}
      />
    </div>
  );
};

interface GoalFormProps {
  rules: SharingRules;
  objective: SharingObjective;
  sharing: SharingFinding;
}

/** What the plan is to reach, by which definition and rules. Each change is a moment of the scenario. */
export const GoalForm = ({ rules, objective, sharing }: GoalFormProps) => {
  const numberField = (field: 'urbanDistanceM' | 'ruralDistanceM' | 'tenantSpacingM', label: string) => (
    <NumberField
      label={label}
      name={field}
      value={rules[field]}
      onChange={(value) => tryTo((study) => operations.setSharing(study, { change: { [field]: value } }))}
    />
  );
  return (
    <section class="block goal" aria-label={t('sharing.goal.title')}>
      <fieldset class="segments" aria-label={t('sharing.goal.definition')}>
        {(['D1', 'D2'] as const).map((definition) => (
          <button
            key={definition}
            type="button"
            data-definition={definition}
            aria-pressed={rules.definition === definition}
            title={t(definition === 'D1' ? 'definition.d1Formula' : 'definition.d2Formula')}
            onClick={() => perform((study) => operations.setSharing(study, { change: { definition } }))}
          >
            {definition}
          </button>
        ))}
      </fieldset>
      <Target rules={rules} todayRate={rateBy(sharing.today, rules.definition)} />
      <label class="field goal-objective">
        <span>{t('sharing.goal.objective')}</span>
        <select
          name="objective"
          value={objective}
          onChange={(event) => {
            const next = event.currentTarget.value as SharingObjective;
            perform((study) => operations.setObjective(study, { objective: next }));
          }}
        >
          {sharingObjectives.map((one) => (
            <option key={one} value={one}>
              {t(`sharing.objective.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Disclosure title={t('sharing.rules')}>
        <p class="quiet">
          {t('sharing.rulesText', {
            ...asked.value,
            urban: formatNumber(rules.urbanDistanceM),
            rural: formatNumber(rules.ruralDistanceM),
            tenants: rules.maxTenants,
          })}
        </p>
        <div class="edit-grid">
          {numberField('urbanDistanceM', t('sharing.goal.urban'))}
          {numberField('ruralDistanceM', t('sharing.goal.rural'))}
          <label class="field">
            <span>{t('sharing.goal.tenants')}</span>
            <select
              name="maxTenants"
              value={rules.maxTenants}
              onChange={(event) => {
                const maxTenants = Number(event.currentTarget.value);
                perform((study) => operations.setSharing(study, { change: { maxTenants } }));
              }}
            >
              {[2, 3, 4].map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
          {numberField('tenantSpacingM', t('sharing.goal.spacing'))}
        </div>
      </Disclosure>
    </section>
  );
};
