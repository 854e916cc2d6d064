import { distanceM } from '../geo/distance.ts';
import type { Site } from '../model/site.ts';

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
