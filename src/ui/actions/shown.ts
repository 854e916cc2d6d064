import { signal } from '@preact/signals';

/** Whether the palette is open, and whether the key help is. */
export const paletteShown = signal(false);
export const keyHelpShown = signal(false);
