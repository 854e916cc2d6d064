import { t } from '../../../i18n/language.ts';
import { AreaField } from '../area-field.tsx';
import { OperatorField } from '../operator-field.tsx';
import { Work } from '../work.tsx';
import { ChosenCard } from './chosen-card.tsx';
import { GoalFields } from './goal-fields.tsx';
import { LeftOut } from './left-out.tsx';
import { Decisions } from './mast-places.tsx';
import { MoneyCurve } from './money-curve.tsx';
import { PhaseFields } from './phase-fields.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanTable } from './plan-table.tsx';
import { RolloutFigures } from './rollout-figures.tsx';
import { findProspects, makePlan, planJob, planned, prospectsJob } from './rollout-jobs.ts';
import { rolloutTechnology } from './rollout-question.ts';
import { WhereNext } from './where-next.tsx';

const Result = () => {
  const shown = planned.value;
  if (!shown) return null;
  const { result, isDraft } = shown;
  const isCurrent = !planJob.isStale.value;
  return (
    <div class="closing-result" data-stale={!isCurrent}>
      <RolloutFigures finding={result.finding} isDraft={isDraft && planJob.state.value.kind === 'running'} />
      <PlanActions planned={result} isCurrent={isCurrent} />
      <ChosenCard planned={result} />
      <PlanTable planned={result} />
      <MoneyCurve />
      <LeftOut planned={result} />
    </div>
  );
};

/** What to build for a technology's gaps: the question, the work, and the plan. */
export const RolloutPart = () => {
  const technology = rolloutTechnology.value;
  const isFound = prospectsJob.settled.value !== null;
  return (
    <>
      <p class="quiet">{t('closing.rollout.note', { technology })}</p>
      <section class="block goal" aria-label={t('closing.goal.title')}>
        <div class="edit-grid">
          <OperatorField />
          <AreaField />
        </div>
        <GoalFields />
        <PhaseFields />
        <WhereNext />
        <Decisions />
      </section>
      <Work
        job={prospectsJob}
        action="rollout"
        start={t(prospectsJob.result.value ? 'closing.again' : 'closing.rollout.start')}
        onStart={findProspects}
      />
      {isFound && <Work job={planJob} action="plan" start={t('closing.rollout.prove')} onStart={makePlan} />}
      <Result />
    </>
  );
};
