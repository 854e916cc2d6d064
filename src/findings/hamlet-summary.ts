import type { HamletStatus } from './findings.ts';

/** A hamlet's centre or a cluster, as whoever is asked about serves it. */
export interface Point {
  /** No terrain there to compute from. */
  isUnknown: boolean;
  isServed: boolean;
  /** Who live there; 0 at a centre. */
  people: number;
}

export interface HamletSummary {
  status: HamletStatus;
  /** Null where the technology is absent. */
  peopleUnserved: number | null;
  peopleUnknown: number;
}

/**
 * The status decides as official lists do, by the centre; people are counted by their own cluster. So nobody may be
 * unserved in a hamlet without signal, and everybody in one with a signal hole.
 */
const statusOf = ([centre, ...clusters]: readonly Point[]): HamletStatus => {
  if (centre.isUnknown) return 'unknown';
  if (!centre.isServed) return 'none';
  if (clusters.some(({ isServed, isUnknown }) => !isServed && !isUnknown)) return 'partial';
  return clusters.some(({ isUnknown }) => isUnknown) ? 'unknown' : 'served';
};

/** What a hamlet's points come to, the centre first; `isPresent` where whoever is asked about has the technology at all. */
export const summaryOf = (points: readonly Point[], isPresent: boolean): HamletSummary => {
  const sum = (of: readonly Point[]): number => of.reduce((all, { people }) => all + people, 0);
  const peopleUnknown = sum(points.filter(({ isUnknown }) => isUnknown));
  if (!isPresent) return { status: 'absent', peopleUnserved: null, peopleUnknown };
  const peopleUnserved = sum(points.filter(({ isServed, isUnknown }) => !isServed && !isUnknown));
  return { status: statusOf(points), peopleUnserved, peopleUnknown };
};
