import type { TargetRow } from '../../findings/findings.ts';
import { formatBillionVnd, formatDate, formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { definitionOf } from '../app-state/titles.ts';

const write = (value: number, unit: string): string => {
  if (unit === 'share') return formatShare(value);
  if (unit === 'year') return String(value);
  if (unit === 'VND/year') return t('unit.billionVndYear', { value: formatBillionVnd(value) });
  if (unit === 'ha') return `${formatNumber(value)} ha`;
  return formatNumber(value);
};

/** What the article states beside what the study finds, and how the found figure comes about. */
export const Targets = ({ rows }: { rows: readonly TargetRow[] }) => (
  <>
    <p class="quiet">{t('overview.targetsHint')}</p>
    <ul class="targets">
      {rows.map(({ indicator, found, basis }) => (
        <li key={indicator.id}>
          <p title={`${t('common.source')}: ${indicator.source}`}>{definitionOf(indicator)}</p>
          <div class="target-figures">
            <span>
              <span class="quiet">
                {t('overview.stated')} ({formatDate(indicator.date)})
              </span>
              <strong>{write(indicator.value, indicator.unit)}</strong>
            </span>
            <span>
              <span class="quiet">{t('overview.found')}</span>
              <strong>{found === null ? '—' : write(found, indicator.unit)}</strong>
              <span class="quiet">{t(`overview.basis.${basis}`)}</span>
            </span>
          </div>
        </li>
      ))}
    </ul>
  </>
);
