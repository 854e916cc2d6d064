import type { Traced } from './origin.ts';
import type { LonLat } from './place.ts';

/** A group of homes and the people who live there. */
export interface Cluster {
  position: LonLat;
  people: number;
}

/** Xóm, bản or tổ dân phố: a centre (the cultural house) and one or more clusters of homes. */
export interface Hamlet extends Traced {
  id: string;
  name: string;
  communeCode: string;
  centre: LonLat;
  clusters: readonly Cluster[];
  households: number;
  hasFibre: boolean;
  /** Whether the grid's power is there; absent where the pack does not say. */
  gridPower?: 'yes' | 'no' | 'unknown';
}

export const peopleOf = (hamlet: Pick<Hamlet, 'clusters'>): number =>
  hamlet.clusters.reduce((sum, cluster) => sum + cluster.people, 0);
