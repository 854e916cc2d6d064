import { distanceM } from '../geo/distance.ts';
import type { Site } from '../model/site.ts';
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

/** A file that looks like another one, corrected: what it proposes stands in both, and is counted twice. */
export interface Repeat {
  /** The later of the two. */
  file: string;
  earlier: string;
  /** Masts of the later file that the earlier one has as well, and all of its masts. */
  masts: number;
  of: number;
}

/** Two masts of one operator nearer than this are one mast, measured twice. */
const sameMastM = 10;

const isSameMast = (a: Site, b: Site): boolean =>
  a.tenants.some(({ operator }) => b.tenants.some((tenant) => tenant.operator === operator)) &&
  (a.id === b.id || distanceM(a.position, b.position) < sameMastM);

/** Files of other names that bring the same operator's masts again, by id or by place. */
export const repeatsOf = (files: readonly { file: string; proposedSites: readonly Site[] }[]): Repeat[] =>
  files.flatMap(({ file, proposedSites }, f) =>
    files.slice(0, f).flatMap((earlier): Repeat[] => {
      const masts = proposedSites.filter((site) => earlier.proposedSites.some((one) => isSameMast(one, site))).length;
      return masts === 0 ? [] : [{ file, earlier: earlier.file, masts, of: proposedSites.length }];
    }),
  );
