import { secondsLeft } from '../../runs/time-left.ts';

/** How far work is. `total` is 0 while nobody knows. */
export interface Running<Stage> {
  kind: 'running';
  /** What it is computed from. */
  key: string;
  stage: Stage;
  done: number;
  total: number;
  share: number;
  secondsLeft: number | null;
}

/** Tells how far work is, not too often, with the time it still takes. */
export const createTelling = <Stage>(key: string, everyMs: number, show: (running: Running<Stage>) => void) => {
  let at = '';
  let sinceMs = 0;
  let toldMs = 0;
  return (stage: Stage, done: number, total: number): void => {
    const nowMs = performance.now();
    const isNew = JSON.stringify(stage) !== at;
    if (isNew) [at, sinceMs] = [JSON.stringify(stage), nowMs];
    else if (nowMs - toldMs < everyMs) return;
    toldMs = nowMs;
    show({
      kind: 'running',
      key,
      stage,
      done,
      total,
      share: total > 0 ? done / total : 0,
      secondsLeft: secondsLeft(done, total, (nowMs - sinceMs) / 1000),
    });
  };
};
