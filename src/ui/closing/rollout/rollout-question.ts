import { batch, computed, signal } from '@preact/signals';
import type { LonLat } from '../../../model/place.ts';
import {
  defaultRolloutQuestion,
  type RolloutGoal,
  type RolloutLocks,
  type RolloutQuestion,
} from '../../../rollout/rollout-types.ts';
import { closingCommunes, closingOperator } from '../closing-view.ts';

export const rolloutTechnologies = ['4G', '5G'] as const;
export type RolloutTechnology = (typeof rolloutTechnologies)[number];

/** Which of them the rollout is of, also while fibre or failures are looked at. */
export const rolloutTechnology = signal<RolloutTechnology>('4G');

export const goalKinds = ['all', 'budget', 'share'] as const satisfies readonly RolloutGoal['kind'][];
export const goalKind = signal<RolloutGoal['kind']>('all');
export const budgetVnd = signal(20e9);
export const leastShare = signal(0.95);
export const phases = signal<RolloutQuestion['phases']>(null);

const noLocks: RolloutLocks = defaultRolloutQuestion.locks;
export const locks = signal<RolloutLocks>(noLocks);

export const goal = computed<RolloutGoal>(() => {
  if (goalKind.value === 'budget') return { kind: 'budget', vnd: budgetVnd.value };
  return goalKind.value === 'share' ? { kind: 'share', share: leastShare.value } : { kind: 'all' };
});

/** What the options are sought for: they serve every goal and every lock. */
export const prospectsQuestion = computed<Partial<RolloutQuestion>>(() => ({
  operator: closingOperator.value,
  communeCodes: closingCommunes.value,
  locks: { ...noLocks, places: locks.value.places },
}));

export type OptionLock = 'force' | 'forbid';

export const lockOf = (id: string): OptionLock | null => {
  if (locks.value.forced.includes(id)) return 'force';
  return locks.value.forbidden.includes(id) ? 'forbid' : null;
};

/** Forces or forbids an option; null leaves it to the plan again. */
export const lockOption = (id: string, lock: OptionLock | null): void => {
  const { forced, forbidden, places } = locks.value;
  const without = (ids: readonly string[]): string[] => ids.filter((other) => other !== id);
  locks.value = {
    forced: lock === 'force' ? [...without(forced), id] : without(forced),
    forbidden: lock === 'forbid' ? [...without(forbidden), id] : without(forbidden),
    places,
  };
};

export const addPlace = (at: LonLat): void => {
  locks.value = { ...locks.value, places: [...locks.value.places, at] };
};

export const removePlace = (index: number): void => {
  locks.value = { ...locks.value, places: locks.value.places.filter((_, i) => i !== index) };
};

/** Another pack has other places and options. */
export const forgetRolloutQuestion = (): void =>
  batch(() => {
    locks.value = noLocks;
    phases.value = null;
  });
