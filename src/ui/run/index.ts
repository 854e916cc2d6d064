export { followRuns, workState } from './follow-runs.ts';
export { RunBar } from './run-bar.tsx';
export { RunChip } from './run-chip.tsx';
export { standingOf } from './run-words.ts';
