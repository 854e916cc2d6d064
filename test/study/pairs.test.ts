import { describe, expect, it } from 'vitest';
import type { Merge, RejectedPair, SharingFinding } from '../../src/sharing/plan/plan-types.ts';
import { filterPairs, isPossible, pairsOf, sortPairs } from '../../src/study/pairs.ts';

const merge = (donorId: string, hostId: string, distanceM: number, central: number) =>
  ({ donorId, hostId, distanceM, presentValueVnd: { low: 0, central, high: 2 * central } }) as Merge;
const rejected = (donorId: string, hostId: string, reason: RejectedPair['reason']): RejectedPair => ({
  donorId,
  hostId,
  distanceM: 80,
  reason,
});

const finding = {
  chosen: [merge('TN-1', 'TN-2', 50, 10), merge('TN-3', 'TN-4', 20, 30)],
  rejected: [rejected('TN-5', 'TN-6', 'loses-service'), rejected('TN-7', 'TN-8', 'not-needed')],
} as unknown as SharingFinding;
const pairs = pairsOf(finding, {
  forced: [{ donorId: 'TN-3', hostId: 'TN-4' }],
  forbidden: [{ donorId: 'TN-7', hostId: 'TN-8' }],
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the pairs of a plan', () => {
  it('are its merges, then the others, each with its lock', () => {
    expect(ids(pairs)).toEqual(['TN-1>TN-2', 'TN-3>TN-4', 'TN-5>TN-6', 'TN-7>TN-8']);
    expect(pairs.map(({ lock }) => lock)).toEqual([null, 'force', null, 'forbid']);
  });

  it('can be asked for unless a rule stands against it', () => {
    expect(pairs.map(isPossible)).toEqual([true, true, false, true]);
  });

  it('are found by a part of either id, whatever its case', () => {
    expect(ids(filterPairs(pairs, { text: 'tn-4', state: null }))).toEqual(['TN-3>TN-4']);
  });

  it.each([
    ['chosen', ['TN-1>TN-2', 'TN-3>TN-4']],
    ['possible', ['TN-7>TN-8']],
    ['impossible', ['TN-5>TN-6']],
    ['locked', ['TN-3>TN-4', 'TN-7>TN-8']],
  ] as const)('are found by their state: %s', (state, expected) => {
    expect(ids(filterPairs(pairs, { text: '', state }))).toEqual(expected);
  });

  it('are sorted by distance or value, those without a value last either way', () => {
    expect(ids(sortPairs(pairs, 'distance', false))[0]).toBe('TN-3>TN-4');
    expect(ids(sortPairs(pairs, 'distance', true)).at(-1)).toBe('TN-3>TN-4');
    expect(ids(sortPairs(pairs, 'value', true)).slice(0, 2)).toEqual(['TN-3>TN-4', 'TN-1>TN-2']);
    expect(ids(sortPairs(pairs, 'value', false)).slice(2)).toEqual(['TN-5>TN-6', 'TN-7>TN-8']);
  });
});
