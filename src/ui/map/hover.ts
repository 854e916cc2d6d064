import { signal } from '@preact/signals';
import type { PointerPlace } from '../../map/map-view.ts';

/** Where the pointer is on the map and what is under it. */
export const hovered = signal<PointerPlace | null>(null);
