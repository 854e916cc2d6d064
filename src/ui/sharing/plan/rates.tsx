import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { SharingFinding, SharingRate } from '../../../sharing/plan/plan-types.ts';
import { asked } from '../../app-state/asked.ts';
import { run } from '../../app-state/run.ts';
import { Fact, Facts } from '../../kit/facts.tsx';
import { Icon } from '../../kit/icon.tsx';

const fractions = (rate: SharingRate) => ({
  D1: { rate: rate.d1, shared: rate.sharedSites, sites: rate.sites },
  D2: { rate: rate.d2, shared: rate.sharedTenancies, sites: rate.tenancies },
});

const Cell = ({ rate, shared, sites }: { rate: number; shared: number; sites: number }) => (
  <td class="number">
    <strong>{formatShare(rate, 2)}</strong>
    <span class="quiet">{t('sharing.fraction', { shared: formatNumber(shared), sites: formatNumber(sites) })}</span>
  </td>
);

/** A number of merges; out of reach where no number is enough. */
const count = (merges: number | null): string => (merges === null ? t('sharing.outOfReach') : formatNumber(merges));

/** How good the plan is known to be. */
const proofText = ({ method, gap }: SharingFinding): string => {
  if (method === 'milp' && gap === 0) return t('sharing.proof.proven', { gap: formatShare(0, 2) });
  if (method === 'milp' && gap !== null) return t('sharing.proof.gap', { gap: formatShare(gap, 2) });
  return t(run.state.value.kind === 'running' ? 'sharing.proof.seeking' : 'sharing.proof.greedy');
};

const Verdict = ({ sharing }: { sharing: SharingFinding }) => {
  const { reached, binding, furthestRate } = sharing;
  return (
    <>
      <p class={reached ? 'verdict good' : 'verdict bad'}>
        <Icon name={reached ? 'check' : 'warning'} size={18} />
        {reached
          ? t('sharing.reached')
          : binding
            ? t('sharing.notReached', { reason: t(`sharing.reason.${binding}`, asked.value) })
            : t('sharing.notReachedPlain')}
      </p>
      {furthestRate !== null && <p>{t('sharing.furthest', { rate: formatShare(furthestRate, 2) })}</p>}
    </>
  );
};

/** Today, plan and what the target takes under both definitions, and how good the plan is known to be. */
export const Rates = ({ sharing }: { sharing: SharingFinding }) => {
  const { rules, today, after, mergesNeeded, candidates, candidatesNeedingSurvey, chosen } = sharing;
  const before = fractions(today);
  const then = fractions(after);
  const needed = { D1: mergesNeeded.d1, D2: mergesNeeded.d2 };
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
              {t('sharing.needed', { target: formatShare(rules.targetRate) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['D1', 'D2'] as const).map((name) => (
            <tr key={name} aria-current={rules.definition === name ? 'true' : undefined}>
              <th scope="row">{name}</th>
              <Cell {...before[name]} />
              <Cell {...then[name]} />
              <td class="number">{count(needed[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details class="formulas">
        <summary class="link">{t('sharing.formula')}</summary>
        <p class="formula">{t('definition.d1Formula')}</p>
        <p class="formula">{t('definition.d2Formula')}</p>
        <p class="quiet">{t('sharing.neededNote')}</p>
      </details>
      <Verdict sharing={sharing} />
      <p class="quiet" data-figure="proof" data-method={sharing.method}>
        {proofText(sharing)}
      </p>
      <Facts>
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
