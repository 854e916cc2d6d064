import { batch, signal } from '@preact/signals';
import type { LonLat } from '../../../model/place.ts';
import { addPlace } from './rollout-question.ts';

/** Whether the next click on the map says where a mast may stand. */
export const placingMast = signal(false);

export const placeMastAt = (at: LonLat): void =>
  batch(() => {
    addPlace(at);
    placingMast.value = false;
  });
