import { noticeableChangeDb } from '../../../coverage/raster/coverage-change.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { type Technology, technologies } from '../../../model/site.ts';
import type { PlanPart } from '../../../runs/plan-coverage.ts';
import type { SharingFinding } from '../../../sharing/plan/plan-types.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { flyToPositions } from '../../app-state/go-to.ts';
import type { JobState } from '../../app-state/job-types.ts';
import { currentFindings } from '../../app-state/run.ts';
import { opened, study } from '../../app-state/study.ts';
import { position } from '../../app-state/view.ts';
import { cellText, operatorName } from '../../coverage/index.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import {
  planCoverageJob,
  planHeardAt,
  planLook,
  planLooks,
  planOperator,
  planPictureOn,
  planTechnology,
  type PlanCoverage as Shown,
  shownPlanCoverage,
  startPlanCoverage,
} from './plan-coverage.ts';
import { planHeardText } from './plan-heard.ts';

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

/** Half a square of the quick look in which changes are counted, and a little more. */
const aroundDegrees = 0.012;

/** Square kilometres that change, and the way to where most of them lie. */
const Changed = ({ operator, which, change }: Shown['areas'][number] & { which: 'gained' | 'lost' }) => {
  const km2 = formatNumber(change.byClassKm2[which], 1);
  const at = which === 'lost' ? change.mostLostAt : change.mostGainedAt;
  return (
    <td class="number">
      {at ? (
        <button
          type="button"
          class="link"
          data-most={which}
          aria-label={t(`sharing.coverage.most.${which}`, { km2, who: operatorName(operator) })}
          title={t(`sharing.coverage.most.${which}`, { km2, who: operatorName(operator) })}
          onClick={() => {
            planOperator.value = operator;
            planLook.value = 'difference';
            planPictureOn.value = true;
            flyToPositions([
              [at[0] - aroundDegrees, at[1] - aroundDegrees],
              [at[0] + aroundDegrees, at[1] + aroundDegrees],
            ]);
          }}
        >
          {km2}
        </button>
      ) : (
        km2
      )}
    </td>
  );
};

const Areas = ({ areas, technology, thresholdDbm, grid }: Shown) => (
  <>
    <table class="table plan-areas">
      <caption class="quiet">
        {t('sharing.coverage.areas', { technology, threshold: formatNumber(thresholdDbm), cell: cellText(grid.zoom) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('sharing.service.operator')}</th>
          {(['before', 'after'] as const).map((look) => (
            <th key={look} scope="col" class="number">
              {t(`sharing.coverage.look.${look}`)}
            </th>
          ))}
          {(['gained', 'lost'] as const).map((which) => (
            <th key={which} scope="col" class="number">
              {t(`sharing.coverage.class.${which}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map(({ operator, change }) => (
          <tr
            key={operator ?? ''}
            data-area={operator ?? 'best'}
            aria-current={planOperator.value === operator ? 'true' : undefined}
          >
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-pressed={planOperator.value === operator}
                onClick={() => {
                  planOperator.value = operator;
                  planPictureOn.value = true;
                }}
              >
                {operatorName(operator)}
              </button>
            </th>
            <td class="number">{formatNumber(change.beforeKm2)}</td>
            <td class="number">{formatNumber(change.afterKm2)}</td>
            <Changed operator={operator} change={change} which="gained" />
            <Changed operator={operator} change={change} which="lost" />
          </tr>
        ))}
      </tbody>
    </table>
    <p class="quiet">{t('sharing.coverage.note', { db: noticeableChangeDb })}</p>
  </>
);

/** Before, after, or what differs; for whom; and the level at the map's centre, for whoever has no pointer. */
const Look = () => {
  const operators = opened.value?.pack.facts.operators ?? [];
  const at = position.value;
  const heard = at && planHeardAt([at.lon, at.lat]);
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
              planPictureOn.value = true;
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
      <CheckField name="planPictureOn" label={t('coverage.show')} on={planPictureOn} />
      {heard && shownPlanCoverage.value && (
        <p class="quiet">
          {t('coverage.atCentre')}: {planHeardText(heard)}
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
          <Areas {...shown} />
        </>
      )}
    </section>
  );
};
