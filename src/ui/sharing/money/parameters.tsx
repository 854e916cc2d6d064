import { t } from '../../../i18n/language.ts';
import type { Parameter } from '../../../model/facts.ts';
import { isMoneyParameter } from '../../../money/parameters.ts';
import { baseEntry } from '../../../study/layers.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform, tryTo } from '../../app-state/perform.ts';
import { base, opened } from '../../app-state/study.ts';
import { NumberField } from '../../kit/number-field.tsx';
import { parameterName } from './parameter-name.ts';

const ends = ['low', 'central', 'high'] as const;

const Row = ({ parameter, isChanged }: { parameter: Parameter; isChanged: boolean }) => {
  const { name, unit, low, central, high, source, confidence } = parameter;
  const set = (end: (typeof ends)[number], value: number): string | null =>
    tryTo((study) =>
      operations.setParameter(study, {
        name,
        range: { low, central, high, [end]: value },
        source: t('sharing.parameters.byHand'),
      }),
    );
  return (
    <li class="parameter" data-parameter={name} data-changed={isChanged}>
      <p class="parameter-head">
        <strong>{parameterName(name)}</strong> <span class="quiet">{unit}</span>
      </p>
      <div class="parameter-ends">
        {ends.map((end) => (
          <NumberField
            key={end}
            label={t(`sharing.parameters.${end}`)}
            name={`${name}.${end}`}
            value={parameter[end]}
            onChange={(value) => set(end, value)}
          />
        ))}
      </div>
      <p class="quiet parameter-source">
        <span class={`badge confidence-${confidence.replace(' ', '-')}`}>
          {isChanged ? t('sharing.parameters.changed') : t(`sharing.confidence.${confidence}`)}
        </span>{' '}
        {t('sharing.parameters.source', { source })}
        {isChanged && (
          <button
            type="button"
            class="link"
            data-action="reset-parameter"
            onClick={() => perform((study) => operations.resetParameter(study, { name }))}
          >
            {t('sharing.parameters.reset')}
          </button>
        )}
      </p>
    </li>
  );
};

/** Every figure that money and CO2 are worked out from, with where it comes from; each can be changed and reset. */
export const Parameters = () => {
  const pack = opened.value?.pack;
  const before = base.value?.pack;
  if (!pack || !before) return null;
  return (
    <section class="block">
      <p class="quiet">{t('sharing.parameters.note')}</p>
      <ul class="parameters">
        {pack.facts.parameters
          .filter(({ name }) => isMoneyParameter(name))
          .map((parameter) => (
            <Row
              key={parameter.name}
              parameter={parameter}
              isChanged={baseEntry(before, 'parameters', parameter.name) !== parameter}
            />
          ))}
      </ul>
    </section>
  );
};
