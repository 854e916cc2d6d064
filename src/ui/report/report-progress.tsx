import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { reportCoverageZoom } from '../../report/files/rasters.ts';
import { cellText, faultText } from '../coverage/words.ts';
import { Icon } from '../kit/icon.tsx';
import { printPage, saveFile } from '../kit/save-file.ts';
import { timeLeft } from '../kit/time-left.ts';
import { cancelReport, type ReportState, report, reportIsStale } from './report-job.ts';

const sizeOf = ({ length }: Uint8Array): string =>
  length < 100_000
    ? t('report.sizeSmall', { value: formatNumber(Math.ceil(length / 1000)) })
    : t('report.size', { value: formatNumber(length / 1e6, 1) });

/** Documents to read come before layers and data. */
const kinds = ['docx', 'html', 'xlsx', 'kmz', 'geojson', 'tif', 'csv', 'json'];
const rank = (name: string): number => kinds.indexOf(name.split('.').at(-1) ?? '');

const Ready = ({ files }: ReportState & { kind: 'ready' }) => {
  const all = files.get('report.zip');
  const page = files.get('report.html');
  const single = [...files]
    .filter(([name]) => name !== 'report.zip' && !name.startsWith('tables/'))
    .sort(([a], [b]) => rank(a) - rank(b));
  return (
    <section class="block" aria-label={t('report.ready')}>
      <h3>{t('report.ready')}</h3>
      {reportIsStale.value && (
        <p class="report-stale">
          <Icon name="warning" size={18} /> {t('report.stale')}
        </p>
      )}
      <ul class="report-files">
        {single.map(([name, content]) => (
          <li key={name}>
            <button type="button" class="link" data-file={name} onClick={() => saveFile(name, content)}>
              <Icon name="download" size={18} /> {name}
            </button>
            <span class="quiet tabular">{sizeOf(content)}</span>
          </li>
        ))}
      </ul>
      <div class="report-actions">
        {page && (
          <button type="button" class="button" onClick={() => printPage(page)}>
            {t('report.print')}
          </button>
        )}
        {all && (
          <button type="button" class="button" data-file="report.zip" onClick={() => saveFile('report.zip', all)}>
            {t('report.all')}
          </button>
        )}
      </div>
    </section>
  );
};

const Standing = ({ state }: { state: ReportState }) => {
  if (state.kind === 'ready') return <Ready {...state} />;
  if (state.kind === 'making') {
    // the zip of them all comes last and is none of the formats chosen
    const total = state.total - 1;
    const text = t('report.making', { done: Math.min(total, Math.floor(state.done)), total });
    return (
      <div class="report-making" role="status">
        <progress max={state.total} value={state.done} aria-label={text} />
        <p>{text}</p>
        <button type="button" class="button small" onClick={cancelReport}>
          {t('report.cancel')}
        </button>
      </div>
    );
  }
  if (state.kind === 'covering') {
    const text = t('report.covering', { cell: cellText(reportCoverageZoom) });
    if (state.state.kind !== 'running') return null;
    const { share, secondsLeft } = state.state;
    return (
      <div class="report-making">
        <progress max={1} value={share} aria-label={text} />
        <p>
          <span role="status">{text}</span> <span class="quiet tabular">{timeLeft(secondsLeft)}</span>
        </p>
        <button type="button" class="button small" onClick={cancelReport}>
          {t('report.cancel')}
        </button>
      </div>
    );
  }
  if (state.kind === 'failed') return <p role="alert">{t('report.failed', { message: faultText(state.error) })}</p>;
  return state.kind === 'cancelled' ? <p role="status">{t('report.cancelled')}</p> : null;
};

/** Where the report stands: its progress with a way to end it, or its files. Comes into view when it changes. */
export const ReportProgress = () => {
  const state = report.value;
  const place = useRef<HTMLDivElement>(null);
  const { kind } = state;
  useEffect(() => {
    if (kind === 'covering' || kind === 'making' || kind === 'ready')
      place.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  return (
    <div ref={place} data-report={kind}>
      <Standing state={state} />
    </div>
  );
};
