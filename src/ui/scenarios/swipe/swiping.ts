import { batch, signal } from '@preact/signals';

/** Whether the two compared scenarios lie over each other on the map. */
export const swiping = signal(false);
/** Where the line between them stands: 0 at the map's left edge, 1 at its right. */
export const swipeShare = signal(0.5);
/** Whether coverage of both is on the map too, and computed where it is not known. */
export const swipeCoverageOn = signal(false);

export const stopSwiping = (): void =>
  batch(() => {
    swiping.value = false;
    swipeCoverageOn.value = false;
  });
