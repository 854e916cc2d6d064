import { bridgeGaps, type PathPoints } from '../profile.ts';
import type { EvenProfile } from './itm-input.ts';

/**
 * The profile of a path at equal steps, as many as it has points to look at: its ground, and the clutter on it between the
 * ends, as diffraction of ITU-R P.1812 has it. What is unknown is bridged.
 */
export const evenProfileOver = (points: PathPoints): EvenProfile => {
  const { count, lengthKm } = points;
  const last = count - 1;
  const heightM = new Float64Array(count);
  const clutterM = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    points.lookAt(i / last);
    heightM[i] = points.heightM;
    clutterM[i] = points.clutterM;
  }
  bridgeGaps(heightM);
  for (let i = 0; i < count; i++) heightM[i] += clutterM[i];
  return { stepM: (1000 * lengthKm) / last, heightM };
};
