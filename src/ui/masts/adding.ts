import { batch, signal } from '@preact/signals';
import type { LonLat } from '../../model/place.ts';
import { hasMap, positionOfPlace } from '../app-state/go-to.ts';
import { opened } from '../app-state/study.ts';
import { selection } from '../app-state/view.ts';

/** Where the mast that is being added is to stand; null while none is. */
export const mastAt = signal<LonLat | null>(null);

/** Whether the next click on the map tells where a mast is to stand. */
export const mastChoosing = signal(false);

/** Asks what is to be built at a position. */
export const addMastAt = (at: LonLat): void =>
  batch(() => {
    mastChoosing.value = false;
    mastAt.value = at;
  });

export const leaveMast = (): void =>
  batch(() => {
    mastChoosing.value = false;
    mastAt.value = null;
  });

/** Begins with the hamlet or point selected, else with a click on the map; where there is none, in the province's midst. */
export const addMast = (): void => {
  const chosen = selection.peek();
  const at = chosen && chosen.kind !== 'site' ? positionOfPlace(chosen) : null;
  const box = opened.peek()?.pack.manifest.boundingBox;
  if (at) addMastAt(at);
  else if (hasMap.peek()) mastChoosing.value = true;
  else if (box) addMastAt([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
};
