import { assessmentDocxInWorker } from '../../../workers/proposal/client.ts';
import { t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { placesOf } from '../../report/report-input.ts';
import { saveFile } from '../report/save-file.ts';
import { letterhead, scenarioAtWork } from '../state/report.ts';
import { findings, opened } from '../state/study.ts';
import { showToast } from '../state/toasts.ts';

/** Writes the assessment as a Word document under the letterhead the reports have. */
export const saveAssessmentDocx = async (assessment: Assessment, language: Language): Promise<void> => {
  const [pack, found] = [opened.peek()?.pack, findings.peek()];
  if (!pack || !found) return;
  try {
    const issuedBy = letterhead(language);
    if (!issuedBy) return;
    const content = await assessmentDocxInWorker({
      assessment,
      report: {
        findings: found,
        places: placesOf(pack),
        language,
        letterhead: issuedBy,
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
