import { useState } from 'preact/hooks';
import { formatBillionVnd, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Range } from '../../../model/facts.ts';
import type { RentParts as Parts } from '../../../money/rent-parts.ts';
import type { PartyBalance } from '../../../sharing/plan/plan-types.ts';
import { lookup } from '../../app-state/study.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Fact, Facts } from '../../kit/facts.tsx';
import { RangeFigure } from './range-figure.tsx';

const partyName = (party: string): string =>
  party === 'landowners' || party === 'towerco'
    ? t(`sharing.accounts.${party}`)
    : (lookup.value?.operatorName(party) ?? party);

/** What one party's rent is made of. */
const PartsOfParty = ({ balances }: { balances: readonly PartyBalance[] }) => {
  const [chosen, choose] = useState<string | null>(null);
  const balance = balances.find(({ party }) => party === chosen) ?? balances[0];
  if (!balance) return null;
  const { tenancies, rentParts: parts, groundRentVnd, rentVnd } = balance;
  const unit = t('unit.billionVnd', { value: '' }).trim();
  const rows: [string, Range][] = [
    [t('sharing.rentParts.depreciation'), parts.depreciationVnd],
    [t('sharing.rentParts.operation'), parts.operationVnd],
    [t('sharing.rentParts.maintenance'), parts.maintenanceVnd],
    [t('sharing.rentParts.other'), parts.otherVnd],
    [t('sharing.rentParts.profit'), parts.profitVnd],
    [t('sharing.accounts.ground'), groundRentVnd],
    [t('sharing.accounts.rent'), rentVnd],
  ];
  return (
    <>
      <p class="quiet">{t('sharing.accounts.partsNote')}</p>
      <label class="field">
        <span>{t('sharing.accounts.party')}</span>
        <select name="party" value={balance.party} onChange={(event) => choose(event.currentTarget.value)}>
          {balances.map(({ party }) => (
            <option key={party} value={party}>
              {partyName(party)}
            </option>
          ))}
        </select>
      </label>
      <Facts>
        <Fact name={t('sharing.accounts.tenancies')}>{formatNumber(tenancies)}</Fact>
        {rows.map(([label, range]) => (
          <Fact key={label} name={label}>
            <RangeFigure range={range} write={formatBillionVnd} unit={unit} />
          </Fact>
        ))}
      </Facts>
    </>
  );
};

/** Each party's own account: what it saves itself and what changes hands, which adds up to nothing. */
export const Accounts = ({ balances }: { balances: readonly PartyBalance[] }) => {
  const sum = (of: (balance: PartyBalance) => number): number =>
    balances.reduce((total, balance) => total + of(balance), 0);
  const own = ({ ownVnd }: PartyBalance): number => ownVnd.central;
  const rent = ({ rentVnd }: PartyBalance): number => rentVnd.central;
  return (
    <section class="block">
      <h3>{t('sharing.accounts.title')}</h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('sharing.accounts.party')}</th>
            <th scope="col" class="number">
              {t('sharing.accounts.own')}
            </th>
            <th scope="col" class="number">
              {t('sharing.accounts.rent')}
            </th>
            <th scope="col" class="number">
              {t('sharing.accounts.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {balances.map((balance) => (
            <tr key={balance.party} data-party={balance.party}>
              <th scope="row">{partyName(balance.party)}</th>
              <td class="number">{formatBillionVnd(own(balance))}</td>
              <td class="number">{formatBillionVnd(rent(balance))}</td>
              <td class="number">{formatBillionVnd(own(balance) + rent(balance))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sharing.accounts.total')}</th>
            <td class="number">{formatBillionVnd(sum(own))}</td>
            <td class="number">{formatBillionVnd(sum(rent))}</td>
            <td class="number">{formatBillionVnd(sum(own) + sum(rent))}</td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">{t('sharing.accounts.note')}</p>
      <Disclosure title={t('sharing.accounts.parts')}>
        <PartsOfParty balances={balances} />
      </Disclosure>
    </section>
  );
};

const million = (vnd: number): string => formatNumber(vnd / 1e6, 1);

/** What one year's rent pays for. */
export const RentParts = ({ parts }: { parts: Parts }) => {
  const rows: [string, Range][] = [
    [t('sharing.rentParts.rent'), parts.rentVnd],
    [t('sharing.rentParts.depreciation'), parts.depreciationVnd],
    [t('sharing.rentParts.operation'), parts.operationVnd],
    [t('sharing.rentParts.maintenance'), parts.maintenanceVnd],
    [t('sharing.rentParts.other'), parts.otherVnd],
    [t('sharing.rentParts.profit'), parts.profitVnd],
  ];
  return (
    <section class="block">
      <h3>{t('sharing.rentParts.title')}</h3>
      <table class="table rent-parts">
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {t('sharing.parameters.low')}
            </th>
            <th scope="col" class="number">
              {t('sharing.parameters.central')}
            </th>
            <th scope="col" class="number">
              {t('sharing.parameters.high')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, { low, central, high }]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{million(low)}</td>
              <td class="number">
                <strong>{million(central)}</strong>
              </td>
              <td class="number">{million(high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('sharing.rentParts.note')}</p>
    </section>
  );
};
