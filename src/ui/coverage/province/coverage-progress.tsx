import { t } from '../../../i18n/language.ts';
import { faultText } from '../../app-state/fault-text.ts';
import type { JobState } from '../../app-state/job-types.ts';
import { Icon } from '../../kit/icon.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { quickZoom } from '../coverage-key.ts';
import { soloSite } from '../site/site-coverage.ts';
import { cellText } from '../words.ts';
import { coverage, coverageIsComing, coverageJob, coverageOn, startCoverage } from './province-coverage.ts';

const workText = (zoom: number): string =>
  t(zoom === quickZoom ? 'coverage.working.quick' : 'coverage.working.full', { cell: cellText(zoom) });

const stateText = (state: JobState<number>): string => {
  if (state.kind === 'running') return workText(state.stage);
  if (state.kind === 'failed') return t('coverage.failed', { message: faultText(state.error) });
  const zoom = coverage.value?.result.grid.zoom;
  if (state.kind === 'cancelled') {
    const isQuick = zoom === quickZoom && !coverageJob.isStale.value;
    return isQuick ? t('coverage.cancelledQuick', { cell: cellText(quickZoom) }) : t('coverage.cancelled');
  }
  return state.kind === 'done' && zoom !== undefined ? t('coverage.done', { cell: cellText(zoom) }) : '';
};

/**
 * Where the work on coverage stands, and the way to end it. On the map, away from its panel, also the way to begin again
 * after a fault; what the user has cancelled is no news there.
 */
export const CoverageProgress = ({ onMap = false }: { onMap?: boolean }) => {
  const state = coverageJob.state.value;
  const isOver = state.kind === 'failed' || (state.kind === 'cancelled' && !onMap);
  return (
    <div class={`run-panel coverage-run run-${state.kind}`} data-coverage-run={state.kind}>
      <p class="visually-hidden" role="status">
        {stateText(state)}
      </p>
      {state.kind === 'running' && (
        // each zoom starts its own patience and clock
        <RunProgress
          key={state.stage}
          state={state}
          text={workText(state.stage)}
          label={t('coverage.progress')}
          onCancel={coverageJob.cancel}
        />
      )}
      {isOver && (
        <div class="run-bar">
          <Icon name="warning" size={18} />
          <p>{stateText(state)}</p>
          {onMap && (
            <button type="button" class="button small" onClick={startCoverage}>
              {t('coverage.again')}
            </button>
          )}
        </div>
      )}
      {coverageJob.isStale.value && coverageOn.value && soloSite.value === null && (
        <p class="synthetic-note">
          {t('coverage.stale')} {coverageIsComing.value && t('coverage.staleSoon')}
        </p>
      )}
    </div>
  );
};
