import { signal } from '@preact/signals';

export const helpShown = signal(false);
/** Notes of the opened pack, shown on demand. */
export const warningsShown = signal(false);
