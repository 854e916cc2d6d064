import { t } from '../../i18n/language.ts';
import type { Phase } from '../../runs/progress.ts';
import { faultText } from '../app-state/fault-text.ts';
import type { Job } from '../app-state/job-types.ts';
import { Icon } from '../kit/icon.tsx';
import { RunProgress } from '../kit/run-progress.tsx';

interface WorkProps {
  job: Pick<Job<unknown, Phase>, 'state' | 'cancel' | 'isStale'>;
  /** What the button says. */
  start: string;
  onStart: () => void;
  /** Named for whoever drives the page. */
  action: string;
}

/** Starts a calculation, tells how far it is, ends it, and says why it failed or that it is of an earlier network. */
export const Work = ({ job, start, onStart, action }: WorkProps) => {
  const state = job.state.value;
  return (
    <div class="run-panel closing-work" data-work={action} data-state={state.kind}>
      {state.kind === 'running' ? (
        <RunProgress state={state} text={t(`run.phase.${state.stage}`)} label={start} onCancel={job.cancel} />
      ) : (
        state.kind !== 'done' && (
          <button type="button" class="button" data-action={action} onClick={onStart}>
            {start}
          </button>
        )
      )}
      {state.kind === 'failed' && (
        <p role="alert" class="warning-note">
          <Icon name="warning" size={18} /> {t('closing.failed', { message: faultText(state.error) })}
        </p>
      )}
      {job.isStale.value && state.kind !== 'running' && <p class="quiet">{t('closing.stale')}</p>}
    </div>
  );
};
