import { signal } from '@preact/signals';
import type { Selection } from '../../study/selection.ts';

/** What is under the pointer, and where on the map in pixels. */
export const hovered = signal<{ place: Selection; x: number; y: number } | null>(null);
