import { computed, signal } from '@preact/signals';
import { communesOfArea } from '../../model/area-communes.ts';
import { opened } from '../app-state/study.ts';

/** What is to be closed: a technology's gaps, those of fibre, and what hangs by one thread. */
export const closingParts = ['4G', '5G', 'fibre', 'resilience'] as const;
export type ClosingPart = (typeof closingParts)[number];

export const closingPart = signal<ClosingPart>('4G');

/** Code of a commune, a district or an area of interest; null for the whole pack. All parts ask about the same. */
export const closingArea = signal<string | null>(null);

/** Whose service a rollout or a failure is looked at for; null for any operator's. */
export const closingOperator = signal<string | null>(null);

/** Communes of the area; null for all. */
export const closingCommunes = computed<readonly string[] | null>(() => {
  const pack = opened.value?.pack;
  return pack && closingArea.value !== null ? communesOfArea(pack, closingArea.value) : null;
});
