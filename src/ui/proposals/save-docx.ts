import { assessmentDocxInWorker } from '../../../workers/proposal/client.ts';
import { assessmentWords } from '../../i18n/assessment-words.ts';
import { t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/problems.ts';
import { loadReportWords } from '../../i18n/report-words.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { placesOf } from '../../report/report-input.ts';
import { findings, opened } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { saveFile } from '../kit/save-file.ts';
import { letterheadIn, scenarioAtWork } from '../report/report-job.ts';

/** Writes the assessment as a Word document under the letterhead the reports have. */
export const saveAssessmentDocx = async (assessment: Assessment, language: Language): Promise<void> => {
  const [pack, found] = [opened.peek()?.pack, findings.peek()];
  if (!pack || !found) return;
  try {
    const report = await loadReportWords(language);
    const letterhead = letterheadIn(report, language);
    if (!letterhead) return;
    const content = await assessmentDocxInWorker({
      assessment,
      words: assessmentWords(language),
      report: {
        findings: found,
        places: placesOf(pack),
        words: report,
        letterhead,
        scenario: scenarioAtWork(),
        rasters: [],
        communeSheets: false,
      },
    });
    saveFile('tham-tra-de-xuat.docx', content);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    showToast(() => t('problems.unexpected', { message }));
  }
};
