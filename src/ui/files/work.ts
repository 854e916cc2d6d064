import { signal } from '@preact/signals';

/** A name no other work goes by, in this tab or another. */
export const freshWork = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/**
 * Which work the open study is. Edits go on with it; a study that takes its place is another work, so that what the
 * browser keeps of the one is never taken for the other.
 */
export const work = signal(freshWork());
