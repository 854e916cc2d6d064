import { t } from '../../../i18n/language.ts';
import { AreaField } from '../area-field.tsx';
import { FileMenu } from '../file-menu.tsx';
import { OperatorField } from '../operator-field.tsx';
import { Work } from '../work.tsx';
import { FailureTable } from './failure-table.tsx';
import { Hanging } from './hanging.tsx';
import { ResilienceFigures } from './resilience-figures.tsx';
import { findResilience, resilienceJob } from './resilience-job.ts';
import { resilienceFile, resilienceFiles } from './save-resilience.ts';

/** What one failure takes: the question, the work, the worst of them, and who hangs by one site. */
export const ResiliencePart = () => {
  const found = resilienceJob.result.value;
  return (
    <>
      <p class="quiet">{t('closing.resilience.about')}</p>
      <section class="block goal" aria-label={t('closing.goal.title')}>
        <div class="edit-grid">
          <OperatorField />
          <AreaField />
        </div>
      </section>
      <Work
        job={resilienceJob}
        action="resilience"
        start={t(found ? 'closing.again' : 'closing.resilience.start')}
        onStart={findResilience}
      />
      {found && (
        <div class="closing-result" data-stale={resilienceJob.isStale.value}>
          <ResilienceFigures finding={found.finding} />
          <FileMenu files={resilienceFiles} contentOf={(file) => resilienceFile(file, found)} />
          <FailureTable found={found} />
          <Hanging found={found} />
        </div>
      )}
    </>
  );
};
