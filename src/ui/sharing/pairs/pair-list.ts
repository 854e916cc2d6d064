import { computed, signal } from '@preact/signals';
import { noLocks } from '../../../sharing/plan/plan-types.ts';
import { locksOf } from '../../../study/apply-scenario.ts';
import { filterPairs, type PairFilter, type PairOrder, pairsOf, sortPairs } from '../../../study/pairs.ts';
import { findings } from '../../app-state/run.ts';
import { study } from '../../app-state/study.ts';

const locks = computed(() => (study.value ? locksOf(study.value) : noLocks));

export const pairFilter = signal<PairFilter>({ text: '', state: 'chosen' });
export const pairOrder = signal<{ by: PairOrder; descending: boolean }>({ by: 'plan', descending: false });

const pairs = computed(() => (findings.value ? pairsOf(findings.value.sharing, locks.value) : []));
export const shownPairs = computed(() =>
  sortPairs(filterPairs(pairs.value, pairFilter.value), pairOrder.value.by, pairOrder.value.descending),
);
