import type { Merge, RejectReason, SharingFinding, SharingLocks } from '../sharing/plan/plan-types.ts';
import type { MergeLock } from './layers.ts';

/** Two near sites as the plan sees them: a merge that is in it, or why it is not. */
export interface SitePair {
  id: string;
  hostId: string;
  donorId: string;
  distanceM: number;
  state: 'chosen' | RejectReason;
  /** Of a chosen one. */
  merge: Merge | null;
  /** Hamlet that would lose service. */
  hamletId: string | null;
  lock: MergeLock['lock'] | null;
}

const pairId = ({ hostId, donorId }: { hostId: string; donorId: string }): string => `${donorId}>${hostId}`;

/** Every pair of a plan: its merges in their order, then those that are not in it. */
export const pairsOf = ({ chosen, rejected }: SharingFinding, { forced, forbidden }: SharingLocks): SitePair[] => {
  const locks = new Map<string, MergeLock['lock']>([
    ...forced.map((key) => [pairId(key), 'force'] as const),
    ...forbidden.map((key) => [pairId(key), 'forbid'] as const),
  ]);
  const pair = (key: { hostId: string; donorId: string; distanceM: number }) => ({
    id: pairId(key),
    hostId: key.hostId,
    donorId: key.donorId,
    distanceM: key.distanceM,
    lock: locks.get(pairId(key)) ?? null,
  });
  return [
    ...chosen.map((merge): SitePair => ({ ...pair(merge), state: 'chosen', merge, hamletId: null })),
    ...rejected.map(
      (one): SitePair => ({
        ...pair(one),
        state: one.reason,
        merge: null,
        hamletId: one.hamletId ?? null,
      }),
    ),
  ];
};

/** Reasons the rules give, which no wish of the planner's can overrule. */
const byRule: readonly SitePair['state'][] = [
  'same-operator',
  'too-many-tenants',
  'no-room',
  'too-far',
  'loses-service',
];

/** Whether a pair may be merged if the planner asks for it. */
export const isPossible = ({ state }: SitePair): boolean => !byRule.includes(state);

export const pairStates = ['chosen', 'possible', 'impossible', 'locked'] as const;

export interface PairFilter {
  /** Part of a site's id. */
  text: string;
  state: (typeof pairStates)[number] | null;
}

export const filterPairs = (pairs: readonly SitePair[], { text, state }: PairFilter): SitePair[] => {
  const wanted = text.trim().toLowerCase();
  const matches = (pair: SitePair): boolean => {
    if (state === 'locked') return pair.lock !== null;
    if (state === 'chosen') return pair.state === 'chosen';
    if (state === 'possible') return pair.state !== 'chosen' && isPossible(pair);
    return state === null || !isPossible(pair);
  };
  return pairs.filter((pair) => matches(pair) && pair.id.toLowerCase().includes(wanted));
};

export type PairOrder = 'plan' | 'distance' | 'value';

/** In another order; equal ones stay as they stood. Pairs without a value come last. */
export const sortPairs = (pairs: readonly SitePair[], order: PairOrder, descending: boolean): SitePair[] => {
  if (order === 'plan') return descending ? [...pairs].reverse() : [...pairs];
  const sign = descending ? -1 : 1;
  const key = ({ distanceM, merge }: SitePair): number | null =>
    order === 'distance' ? distanceM : (merge?.presentValueVnd.central ?? null);
  return [...pairs].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
};
