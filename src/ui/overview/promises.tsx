import type { PromiseRow, ReportedFigure } from '../../findings/findings.ts';
import { formatDate, formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';

const write = (value: number, unit: PromiseRow['unit']): string => {
  if (unit === 'share') return formatShare(value);
  return unit === 'ha' ? `${formatNumber(value)} ha` : formatNumber(value);
};

const reportedText = ({ value, unit, date }: ReportedFigure): string =>
  unit === 'share'
    ? t('promise.reported', { value: formatShare(value), date: formatDate(date) })
    : t('promise.reportedHamlets', { value: formatNumber(value), date: formatDate(date) });

const Row = ({ row }: { row: PromiseRow }) => (
  <li data-promise={row.id}>
    <p title={`${t('common.source')}: ${row.source}`}>
      <strong>{t(`promise.name.${row.id}`)}</strong>
    </p>
    <p class="quiet">
      {t(`promise.definition.${row.id}`)} · {t('overview.due', { date: formatDate(row.due) })}
    </p>
    {row.found === null ? (
      <p>{row.needs && t('overview.needs', { list: t(`promise.needs.${row.needs}`) })}</p>
    ) : (
      <div class="target-figures promise-figures">
        <span>
          <span class="quiet">{t('overview.stated')}</span>
          <strong>{row.stated === null ? '—' : write(row.stated, row.unit)}</strong>
        </span>
        <span>
          <span class="quiet">{t('overview.found')}</span>
          <strong>{write(row.found, row.unit)}</strong>
          <span class="quiet">{t(`overview.basis.${row.basis}`)}</span>
        </span>
        <span>
          <span class="quiet">{t('overview.after')}</span>
          <strong>{row.after === null ? '—' : write(row.after, row.unit)}</strong>
          <span class="quiet">{t(`promise.after.${row.afterBy ?? 'none'}`)}</span>
        </span>
      </div>
    )}
    {row.reported.length > 0 && (
      <p class="quiet" title={row.reported.map(({ source }) => source).join('; ')}>
        {t('overview.reported', { figures: row.reported.map(reportedText).join('; ') })}
      </p>
    )}
  </li>
);

/** Every promise of the article: the study's figure and what the open plan makes of it, or which list is needed. */
export const Promises = ({ rows }: { rows: readonly PromiseRow[] }) => (
  <>
    <p class="quiet">{t('overview.promisesHint')}</p>
    <ul class="targets">
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  </>
);
