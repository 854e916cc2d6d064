import { formatNumber } from '../../../i18n/format.ts';
import { language, t } from '../../../i18n/language.ts';
import { textsAbout } from '../../../report/report-input.ts';
import { writeSharingCsv, writeSharingGeoJson, writeSharingXlsx } from '../../../report/sharing/sharing-files.ts';
import { sharingTables } from '../../../report/sharing/sharing-tables.ts';
import { operations } from '../../../study/operations/index.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { perform } from '../../app-state/perform.ts';
import { currentFindings } from '../../app-state/run.ts';
import { opened } from '../../app-state/study.ts';
import { showToast } from '../../app-state/toasts.ts';
import { Menu, MenuItem } from '../../kit/menu.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { currentAssessment } from '../../proposals/index.ts';
import { frontier } from '../frontier/frontier-job.ts';

const saveWorkbook = async (): Promise<void> => {
  const found = currentFindings.peek();
  if (!found) return;
  try {
    const texts = await textsAbout(found.service, language());
    const known = frontier.peek();
    const lines = {
      consolidation: known && !known.isDraft ? known.result.points : null,
      avoidedNewBuild: currentAssessment.peek()?.avoided.points ?? null,
    };
    saveFile(
      'sharing.xlsx',
      await writeSharingXlsx(sharingTables(found.sharing, found.parameters, lines, texts), texts),
    );
  } catch (error) {
    showToast(() => t('sharing.actions.failed', { message: faultText(error) }));
  }
};

/** Carries the plan out in the scenario, or hands it out as a file. Waits for the plan to be the final one. */
export const PlanActions = () => {
  const found = currentFindings.value;
  const chosen = found?.sharing.chosen ?? [];
  const isReady = found !== null;
  return (
    <div class="plan-actions">
      <button
        type="button"
        class="button"
        data-action="carry-out"
        disabled={chosen.length === 0}
        title={t('sharing.actions.carryOutHint')}
        onClick={() => perform((study) => operations.applyMerges(study, { merges: chosen }))}
      >
        {t('sharing.actions.carryOut', { count: formatNumber(chosen.length) })}
      </button>
      <Menu label={t('sharing.actions.download')} icon="download">
        <MenuItem disabled={!isReady} onChoose={() => found && saveFile('sharing.csv', writeSharingCsv(found.sharing))}>
          {t('sharing.actions.csv')}
        </MenuItem>
        <MenuItem
          disabled={!isReady}
          onChoose={() =>
            found && saveFile('sharing.geojson', writeSharingGeoJson(found.sharing, opened.peek()?.pack.sites ?? []))
          }
        >
          {t('sharing.actions.geojson')}
        </MenuItem>
        <MenuItem disabled={!isReady} onChoose={() => void saveWorkbook()}>
          {t('sharing.actions.xlsx')}
        </MenuItem>
        {!isReady && <p class="menu-note">{t('header.downloadWaiting')}</p>}
      </Menu>
    </div>
  );
};
