import type { LonLat } from './place.ts';

/** A level measured on the ground. Kept apart from what is predicted. */
export interface Measurement {
  id: string;
  position: LonLat;
  operator: string;
  rsrpDbm: number;
}
