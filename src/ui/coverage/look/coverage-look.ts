import { computed, signal } from '@preact/signals';
import { rampIds } from '../../../coverage/raster/ramp.ts';
import { defaultServiceSettings } from '../../../coverage/service/service-types.ts';
import type { CoverageLook } from '../../../map/coverage/coverage-layer.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { recall, remember } from '../../app-state/preferences.ts';
import { study } from '../../app-state/study.ts';

const key = 'phusong.coverage';

/** A look as it is kept: without a level of its own the picture begins where service does. */
export type KeptLook = Omit<CoverageLook, 'thresholdDbm'> & { thresholdDbm: number | null };

const usualLook: KeptLook = { thresholdDbm: null, opacity: 0.75, ramp: 'viridis', continuous: false };

/** Weakest and strongest level a picture may begin at. */
export const lookThresholds = { min: -130, max: -60 } as const;

const within = <Usual extends number | null>(value: unknown, min: number, max: number, usual: Usual): number | Usual =>
  typeof value === 'number' && value >= min && value <= max ? value : usual;

/** What was kept, as far as it still means something. */
export const readLook = (text: string | null): KeptLook => {
  let kept: Partial<Record<keyof KeptLook, unknown>> | null = null;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    // nothing to keep of a text that is none of ours
  }
  return {
    thresholdDbm: within(kept?.thresholdDbm, lookThresholds.min, lookThresholds.max, usualLook.thresholdDbm),
    opacity: within(kept?.opacity, 0.1, 1, usualLook.opacity),
    ramp: rampIds.find((id) => id === kept?.ramp) ?? usualLook.ramp,
    continuous: kept?.continuous === true,
  };
};

/** How coverage is drawn on this machine. No study holds it and no run depends on it. */
const keptLook = signal<KeptLook>(readLook(recall(key)));

/** From this level a place counts as served. */
export const servedFromDbm = computed(
  () => (study.value ? settingsOf(study.value).service : defaultServiceSettings).thresholdDbm,
);

/** The look in use. Nothing below service is painted unless its user asks for it, and then the legend says so. */
export const coverageLook = computed<CoverageLook>(() => ({
  ...keptLook.value,
  thresholdDbm: keptLook.value.thresholdDbm ?? servedFromDbm.value,
}));

export const changeLook = (change: Partial<CoverageLook>): void => {
  const { thresholdDbm = keptLook.value.thresholdDbm } = change;
  // the level of service goes on following it
  keptLook.value = {
    ...keptLook.value,
    ...change,
    thresholdDbm: thresholdDbm === servedFromDbm.peek() ? null : thresholdDbm,
  };
  remember(key, JSON.stringify(keptLook.value));
};
