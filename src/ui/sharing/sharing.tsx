import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { findings } from '../state/study.ts';
import { MergeList } from './merge-list.tsx';
import { MoneyTable } from './money-table.tsx';
import { Rates } from './rates.tsx';
import { Rejected } from './rejected.tsx';

export const Sharing = () => {
  const sharing = findings.value?.sharing;
  if (!sharing) {
    return (
      <>
        <h2>{t('sharing.title')}</h2>
        <p class="quiet">{t('run.notYet')}</p>
      </>
    );
  }
  const { rules } = sharing;
  return (
    <>
      <h2>{t('sharing.title')}</h2>
      <Rates sharing={sharing} />
      <MoneyTable money={sharing.money} />
      <MergeList merges={sharing.chosen} />
      <Rejected pairs={sharing.rejected} />
      <Disclosure title={t('sharing.rules')}>
        <p>
          {t('sharing.rulesText', {
            urban: formatNumber(rules.urbanDistanceM),
            rural: formatNumber(rules.ruralDistanceM),
            tenants: rules.maxTenants,
          })}
        </p>
        <p class="quiet">{t('sharing.method')}</p>
      </Disclosure>
    </>
  );
};
