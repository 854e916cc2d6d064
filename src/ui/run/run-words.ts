import { t } from '../../i18n/language.ts';
import type { Phase } from '../../runs/progress.ts';
import type { JobState } from '../app-state/job-types.ts';

type Kind = JobState<Phase>['kind'];

/** Where the run stands, as it is told outside: what is shown of an earlier study waits for its run. */
export const standingOf = <K extends Kind>(kind: K): Exclude<K, 'idle' | 'stale'> | 'waiting' =>
  kind === 'idle' || kind === 'stale' ? 'waiting' : (kind as Exclude<K, 'idle' | 'stale'>);

/** The same in words; while it runs, what it is at. */
export const runText = (state: JobState<Phase>): string =>
  state.kind === 'running' ? t(`run.phase.${state.stage}`) : t(`run.${standingOf(state.kind)}`);
