import { computed, signal } from '@preact/signals';
import type { CoverageResult } from '../../coverage/raster/coverage-types.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import type { Pack } from '../../model/pack.ts';
import { reportCoverageZoom } from '../../report/files/rasters.ts';
import type { ChosenFormat, ReportFormat } from '../../report/render-report.ts';
import { computeCoverage } from '../../runs/coverage.ts';
import { makeReport } from '../../runs/report.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { createJob } from '../app-state/job.ts';
import type { AtWork } from '../app-state/job-types.ts';
import { run } from '../app-state/run.ts';
import { opened, study } from '../app-state/study.ts';
import { unitsOf, unitsRead } from '../app-state/told-by.ts';
import { plansAtHand } from '../closing/index.ts';
import { currentCoverage } from '../coverage/index.ts';
import { scenarioAtWork } from '../letterhead/index.ts';
import { assessmentKey, currentAssessment } from '../proposals/index.ts';
import { loadDrawingTools } from './drawing-tools.ts';

type Files = ReadonlyMap<string, Uint8Array>;
/** Coverage comes first where a format holds it and none is at hand. */
type Stage = 'covering' | 'making';

/** Makes the files; they are of the findings on screen and of the proposals assessed on them. */
export const report = createJob<Files, Stage>({
  key: () => JSON.stringify([run.shown.value?.key, assessmentKey.value, unitsRead.value?.units.vintage]),
});

export const reportFormatsChosen = signal<ReadonlySet<ChosenFormat>>(new Set(['docx', 'html', 'xlsx']));
export const communeSheets = signal(false);

const coverageFormats: readonly ChosenFormat[] = ['geotiff', 'kmz'];
/** Whether a chosen format holds coverage. */
export const reportHasCoverage = computed(() =>
  coverageFormats.some((format) => reportFormatsChosen.value.has(format)),
);

/** Coverage of the study as it stands: what is on the map, else computed for the report alone. */
const coverageFor = async (
  { service }: Pick<ReturnType<typeof settingsOf>, 'service'>,
  pack: Pack,
  { signal, tell }: AtWork<Files, Stage>,
): Promise<CoverageResult> => {
  const known = currentCoverage.peek();
  if (known) return known.result;
  return computeCoverage(pack, service, reportCoverageZoom, {
    signal,
    onProgress: ({ done, total }) => tell('covering', done, total),
  });
};

/** Makes the report's files from the findings on screen; those made before are gone. */
export const startReport = async (language: Language, issuedBy: Letterhead): Promise<void> => {
  const [findings, pack, of] = [run.settled.peek()?.findings, opened.peek()?.pack, study.peek()];
  if (!findings || !pack || !of) return;
  const formats: ReportFormat[] = [...reportFormatsChosen.peek(), 'zip'];
  const asked = {
    pack,
    findings,
    units: unitsOf(pack)?.units ?? null,
    formats,
    proposals: currentAssessment.peek(),
    letterhead: issuedBy,
    scenario: scenarioAtWork(),
    communeSheets: communeSheets.peek(),
    closing: plansAtHand(),
  };
  const hasCoverage = reportHasCoverage.peek();
  report.reset();
  await report.ask({
    stage: 'making',
    work: async (at) => {
      at.tell('making', 0, formats.length);
      const coverage = hasCoverage ? await coverageFor(settingsOf(of), pack, at) : null;
      at.signal.throwIfAborted();
      at.tell('making', 0, formats.length);
      return makeReport({ ...asked, language, coverage }, await loadDrawingTools(), {
        signal: at.signal,
        onProgress: (done, total) => at.tell('making', done, total),
      });
    },
  });
};
