import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { ServiceEffect as Effect, ServiceChange } from '../../../sharing/plan/plan-types.ts';
import { asked } from '../../app-state/asked.ts';
import { goTo } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { PagedList } from '../../kit/paged-list.tsx';

const pageSize = 12;

const Row = ({ change }: { change: ServiceChange }) => {
  const { hamletId, point, operator, beforeDbm, afterDbm, beforeSiteId, afterSiteId } = change;
  const where = point === 'centre' ? t('sharing.service.centre') : t('sharing.service.cluster', { n: point + 1 });
  return (
    <button type="button" class="row row-short" onClick={() => goTo({ kind: 'hamlet', id: hamletId })}>
      <span class="row-main">
        <span class="row-title">
          {lookup.value?.hamlet(hamletId)?.name ?? hamletId}, {where}
        </span>
        <span class="row-sub">
          {lookup.value?.operatorName(operator) ?? operator} · {beforeSiteId} → {afterSiteId}
        </span>
      </span>
      <span class="row-figure">
        {t('sharing.service.change', { before: formatNumber(beforeDbm), after: formatNumber(afterDbm) })}
      </span>
    </button>
  );
};

/** Coverage at the hamlets before and after the plan, where a site that comes down gives it today. */
export const ServiceEffect = ({ service }: { service: Effect }) => {
  const { byOperator, better, same, weaker, weakest } = service;
  const moved = Object.entries(byOperator).filter(([, { before }]) => before > 0);
  if (moved.length === 0) return null;
  return (
    <section class="block">
      <h3>{t('sharing.service.title', asked.value)}</h3>
      <p class="quiet">{t('sharing.service.note')}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('sharing.service.operator')}</th>
            <th scope="col" class="number">
              {t('sharing.service.before')}
            </th>
            <th scope="col" class="number">
              {t('sharing.service.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.map(([operator, { before, after }]) => (
            <tr key={operator}>
              <th scope="row">{lookup.value?.operatorName(operator) ?? operator}</th>
              <td class="number">{formatNumber(before)}</td>
              <td class="number" data-kept={after === before}>
                {formatNumber(after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        {t('sharing.service.levels', {
          better: formatNumber(better),
          same: formatNumber(same),
          weaker: formatNumber(weaker),
        })}
      </p>
      <Disclosure title={t('sharing.service.weakest')}>
        <PagedList
          items={weakest}
          pageSize={pageSize}
          label={t('sharing.service.weakest')}
          keyOf={({ hamletId, point, operator }) => `${hamletId} ${point} ${operator}`}
          render={(change) => <Row change={change} />}
        />
      </Disclosure>
    </section>
  );
};
