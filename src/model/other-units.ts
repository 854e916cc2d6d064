import type { FeatureCollection } from 'geojson';
import type { AreaGeometry } from './pack.ts';
import type { Commune, District } from './place.ts';

/** Vintages of Vietnam's units that figures can be read by: before July 2025, with districts, and since, without. */
export const unitVintages = ['2020', '2025'] as const;
export type UnitVintage = (typeof unitVintages)[number];

/** Units of another vintage on the ground of a pack's own. Plain data, that crosses to a worker as it is. */
export interface OtherUnits {
  vintage: string;
  /** Vintage of the pack's own. */
  own: string;
  communes: FeatureCollection<AreaGeometry, Commune>;
  districts: FeatureCollection<AreaGeometry, District>;
  /** What is said of their shapes. */
  note: string;
  /** By each code of the pack's, the units that hold its ground: one, or several where it was made of them. */
  partsOf: ReadonlyMap<string, readonly string[]>;
}
