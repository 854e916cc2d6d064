import { signal } from '@preact/signals';
import { rampIds } from '../../../coverage/raster/ramp.ts';
import type { CoverageLook } from '../../../map/coverage/coverage-layer.ts';
import { recall, remember } from '../../app-state/preferences.ts';

const key = 'phusong.coverage';

const usualLook: CoverageLook = { thresholdDbm: -115, opacity: 0.75, ramp: 'viridis', continuous: false };

/** Weakest and strongest level a picture may begin at. */
export const lookThresholds = { min: -130, max: -60 } as const;

const within = (value: unknown, min: number, max: number, usual: number): number =>
  typeof value === 'number' && value >= min && value <= max ? value : usual;

/** What was kept, as far as it still means something. */
export const readLook = (text: string | null): CoverageLook => {
  let kept: Partial<Record<keyof CoverageLook, unknown>> | null = null;
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
export const coverageLook = signal<CoverageLook>(readLook(recall(key)));

export const changeLook = (change: Partial<CoverageLook>): void => {
  coverageLook.value = { ...coverageLook.value, ...change };
  remember(key, JSON.stringify(coverageLook.value));
};
