import { t } from '../../../i18n/language.ts';
import { FileMenu } from '../file-menu.tsx';
import { Work } from '../work.tsx';
import { FibreFigures } from './fibre-figures.tsx';
import { FibreForm } from './fibre-form.tsx';
import { fibreJob, planFibre } from './fibre-job.ts';
import { FibreTable } from './fibre-table.tsx';
import { fibreFile, fibreFiles } from './save-fibre.ts';

/** Cable to hamlets without fibre: the question, the work, and the tree. */
export const FibrePart = () => {
  const found = fibreJob.result.value;
  return (
    <>
      <p class="quiet">{t('closing.fibre.about')}</p>
      <FibreForm />
      <Work
        job={fibreJob}
        action="fibre"
        start={t(found ? 'closing.again' : 'closing.fibre.start')}
        onStart={planFibre}
      />
      {found && (
        <div class="closing-result" data-stale={fibreJob.isStale.value}>
          <FibreFigures finding={found.finding} />
          <FileMenu files={fibreFiles} contentOf={(file) => fibreFile(file, found)} />
          <FibreTable finding={found.finding} />
        </div>
      )}
    </>
  );
};
