import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { findings } from '../app-state/run.ts';
import { Icon } from '../kit/icon.tsx';
import { RunProgress } from '../kit/run-progress.tsx';
import { warnings, warningsShown } from '../problems/index.ts';
import { cancelWork, startRun, workState } from './follow-runs.ts';
import { runText } from './run-words.ts';

/**
 * What the run is at, with its bar while it lasts, and the way to run again after a cancel or a fault.
 * While it lasts it lies over the map: what is under the pointer must not move away.
 */
export const RunBar = () => {
  const state = workState.value;
  const notes = warnings.value.length;
  return (
    <section class={`run run-${state.kind}`} aria-label={t('run.progress')}>
      <p class="visually-hidden" role="status">
        {runText(state)}
      </p>
      {state.kind === 'running' && (
        <RunProgress
          state={state}
          text={t(`run.phase.${state.stage}`)}
          label={t('run.progress')}
          onCancel={cancelWork}
        />
      )}
      {(state.kind === 'cancelled' || state.kind === 'failed') && (
        <div class="run-bar">
          <Icon name="warning" size={18} />
          <p>
            {state.kind === 'failed' ? t('run.failedHint', { message: faultText(state.error) }) : t('run.cancelled')}
            {findings.value && <span class="quiet">{t('run.stale')}</span>}
          </p>
          <button type="button" class="button small" onClick={() => void startRun()}>
            {t('run.again')}
          </button>
        </div>
      )}
      {notes > 0 && state.kind === 'done' && (
        <div class="run-bar run-notes">
          <Icon name="warning" size={18} />
          <button
            type="button"
            class="link"
            onClick={() => {
              warningsShown.value = true;
            }}
          >
            {t('problems.warningsCount', { count: notes })}
          </button>
        </div>
      )}
    </section>
  );
};
