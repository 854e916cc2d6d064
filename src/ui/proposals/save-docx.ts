import { t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { placesOf } from '../../report/report-input.ts';
import { writeAssessment } from '../../runs/proposals.ts';
import { faultText } from '../app-state/fault-text.ts';
import { findings } from '../app-state/run.ts';
import { shownPack } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { saveFile } from '../kit/save-file.ts';
import { letterhead, scenarioAtWork } from '../letterhead/index.ts';

/** Writes the assessment as a Word document under the letterhead the reports have. */
export const saveAssessmentDocx = async (assessment: Assessment, language: Language): Promise<void> => {
  const [pack, found] = [shownPack.peek(), findings.peek()];
  if (!pack || !found) return;
  try {
    const issuedBy = letterhead(language);
    if (!issuedBy) return;
    const content = await writeAssessment({
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
    showToast(() => t('problems.unexpected', { message: faultText(error) }));
  }
};
