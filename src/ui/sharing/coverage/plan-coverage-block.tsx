import { t } from '../../../i18n/language.ts';
import { type Technology, technologies } from '../../../model/site.ts';
import type { PlanPart } from '../../../runs/plan-coverage.ts';
import type { SharingFinding } from '../../../sharing/plan/plan-types.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { faultText } from '../../app-state/fault-text.ts';
import type { JobState } from '../../app-state/job-types.ts';
import { currentFindings } from '../../app-state/run.ts';
import { opened, study } from '../../app-state/study.ts';
import { position } from '../../app-state/view.ts';
import { cellText } from '../../coverage/index.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { PlanAreas } from './plan-areas.tsx';
import {
  planCoverageJob,
  planLevelAt,
  planLook,
  planLooks,
  planOperator,
  planOverlayOn,
  planTechnology,
  shownPlanCoverage,
  startPlanCoverage,
} from './plan-coverage.ts';
import { planLevelText } from './plan-level.ts';

interface Stage {
  part: PlanPart;
  zoom: number;
}

const stageText = ({ part, zoom }: Stage): string => t(`sharing.coverage.working.${part}`, { cell: cellText(zoom) });

const statusText = (state: JobState<Stage>): string => {
  if (state.kind === 'running') return stageText(state.stage);
  if (state.kind === 'failed') return t('coverage.failed', { message: faultText(state.error) });
  return state.kind === 'cancelled' ? t('coverage.cancelled') : '';
};

const Progress = () => {
  const state = planCoverageJob.state.value;
  return (
    <div class="run-panel" data-plan-coverage={state.kind}>
      <p class="visually-hidden" role="status">
        {statusText(state)}
      </p>
      {state.kind === 'running' && (
        <RunProgress
          key={`${state.stage.part} ${state.stage.zoom}`}
          state={state}
          text={stageText(state.stage)}
          label={t('sharing.coverage.title')}
          onCancel={planCoverageJob.cancel}
        />
      )}
      {(state.kind === 'failed' || state.kind === 'cancelled') && (
        <div class="run-bar">
          <Icon name="warning" size={18} />
          <p>{statusText(state)}</p>
        </div>
      )}
    </div>
  );
};

/** Before, after, or what differs; for whom; and the level at the map's centre, for whoever has no pointer. */
const Look = () => {
  const operators = opened.value?.pack.facts.operators ?? [];
  const at = position.value;
  const level = at && planLevelAt([at.lon, at.lat]);
  return (
    <>
      <fieldset class="segments" aria-label={t('sharing.coverage.lookLabel')}>
        {planLooks.map((look) => (
          <button
            key={look}
            type="button"
            data-plan-look={look}
            aria-pressed={planLook.value === look}
            onClick={() => {
              planLook.value = look;
              planOverlayOn.value = true;
            }}
          >
            {t(`sharing.coverage.look.${look}`)}
          </button>
        ))}
      </fieldset>
      <SelectField
        label={t('coverage.operator')}
        none={t('coverage.best')}
        value={planOperator.value}
        choices={operators.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          planOperator.value = value;
        }}
      />
      <CheckField name="planPictureOn" label={t('coverage.show')} on={planOverlayOn} />
      {level && shownPlanCoverage.value && (
        <p class="quiet">
          {t('coverage.atCentre')}: {planLevelText(level)}
        </p>
      )}
    </>
  );
};

const TechnologyField = () => {
  const usual = study.value && settingsOf(study.value).service.technology;
  return (
    <label class="field">
      <span>{t('coverage.technology')}</span>
      <select
        name="planTechnology"
        value={planTechnology.value ?? usual ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Technology;
          planTechnology.value = chosen === usual ? null : chosen;
        }}
      >
        {technologies.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Coverage of the ground without and with the plan: a picture on the map, and square kilometres by operator. */
export const PlanCoverageBlock = ({ sharing }: { sharing: SharingFinding }) => {
  const shown = planCoverageJob.result.value;
  const isStale = planCoverageJob.isStale.value;
  const isRunning = planCoverageJob.state.value.kind === 'running';
  const isPossible = currentFindings.value !== null && sharing.chosen.length > 0;
  return (
    <section class="block plan-coverage">
      <h3>{t('sharing.coverage.title')}</h3>
      <p class="quiet">{t('sharing.coverage.intro')}</p>
      <div class="run-form">
        <TechnologyField />
        <button
          type="button"
          class="button"
          data-action="plan-coverage"
          disabled={!isPossible || isRunning}
          title={sharing.chosen.length === 0 ? t('sharing.coverage.noMerges') : undefined}
          onClick={startPlanCoverage}
        >
          <Icon name="coverage" size={18} />
          {t(shown ? 'coverage.again' : 'coverage.run')}
        </button>
      </div>
      <Progress />
      {shown && isStale && !isRunning && <p class="synthetic-note">{t('sharing.coverage.stale')}</p>}
      {shown && !isStale && (
        <>
          <Look />
          <PlanAreas {...shown} />
        </>
      )}
    </section>
  );
};
