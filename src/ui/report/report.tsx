import '../tasks.css';
import '../../i18n/task-texts.ts';
import { useState } from 'preact/hooks';
import { language, t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/languages.ts';
import { reportCoverageZoom } from '../../report/files/rasters.ts';
import { isSynthetic } from '../../report/notice.ts';
import type { ChosenFormat } from '../../report/render-report.ts';
import { currentFindings, findings } from '../app-state/run.ts';
import { cellText, currentCoverage } from '../coverage/index.ts';
import { Icon } from '../kit/icon.tsx';
import { LetterheadForm, letterhead } from '../letterhead/index.ts';
import { currentAssessment, proposalFiles } from '../proposals/index.ts';
import { UnitsSwitch } from '../units/index.ts';
import { communeSheets, report, reportFormatsChosen, reportHasCoverage, startReport } from './report-job.ts';
import { ReportProgress } from './report-progress.tsx';

const formats: readonly ChosenFormat[] = ['docx', 'html', 'xlsx', 'csv', 'geojson', 'kmz', 'geotiff', 'json'];
const languages: readonly { value: Language; name: string }[] = [
  { value: 'vi', name: 'Tiếng Việt' },
  { value: 'en', name: 'English' },
];

const toggle = (format: ChosenFormat): void => {
  const next = new Set(reportFormatsChosen.value);
  if (!next.delete(format)) next.add(format);
  reportFormatsChosen.value = next;
};

/** What takes long, before it is asked for. */
const Waits = () => {
  const at = currentCoverage.value?.result.grid.zoom;
  const long = communeSheets.value && reportFormatsChosen.value.has('docx');
  return (
    <>
      {reportHasCoverage.value && (
        <p class="quiet report-waits">
          {at === undefined
            ? t('report.coverageFirst', { cell: cellText(reportCoverageZoom) })
            : t('report.coverageReady', { cell: cellText(at) })}
        </p>
      )}
      {long && <p class="quiet report-waits">{t('report.sheetsLong')}</p>}
    </>
  );
};

/** What of the carriers' files goes into the report. */
const Carriers = () => {
  const count = proposalFiles.value.length;
  if (count === 0) return null;
  const isIn = currentAssessment.value !== null;
  return (
    <p class={isIn ? 'quiet' : 'report-stale'}>
      {!isIn && <Icon name="warning" size={18} />}{' '}
      {isIn ? t('report.proposals', { count }) : t('report.proposalsWaiting', { count })}
    </p>
  );
};

/** The report: what it shall be, who issues it, and its files. */
export const Report = () => {
  const [chosen, setChosen] = useState<Language | null>(null);
  const of = chosen ?? language();
  const issuedBy = letterhead(of);
  const found = findings.value;
  if (!found || !issuedBy) {
    return (
      <>
        <h2>{t('report.title')}</h2>
        <p class="quiet">{t('run.notYet')}</p>
      </>
    );
  }
  const wanted = reportFormatsChosen.value;
  const isMaking = report.state.value.kind === 'running';
  const hasPages = wanted.has('docx') || wanted.has('html');
  return (
    <>
      <h2>{t('report.title')}</h2>
      <p>{t('report.intro')}</p>
      {isSynthetic(found) && <p class="quiet">{t('report.synthetic')}</p>}
      <form
        class="report-form"
        onSubmit={(event) => {
          event.preventDefault();
          void startReport(of, issuedBy);
        }}
      >
        <fieldset>
          <legend>{t('report.formats')}</legend>
          {formats.map((format) => (
            <label key={format} class="check">
              <input type="checkbox" name={format} checked={wanted.has(format)} onChange={() => toggle(format)} />
              {t(`report.format.${format}`)}
            </label>
          ))}
          <label class="check report-sheets">
            <input
              type="checkbox"
              name="communeSheets"
              checked={communeSheets.value}
              disabled={!hasPages}
              onChange={() => {
                communeSheets.value = !communeSheets.value;
              }}
            />
            {t('report.communeSheets')}
          </label>
          <Waits />
        </fieldset>
        <label class="field">
          <span>{t('report.language')}</span>
          <select value={of} onChange={(event) => setChosen(event.currentTarget.value as Language)}>
            {languages.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <UnitsSwitch />
        <Carriers />
        <LetterheadForm language={of} letterhead={issuedBy} />
        <div class="report-actions">
          <button
            type="submit"
            class="button primary"
            disabled={wanted.size === 0 || isMaking || currentFindings.value === null}
          >
            {t('report.make')}
          </button>
          {wanted.size === 0 && <span class="quiet">{t('report.chooseOne')}</span>}
          {currentFindings.value === null && <span class="quiet">{t('header.downloadWaiting')}</span>}
        </div>
      </form>
      <ReportProgress />
    </>
  );
};
