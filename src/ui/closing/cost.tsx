import { formatBillionVnd, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Range } from '../../model/facts.ts';

/** Đồng in thousand millions; small sums with more decimals, so that no cost reads as none. */
export const billion = (vnd: number): string => {
  if (vnd === 0 || vnd >= 1e8) return formatBillionVnd(vnd);
  return formatNumber(vnd / 1e9, vnd < 1e7 ? 3 : 2);
};

/** Low to high, as words. */
export const rangeText = ({ low, high }: Range): string =>
  t('common.range', { low: billion(low), high: billion(high) });

/** The central figure with its range below it. */
export const Cost = ({ vnd }: { vnd: Range }) => (
  <>
    {billion(vnd.central)}
    <span class="row-sub closing-range">{rangeText(vnd)}</span>
  </>
);
