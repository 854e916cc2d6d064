import { t } from '../../i18n/language.ts';
import type { RunState } from '../../runs/run-state.ts';
import { findings, opening, run, warnings } from '../app-state/study.ts';
import { cancelWork, startRun } from '../files/open-pack.ts';
import { Icon } from '../kit/icon.tsx';
import { RunProgress } from '../kit/run-progress.tsx';
import { warningsShown } from '../shell/help.ts';

const stateText = (state: RunState): string => {
  if (state.kind === 'running') return t(`run.phase.${state.phase}`);
  return t(`run.${state.kind}`);
};

/** What the run is at, with its bar while it lasts, and the way to run again after a cancel or a fault. */
export const RunBar = () => {
  const state = opening.value ?? run.value;
  const notes = warnings.value.length;
  // what is under the pointer must not move away each time something changes
  const isAgain = !opening.value && findings.value !== null && state.kind === 'running';
  return (
    <section class={`run run-${state.kind} ${isAgain ? 'run-again' : ''}`} aria-label={t('run.progress')}>
      <p class="visually-hidden" role="status">
        {stateText(state)}
      </p>
      {state.kind === 'running' && (
        <RunProgress
          state={state}
          text={t(`run.phase.${state.phase}`)}
          label={t('run.progress')}
          onCancel={cancelWork}
        />
      )}
      {(state.kind === 'cancelled' || state.kind === 'failed') && (
        <div class="run-bar">
          <Icon name="warning" size={18} />
          <p>
            {state.kind === 'failed' ? t('run.failedHint', { message: state.message }) : stateText(state)}
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
