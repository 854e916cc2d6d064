import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { PlannedOption } from '../../../rollout/rollout-types.ts';
import { lookup } from '../../app-state/study.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { usePages } from '../../kit/paged-list.tsx';
import { Cost } from '../cost.tsx';
import { chosenOption, optionsOn, placeOfOption, showOption } from './chosen-option.ts';
import { LockButton } from './lock-buttons.tsx';
import type { PlannedRollout } from './rollout-jobs.ts';

const pageSize = 15;

/** How it is fed and powered, and in which year it is built. */
const feedText = ({ backhaul, power, year, site, kind }: PlannedOption, hasYears: boolean): string => {
  const parts = [
    kind === 'mast' || kind === 'small-site' ? t('closing.plan.height', { height: formatNumber(site.heightM) }) : '',
    backhaul.means === 'there'
      ? t('closing.backhaul.there')
      : t('closing.plan.fedBy', {
          means: t(`closing.backhaul.${backhaul.means}`),
          km: formatNumber(backhaul.km, backhaul.km < 1 ? 2 : 1),
        }),
    t(`closing.power.${power.means}`),
    hasYears ? (year === null ? t('closing.plan.noYear') : t('closing.plan.year', { year })) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
};

const Row = ({ option, planned }: { option: PlannedOption; planned: PlannedRollout }) => {
  const { finding } = planned;
  const kind = t(`closing.kind.${option.kind}`);
  const place = placeOfOption(option, planned);
  const name = `${kind}, ${place}`;
  const operator = lookup.value?.operatorName(option.operator) ?? option.operator;
  const isChosen = chosenOption.value === option.id;
  return (
    <tr data-option={option.id} data-kind={option.kind} aria-current={isChosen ? 'true' : undefined}>
      <th scope="row">
        <button
          type="button"
          class="pair-name"
          aria-label={t('closing.plan.show', { order: option.order, option: name })}
          onClick={() => showOption(option, finding)}
        >
          <span class="row-title">
            {option.order}. {kind}
          </span>
          <span class="row-sub">{place}</span>
          <span class="row-sub">
            {operator} · {feedText(option, finding.question.phases !== null)}
          </span>
        </button>
      </th>
      <td class="number">{formatNumber(option.adds)}</td>
      <td class="number">
        <Cost vnd={option.costVnd} />
      </td>
      <td class="pair-locks">
        <LockButton id={option.id} lock="force" name={name} />
        <LockButton id={option.id} lock="forbid" name={name} />
      </td>
    </tr>
  );
};

/** What to build, in building order. A row shows its place; a lock makes another plan. */
export const PlanTable = ({ planned }: { planned: PlannedRollout }) => {
  const { plan } = planned.finding;
  const { shown, pager } = usePages(plan, pageSize, planned);
  if (plan.length === 0) return null;
  return (
    <section class="block">
      <h3>{t('closing.plan.title')}</h3>
      <p class="quiet">{t('closing.plan.note')}</p>
      <CheckField name="otherOptions" label={t('closing.plan.others')} on={optionsOn} />
      <table class="table pairs closing-plan">
        <thead>
          <tr>
            <th scope="col">{t('closing.plan.what')}</th>
            <th scope="col" class="number">
              {t('closing.plan.adds')}
            </th>
            <th scope="col" class="number">
              {t('closing.plan.cost')}
            </th>
            <th scope="col" class="number">
              {t('closing.lock.title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((option) => (
            <Row key={option.id} option={option} planned={planned} />
          ))}
        </tbody>
      </table>
      {pager}
    </section>
  );
};
