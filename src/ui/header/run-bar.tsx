import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { RunState } from '../../study/run-state.ts';
import { Icon } from '../parts/icon.tsx';
import { timeLeft } from '../parts/time-left.ts';
import { warningsShown } from '../state/help.ts';
import { findings, opening, run, warnings } from '../state/study.ts';
import { cancelWork, startRun } from '../state/work.ts';

/** Shorter work needs no bar. */
const patienceMs = 300;

const Running = ({ state }: { state: RunState & { kind: 'running' } }) => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const percent = Math.floor(state.share * 100);
  return (
    <div class="run-bar">
      <progress max={100} value={percent} aria-label={t('run.progress')} />
      <p>
        <span>{t(`run.phase.${state.phase}`)}</span>
        <span class="tabular">{t('run.percent', { percent })}</span>
        <span class="quiet tabular">{timeLeft(state.secondsLeft)}</span>
      </p>
      <button type="button" class="button small" onClick={cancelWork}>
        {t('run.cancel')}
      </button>
    </div>
  );
};

const stateText = (state: RunState): string => {
  if (state.kind === 'running') return t(`run.phase.${state.phase}`);
  return t(`run.${state.kind}`);
};

/** What the run is at, with its bar while it lasts, and the way to run again after a cancel or a fault. */
export const RunBar = () => {
  const state = opening.value ?? run.value;
  const notes = warnings.value.length;
  return (
    <section class={`run run-${state.kind}`} aria-label={t('run.progress')}>
      <p class="visually-hidden" role="status">
        {stateText(state)}
      </p>
      {state.kind === 'running' && <Running state={state} />}
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
