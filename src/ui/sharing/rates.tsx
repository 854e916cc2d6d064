import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { SharingFinding, SharingRate } from '../../sharing/plan-types.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { Icon } from '../parts/icon.tsx';

const fractions = (rate: SharingRate) => ({
  D1: { rate: rate.d1, shared: rate.sharedSites, sites: rate.sites },
  D2: { rate: rate.d2, shared: rate.sharedTenancies, sites: rate.tenancies },
});

const Cell = ({ rate, shared, sites }: { rate: number; shared: number; sites: number }) => (
  <td class="number">
    <strong>{formatShare(rate)}</strong>
    <span class="quiet">{t('sharing.fraction', { shared: formatNumber(shared), sites: formatNumber(sites) })}</span>
  </td>
);

/** A number of merges; out of reach where no number is enough. */
const count = (merges: number | null): string => (merges === null ? t('sharing.outOfReach') : formatNumber(merges));

/** Today, target and plan under both definitions, with what the plan takes. */
export const Rates = ({ sharing }: { sharing: SharingFinding }) => {
  const { rules, today, after, mergesNeeded, candidates, candidatesNeedingSurvey, chosen, reached, binding } = sharing;
  const before = fractions(today);
  const then = fractions(after);
  return (
    <section class="block">
      <h3>{t('sharing.rates')}</h3>
      <table class="table rates">
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {t('sharing.today')}
            </th>
            <th scope="col" class="number">
              {t('sharing.after')}
            </th>
            <th scope="col" class="number">
              {t('sharing.target')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['D1', 'D2'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">
                <abbr title={t(name === 'D1' ? 'definition.d1Formula' : 'definition.d2Formula')}>{name}</abbr>
              </th>
              <Cell {...before[name]} />
              <Cell {...then[name]} />
              <td class="number">{rules.definition === name ? formatShare(rules.targetRate) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="formula">{t('definition.d1Formula')}</p>
      <p class="formula">{t('definition.d2Formula')}</p>
      <p class={reached ? 'verdict good' : 'verdict bad'}>
        <Icon name={reached ? 'check' : 'warning'} size={18} />
        {reached
          ? t('sharing.reached')
          : binding
            ? t('sharing.notReached', { reason: t(`sharing.reason.${binding}`) })
            : t('sharing.notReachedPlain')}
      </p>
      <Facts>
        <Fact name={t('sharing.mergesNeeded')}>
          <strong>{count(mergesNeeded.d1)}</strong>{' '}
          <span class="quiet">({t('sharing.mergesNeededD2', { value: count(mergesNeeded.d2) })})</span>
        </Fact>
        <Fact name={t('sharing.chosenCount')}>
          <strong data-figure="merges-chosen">{formatNumber(chosen.length)}</strong>
        </Fact>
        <Fact name={t('sharing.candidates')}>
          {formatNumber(candidates)}{' '}
          <span class="quiet">({t('sharing.needSurvey', { value: formatNumber(candidatesNeedingSurvey) })})</span>
        </Fact>
      </Facts>
    </section>
  );
};
