import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { reportCoverageZoom } from '../../report/files/rasters.ts';
import { faultText } from '../app-state/fault-text.ts';
import { cellText } from '../coverage/index.ts';
import { Icon } from '../kit/icon.tsx';
import { saveFile } from '../kit/save-file.ts';
import { timeLeft } from '../kit/time-left.ts';
import { printPage } from './print-page.ts';
import { report } from './report-job.ts';

const sizeOf = ({ length }: Uint8Array): string =>
  length < 100_000
    ? t('report.sizeSmall', { value: formatNumber(Math.ceil(length / 1000)) })
    : t('report.size', { value: formatNumber(length / 1e6, 1) });

/** Documents to read come before layers and data. */
const kinds = ['docx', 'html', 'xlsx', 'kmz', 'geojson', 'tif', 'csv', 'json'];
const rank = (name: string): number => kinds.indexOf(name.split('.').at(-1) ?? '');

const Ready = ({ files }: { files: ReadonlyMap<string, Uint8Array> }) => {
  const all = files.get('report.zip');
  const page = files.get('report.html');
  const single = [...files]
    .filter(([name]) => name !== 'report.zip' && !name.startsWith('tables/'))
    .sort(([a], [b]) => rank(a) - rank(b));
  return (
    <section class="block" aria-label={t('report.ready')}>
      <h3>{t('report.ready')}</h3>
      {report.isStale.value && (
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

const Making = ({ done, total }: { done: number; total: number }) => {
  // the zip of them all comes last and is none of the formats chosen
  const chosen = total - 1;
  const text = t('report.making', { done: Math.min(chosen, Math.floor(done)), total: chosen });
  return (
    <div class="report-making" role="status">
      <progress max={total} value={done} aria-label={text} />
      <p>{text}</p>
      <button type="button" class="button small" onClick={report.cancel}>
        {t('report.cancel')}
      </button>
    </div>
  );
};

const Covering = ({ share, secondsLeft }: { share: number; secondsLeft: number | null }) => {
  const text = t('report.covering', { cell: cellText(reportCoverageZoom) });
  return (
    <div class="report-making">
      <progress max={1} value={share} aria-label={text} />
      <p>
        <span role="status">{text}</span> <span class="quiet tabular">{timeLeft(secondsLeft)}</span>
      </p>
      <button type="button" class="button small" onClick={report.cancel}>
        {t('report.cancel')}
      </button>
    </div>
  );
};

const Standing = () => {
  const state = report.state.value;
  const files = report.result.value;
  if (state.kind === 'running') return state.stage === 'covering' ? <Covering {...state} /> : <Making {...state} />;
  if (state.kind === 'failed') return <p role="alert">{t('report.failed', { message: faultText(state.error) })}</p>;
  if (state.kind === 'cancelled') return <p role="status">{t('report.cancelled')}</p>;
  return files && <Ready files={files} />;
};

/** Where the report stands: its progress with a way to end it, or its files. Comes into view when it changes. */
export const ReportProgress = () => {
  const state = report.state.value;
  const place = useRef<HTMLDivElement>(null);
  const kind = state.kind === 'stale' ? 'done' : state.kind;
  const at = state.kind === 'running' ? state.stage : kind;
  useEffect(() => {
    if (at !== 'idle' && at !== 'cancelled' && at !== 'failed') place.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={place} data-report={at}>
      <Standing />
    </div>
  );
};
