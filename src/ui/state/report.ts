import { computed, signal } from '@preact/signals';
import { computeCoverageInWorkers } from '../../../workers/coverage/client.ts';
import { renderReportInWorker } from '../../../workers/report/client.ts';
import type { CoverageResult } from '../../coverage/raster/coverage-types.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../coverage/raster/of-study.ts';
import type { Findings } from '../../findings/findings.ts';
import { withProposals } from '../../findings/with-proposals.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import type { Pack } from '../../model/pack.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { coverageRasters, groundRasters, reportCoverageZoom } from '../../report/files/rasters.ts';
import { defaultLetterhead } from '../../report/letterhead.ts';
import type { ChosenFormat, ReportFormat } from '../../report/render-report.ts';
import { placesOf, type ReportInput } from '../../report/report-input.ts';
import { createRunTracker, type RunState } from '../../runs/run-state.ts';
import { changeCount, letterheadOf, settingsOf } from '../../study/apply-scenario.ts';
import { operations } from '../../study/operations/index.ts';
import type { Study } from '../../study/study.ts';
import { loadDrawingTools } from '../report/drawing-tools.ts';
import { currentCoverage } from './coverage.ts';
import { currentAssessment } from './proposals.ts';
import { commit, currentFindings, findings, opened, scenario, study } from './study.ts';

export type ReportState =
  | { kind: 'none' }
  /** Coverage comes first where a format holds it and none is at hand. */
  | { kind: 'covering'; state: RunState }
  | { kind: 'making'; done: number; total: number }
  | { kind: 'cancelled' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'ready'; files: ReadonlyMap<string, Uint8Array>; of: Findings; proposals: Assessment | null };

export const report = signal<ReportState>({ kind: 'none' });
/** The files are of a study, or of proposals, before their latest change. */
export const reportIsStale = computed(() => {
  const state = report.value;
  return state.kind === 'ready' && (state.of !== findings.value || state.proposals !== currentAssessment.value);
});
export const reportFormatsChosen = signal<ReadonlySet<ChosenFormat>>(new Set(['docx', 'html', 'xlsx']));
export const communeSheets = signal(false);

/** The letterhead of the study: the defaults of its date in a language, and what the study says in their place. */
export const letterhead = (language: Language): Letterhead | null => {
  const [pack, of] = [opened.value?.pack, study.value];
  if (!pack || !of) return null;
  const own = letterheadOf(of)[language] ?? {};
  const province = pack.province.features[0]?.properties.name ?? '';
  return { ...defaultLetterhead(language, province, own.date || pack.manifest.date), ...own };
};

/** Changes who issues the report, as a step that can be undone; what is typed into one field without leaving it is one. */
export const changeLetterhead = (language: Language, change: Partial<Letterhead> | null, gesture?: string): void =>
  void commit((of) =>
    operations.setLetterhead(of, { language, change, ...(gesture === undefined ? {} : { gesture }) }),
  );

/** The scenario as a report names it; null where it changes nothing. */
export const scenarioAtWork = (): ReportInput['scenario'] => {
  const [at, of] = [scenario.peek(), study.peek()];
  const changes = of ? changeCount(of) : 0;
  return at && changes > 0 ? { name: at.name, changes } : null;
};

let abort: AbortController | null = null;

const coverageFormats: readonly ChosenFormat[] = ['geotiff', 'kmz'];
/** Whether a chosen format holds coverage. */
export const reportHasCoverage = computed(() =>
  coverageFormats.some((format) => reportFormatsChosen.value.has(format)),
);

/** Coverage of the study as it stands: what is on the map, else computed for the report alone. */
const coverageFor = async (of: Study, pack: Pack, signal: AbortSignal): Promise<CoverageResult> => {
  const known = currentCoverage.peek();
  if (known) return known.result;
  const track = createRunTracker(() => performance.now());
  const settings = coverageSettingsOf(settingsOf(of).service, reportCoverageZoom);
  return computeCoverageInWorkers(coverageSceneOf(pack), settings, {
    signal,
    onProgress: (progress) => {
      if (!signal.aborted) report.value = { kind: 'covering', state: track(progress) };
    },
  });
};

/** Makes the report's files in a worker, from the findings on screen. */
export const makeReport = async (language: Language, issuedBy: Letterhead): Promise<void> => {
  const [of, pack, asked] = [currentFindings.peek(), opened.peek()?.pack, study.peek()];
  if (!of || !pack || !asked) return;
  const assessment = currentAssessment.peek();
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { signal } = controller;
  const formats: ReportFormat[] = [...reportFormatsChosen.peek(), 'zip'];
  const named = scenarioAtWork();
  const withCoverage = reportHasCoverage.peek();
  const withSheets = communeSheets.peek();
  report.value = { kind: 'making', done: 0, total: formats.length };
  try {
    const places = placesOf(pack);
    const coverage = withCoverage ? await coverageFor(asked, pack, signal) : null;
    if (signal.aborted) return;
    report.value = { kind: 'making', done: 0, total: formats.length };
    const input: ReportInput = {
      findings: assessment ? withProposals(of, assessment) : of,
      places,
      language,
      letterhead: issuedBy,
      scenario: named,
      rasters: [
        ...(formats.includes('geotiff') ? groundRasters(pack) : []),
        ...(coverage ? coverageRasters(coverage) : []),
      ],
      communeSheets: withSheets,
    };
    const files = await renderReportInWorker(input, formats, await loadDrawingTools(), {
      signal,
      onProgress: (done, total) => {
        if (!signal.aborted) report.value = { kind: 'making', done, total };
      },
    });
    if (!signal.aborted) report.value = { kind: 'ready', files, of, proposals: assessment };
  } catch (error) {
    if (signal.aborted) return;
    report.value = { kind: 'failed', error };
  }
};

export const cancelReport = (): void => {
  abort?.abort();
  report.value = { kind: 'cancelled' };
};
