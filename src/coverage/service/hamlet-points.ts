import type { Hamlet } from '../../model/hamlet.ts';
import type { LonLat } from '../../model/place.ts';

/** Every place of hamlets where service is asked for, hamlet by hamlet: the centre first, then its clusters. */
export interface HamletPoints {
  positions: readonly LonLat[];
  /** People who live at the point; 0 at a centre, whose people live in the clusters. */
  people: readonly number[];
  /** First point of each hamlet, and the number of points at the end: length hamlets + 1. */
  hamletStart: Int32Array;
}

export const hamletPoints = (hamlets: readonly Hamlet[]): HamletPoints => {
  const positions: LonLat[] = [];
  const people: number[] = [];
  const hamletStart = new Int32Array(hamlets.length + 1);
  hamlets.forEach((hamlet, h) => {
    hamletStart[h] = positions.length;
    positions.push(hamlet.centre);
    people.push(0);
    for (const cluster of hamlet.clusters) {
      positions.push(cluster.position);
      people.push(cluster.people);
    }
  });
  hamletStart[hamlets.length] = positions.length;
  return { positions, people, hamletStart };
};
