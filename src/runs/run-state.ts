import type { Phase, Progress } from '../../workers/progress.ts';
import { secondsLeft } from './time-left.ts';

/** Where the work on the open pack stands. */
export type RunState =
  | { kind: 'waiting' }
  | { kind: 'running'; phase: Phase; share: number; secondsLeft: number | null }
  | { kind: 'done' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; message: string };

/** Turns progress into states with the time left. The clock of each phase starts at its first report. */
export const createRunTracker = (nowMs: () => number): ((progress: Progress) => RunState) => {
  let phase: Phase | null = null;
  let startedMs = 0;
  return ({ phase: reported, done, total }) => {
    if (reported !== phase) {
      phase = reported;
      startedMs = nowMs();
    }
    return {
      kind: 'running',
      phase: reported,
      share: total > 0 ? done / total : 0,
      secondsLeft: secondsLeft(done, total, (nowMs() - startedMs) / 1000),
    };
  };
};
