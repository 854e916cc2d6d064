import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import { billion, rangeText } from '../cost.tsx';
import { chosenOption, placeOfOption } from './chosen-option.ts';
import { LockButton } from './lock-buttons.tsx';
import type { PlannedRollout } from './rollout-jobs.ts';

/** The option looked at: where it is, whom it serves, what it takes, and the locks. */
export const ChosenCard = ({ planned }: { planned: PlannedRollout }) => {
  const { options, plan } = planned.finding;
  const option = options.find(({ id }) => id === chosenOption.value);
  if (!option) return null;
  const { id, kind, serves, people, costVnd, parts } = option;
  const name = `${t(`closing.kind.${kind}`)}, ${placeOfOption(option, planned)}`;
  return (
    <section class="block closing-chosen" data-chosen={id} aria-label={t('closing.chosen.title')}>
      <p class="closing-chosen-head">
        <strong>{name}</strong>
        <LockButton id={id} lock="force" name={name} />
        <LockButton id={id} lock="forbid" name={name} />
        <button
          type="button"
          class="icon-button"
          aria-label={t('closing.chosen.close')}
          title={t('closing.chosen.close')}
          onClick={() => {
            chosenOption.value = null;
          }}
        >
          <Icon name="close" size={17} />
        </button>
      </p>
      <p>
        {t('closing.chosen.serves', { people: formatNumber(people), places: formatNumber(serves.length) })} ·{' '}
        {t('closing.billion', { value: billion(costVnd.central) })} <span class="quiet">({rangeText(costVnd)})</span>
      </p>
      {plan.every((planned) => planned.id !== id) && <p class="quiet">{t('closing.chosen.notPlanned')}</p>}
      <Disclosure title={t('closing.chosen.bill')}>
        <table class="table">
          <tbody>
            {parts.map(({ part, quantity, unit, costVnd: cost }) => (
              <tr key={part}>
                <th scope="row">{t(`closing.bill.${part}`)}</th>
                <td class="number">
                  {formatNumber(quantity, unit === 'km' ? 1 : 0)} {t(`closing.unit.${unit}`)}
                </td>
                <td class="number">
                  {billion(cost.central)} <span class="quiet">({rangeText(cost)})</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  );
};
