import { formatBillionVnd, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { SharingMoney } from '../../../sharing/plan/plan-types.ts';
import { Fact, Facts } from '../../kit/facts.tsx';
import { RangeFigure } from './range-figure.tsx';

/** Consolidation, avoided new build and rent apart: they are different cases and never add up. Savings only if brief. */
export const MoneyTable = ({ money, brief = false }: { money: SharingMoney; brief?: boolean }) => {
  const billion = t('unit.billionVnd', { value: '' }).trim();
  const billionYear = t('unit.billionVndYear', { value: '' }).trim();
  const tonnes = t('unit.tonnes', { value: '' }).trim();
  return (
    <section class="block">
      <h3>{t('sharing.money')}</h3>
      <Facts>
        <Fact name={t('sharing.consolidation')}>
          <RangeFigure range={money.consolidationVnd} write={formatBillionVnd} unit={billion} />
        </Fact>
        <Fact name={t('sharing.avoided')}>
          <RangeFigure range={money.avoidedNewBuildVnd} write={formatBillionVnd} unit={billion} />
        </Fact>
        {!brief && (
          <>
            <Fact name={t('sharing.neutral')}>
              <RangeFigure range={money.neutralHostVnd} write={formatBillionVnd} unit={billion} />
            </Fact>
            <Fact name={t('sharing.rent')}>
              <RangeFigure range={money.rentTransferVndPerYear} write={formatBillionVnd} unit={billionYear} />
            </Fact>
            <Fact name={t('sharing.co2Consolidation')}>
              <RangeFigure range={money.co2TonnesConsolidation} write={formatNumber} unit={tonnes} />
            </Fact>
            <Fact name={t('sharing.co2Avoided')}>
              <RangeFigure range={money.co2TonnesAvoidedNewBuild} write={formatNumber} unit={tonnes} />
            </Fact>
          </>
        )}
      </Facts>
      <p class="quiet">{t('sharing.moneyNote')}</p>
    </section>
  );
};
