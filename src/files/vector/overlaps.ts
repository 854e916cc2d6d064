import { area, bbox, centroid, featureCollection, intersect, polygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Feature } from 'geojson';
import type { AreaGeometry } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';

const km2 = (shape: Feature | AreaGeometry): number => area(shape) / 1e6;

export interface Overlap {
  /** Indices of the two areas. */
  a: number;
  b: number;
  areaKm2: number;
}

/** Every pair of areas that share ground, with how much. Numerical dust under 1 m² is left out. */
export const findOverlaps = (areas: readonly Feature<AreaGeometry>[]): Overlap[] => {
  const index = new Flatbush(areas.length);
  const boxes = areas.map((shape) => bbox(shape));
  for (const [west, south, east, north] of boxes) index.add(west, south, east, north);
  index.finish();
  const overlaps: Overlap[] = [];
  boxes.forEach(([west, south, east, north], a) => {
    const near = index.search(west, south, east, north).filter((b) => b > a);
    for (const b of near.sort((x, y) => x - y)) {
      const shared = intersect(featureCollection([areas[a], areas[b]]));
      const areaKm2 = shared ? km2(shared) : 0;
      if (areaKm2 > 1e-6) overlaps.push({ a, b, areaKm2 });
    }
  });
  return overlaps;
};

/** Holes in the union of areas that should tile it, with their middle. */
export const findGaps = (union: AreaGeometry): { areaKm2: number; middle: LonLat }[] => {
  const polygons = union.type === 'Polygon' ? [union.coordinates] : union.coordinates;
  return polygons.flatMap(([, ...holes]) =>
    holes.map((ring) => {
      const hole = polygon([ring]);
      const [lon, lat] = centroid(hole).geometry.coordinates;
      return { areaKm2: km2(hole), middle: [lon, lat] as const };
    }),
  );
};
