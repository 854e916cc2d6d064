import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { LonLat } from '../../model/place.ts';
import type { Raster } from '../../model/raster.ts';
import type { ClosingPlans } from '../../report/closing-plans.ts';

/** What the task gives the rest of the page. */
export interface ClosingFront {
  /** Keeps results to what they were computed from; returns what ends it. */
  follow: () => () => void;
  marks: ReadonlySignal<FeatureCollection | null>;
  people: ReadonlySignal<Raster<Float32Array> | null>;
  placing: ReadonlySignal<boolean>;
  placeAt: (at: LonLat) => void;
  stopPlacing: () => void;
  choose: (option: string) => void;
  plans: () => ClosingPlans;
}

/** Null until a part of the task is first shown: the map need not wait for it. */
export const front = signal<ClosingFront | null>(null);

export const followClosing = (): (() => void) =>
  effect(() => {
    const there = front.value;
    return there ? untracked(there.follow) : undefined;
  });

export const closingMarks = computed(() => front.value?.marks.value ?? null);
/** People whom a mast would serve, cell by cell, while that map is to be seen. */
export const closingHeat = computed(() => front.value?.people.value ?? null);
/** Whether the next click on the map says where a mast may stand. */
export const placingMast = computed(() => front.value?.placing.value ?? false);
export const placeMastAt = (at: LonLat): void => front.peek()?.placeAt(at);
export const stopPlacing = (): void => front.peek()?.stopPlacing();
/** Looks at the option whose mark was clicked. */
export const chooseMark = (option: string): void => front.peek()?.choose(option);
/** What was worked out of the network as it stands, for the report. */
export const plansAtHand = (): ClosingPlans | undefined => front.peek()?.plans();
