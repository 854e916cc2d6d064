import type { RejectedPair } from '../sharing/plan/plan-types.ts';

/** Why two proposed masts within the limit can't be one. */
export const apartReasons = ['same-operator', 'too-many-tenants', 'no-room', 'loses-service'] as const;
export type ApartReason = (typeof apartReasons)[number];

/** Pairs of proposed masts that are within the limit and stay apart, by reason. */
export type ApartPairs = Record<ApartReason, number>;

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/**
 * Counts each pair once, whichever of the two would be given up, by the reason that is nearest to letting it be one.
 *
 * @param losing pairs that the rules allow and service does not
 * @param together pairs that became one
 */
export const apartPairs = (
  rejected: readonly RejectedPair[],
  losing: readonly (readonly [host: string, donor: string])[],
  together: readonly (readonly [host: string, donor: string])[],
): ApartPairs => {
  const reasons = new Map<string, ApartReason>();
  for (const { hostId, donorId, reason } of rejected) {
    const known = apartReasons.find((one) => one === reason);
    if (known) reasons.set(pairOf(hostId, donorId), known);
  }
  for (const pair of losing) reasons.set(pairOf(...pair), 'loses-service');
  for (const pair of together) reasons.delete(pairOf(...pair));
  const counts: ApartPairs = { 'same-operator': 0, 'too-many-tenants': 0, 'no-room': 0, 'loses-service': 0 };
  for (const reason of reasons.values()) counts[reason]++;
  return counts;
};
