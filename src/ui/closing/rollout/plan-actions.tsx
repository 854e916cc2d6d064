import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform } from '../../app-state/perform.ts';
import { FileMenu } from '../file-menu.tsx';
import type { PlannedRollout } from './rollout-jobs.ts';
import { rolloutFile, rolloutFiles } from './save-rollout.ts';

/** Puts the plan into the scenario, or hands it out as files. */
export const PlanActions = ({ planned, isCurrent }: { planned: PlannedRollout; isCurrent: boolean }) => {
  const { plan } = planned.finding;
  return (
    <div class="plan-actions">
      <button
        type="button"
        class="button"
        data-action="put-plan"
        disabled={plan.length === 0 || !isCurrent}
        title={t(isCurrent ? 'closing.apply.hint' : 'closing.stale')}
        onClick={() => perform((study) => operations.applyRollout(study, { options: plan }))}
      >
        {t('closing.apply.button', { count: formatNumber(plan.length) })}
      </button>
      <FileMenu files={rolloutFiles(planned)} contentOf={(file) => rolloutFile(file, planned)} />
    </div>
  );
};
