import { Icon } from '../kit/icon.tsx';
import { workState } from './follow-runs.ts';
import { runText, standingOf } from './run-words.ts';

/** Whether the figures on screen are those of the open pack. */
export const RunChip = () => {
  const state = workState.value;
  if (state.kind === 'running') return null;
  const standing = standingOf(state.kind);
  return (
    <p class={`run-chip run-chip-${standing} wide-only`}>
      <Icon name={standing === 'done' ? 'check' : 'warning'} size={16} />
      {runText(state)}
    </p>
  );
};
