import { computed, effect, signal } from '@preact/signals';
import type { MeasuredComparison } from '../../measured/compare.ts';
import { compareMeasurements } from '../../runs/compare-measurements.ts';
import { layerOf, settingsOf } from '../../study/apply-scenario.ts';
import { overlayOf } from '../../study/study.ts';
import { base, opened, scenario, study } from '../app-state/study.ts';

export type MeasuredState =
  | { kind: 'none' }
  | { kind: 'working'; done: number; total: number }
  | { kind: 'done'; comparison: MeasuredComparison }
  | { kind: 'failed'; message: string };

export const measuredState = signal<MeasuredState>({ kind: 'none' });
export const measuredShown = signal(false);

/** What the scenario at work has measured, by id: the base has nothing. */
const measuredById = computed(
  () => base.value && scenario.value && overlayOf(base.value.pack, scenario.value).measurements,
);

/** How many points that are: putting a long list in order can wait until it is drawn or compared. */
export const measuredCount = computed(() => measuredById.value?.size ?? 0);

/** What was measured, as the scenario at work has it. */
export const measurements = computed(() =>
  measuredById.value && study.value ? layerOf(study.value, 'measurements') : [],
);

let abort: AbortController | null = null;

export const cancelMeasured = (): void => {
  abort?.abort();
  measuredState.value = { kind: 'none' };
};

/** Compares with what the scenario at work predicts. */
export const compareWithModel = async (): Promise<void> => {
  const [of, pack] = [study.peek(), opened.peek()?.pack];
  if (!of || !pack) return;
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { signal: stop } = controller;
  measuredState.value = { kind: 'working', done: 0, total: 0 };
  try {
    const comparison = await compareMeasurements(pack, measurements.peek(), settingsOf(of).service, {
      signal: stop,
      onProgress: ({ done, total }) => {
        if (!stop.aborted) measuredState.value = { kind: 'working', done, total };
      },
    });
    if (!stop.aborted) measuredState.value = { kind: 'done', comparison };
  } catch (error) {
    if (stop.aborted) return;
    measuredState.value = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
};

/** Another network or other points make a comparison that is none; returns what ends it. */
export const followMeasured = (): (() => void) =>
  effect(() => {
    opened.value;
    measuredById.value;
    cancelMeasured();
  });
