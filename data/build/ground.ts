import type { FeatureCollection, LineString } from 'geojson';
import type { Facts } from '../../src/model/facts.ts';
import type { AreaGeometry, RoadProperties } from '../../src/model/pack.ts';
import type { Commune } from '../../src/model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../src/model/raster.ts';

/** Elevations of a commune as measured; null where the source tile does not reach. */
export interface Relief {
  coveredShare: number;
  minM: number | null;
  p10M: number | null;
  meanM: number | null;
  medianM: number | null;
  p90M: number | null;
  maxM: number | null;
}

/**
 * The land before anyone lives on it: what hamlets, fibre and sites are made from.
 * Synthetic in the built-in pack, from real files in a real one.
 */
export interface Ground {
  facts: Facts;
  communes: FeatureCollection<AreaGeometry, Commune>;
  relief: ReadonlyMap<string, Relief>;
  terrain: TerrainRaster;
  landCover: LandCoverRaster;
  roads: FeatureCollection<LineString, RoadProperties>;
  /** Index into communes.features for every cell of the terrain's grid; −1 outside the province. */
  communeIndex: Int16Array;
}
