import { t } from '../../../i18n/language.ts';
import { Icon } from '../../kit/icon.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { quickZoom } from '../coverage-key.ts';
import { soloSite } from '../site/site-coverage.ts';
import { cellText, faultText } from '../words.ts';
import {
  type CoverageRun,
  cancelCoverage,
  coverage,
  coverageIsComing,
  coverageIsStale,
  coverageOn,
  coverageRun,
  coverageRunZoom,
  startCoverage,
} from './province-coverage.ts';

const workText = (): string =>
  t(coverageRunZoom.value === quickZoom ? 'coverage.working.quick' : 'coverage.working.full', {
    cell: cellText(coverageRunZoom.value),
  });

const stateText = (state: CoverageRun): string => {
  if (state.kind === 'running') return workText();
  if (state.kind === 'failed') return t('coverage.failed', { message: faultText(state.error) });
  const zoom = coverage.value?.result.grid.zoom;
  if (state.kind === 'cancelled') {
    const isQuick = zoom === quickZoom && !coverageIsStale.value;
    return isQuick ? t('coverage.cancelledQuick', { cell: cellText(quickZoom) }) : t('coverage.cancelled');
  }
  return state.kind === 'done' && zoom !== undefined ? t('coverage.done', { cell: cellText(zoom) }) : '';
};

/**
 * Where the work on coverage stands, and the way to end it. On the map, away from its panel, also the way to begin again
 * after a fault; what the user has cancelled is no news there.
 */
export const CoverageProgress = ({ onMap = false }: { onMap?: boolean }) => {
  const state = coverageRun.value;
  const isOver = state.kind === 'failed' || (state.kind === 'cancelled' && !onMap);
  return (
    <div class={`coverage-run run-${state.kind}`} data-coverage-run={state.kind}>
      <p class="visually-hidden" role="status">
        {stateText(state)}
      </p>
      {state.kind === 'running' && (
        // each zoom starts its own patience and clock
        <RunProgress
          key={coverageRunZoom.value}
          state={state}
          text={workText()}
          label={t('coverage.progress')}
          onCancel={cancelCoverage}
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
      {coverageIsStale.value && coverageOn.value && soloSite.value === null && (
        <p class="synthetic-note">
          {t('coverage.stale')} {coverageIsComing.value && t('coverage.staleSoon')}
        </p>
      )}
    </div>
  );
};
