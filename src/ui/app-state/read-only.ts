import { signal } from '@preact/signals';

/** Whether another tab holds the open study, so that this one may only look. */
export const isReadOnly = signal(false);
