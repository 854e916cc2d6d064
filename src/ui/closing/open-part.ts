import { batch } from '@preact/signals';
import { openTask } from '../app-state/view.ts';
import { type ClosingPart, closingPart } from './closing-view.ts';
import { rolloutTechnologies, rolloutTechnology } from './rollout/rollout-question.ts';

/** Opens a part of the task; that of a technology makes the rollout one of it. */
export const openPart = (part: ClosingPart): void =>
  batch(() => {
    closingPart.value = part;
    rolloutTechnology.value = rolloutTechnologies.find((technology) => technology === part) ?? rolloutTechnology.peek();
    openTask('closing');
  });
