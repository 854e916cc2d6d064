import { distanceM } from '../geo/distance.ts';
import type { LonLat } from '../model/place.ts';

/** A mast nearer than this to one that was taken down is that one built again: it serves about the same people. */
const withinM = 500;

/** Whether a mast there would be one built again that the scenario took down. */
export const isRebuilding = ({ takenDown }: { takenDown: readonly LonLat[] }, position: LonLat): boolean =>
  takenDown.some((gone) => distanceM(gone, position) < withinM);
