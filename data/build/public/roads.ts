import { featureCollection, lineString, simplify } from '@turf/turf';
import type { Feature, FeatureCollection, LineString } from 'geojson';
import { distanceM } from '../../../src/geo/distance.ts';
import { cellIndexAt } from '../../../src/geo/grid.ts';
import type { RoadProperties } from '../../../src/model/pack.ts';
import type { Grid } from '../../../src/model/raster.ts';
import type { Road } from '../../../src/sources/osm/features.ts';

/** Bends smaller than this are not kept: about 10 m. */
const simplifyDegrees = 0.0001;

const round6 = (v: number): number => Math.round(v * 1e6) / 1e6;

/** Mapped roads that touch the area, in the order of their numbers. */
export const roadsOf = (
  roads: readonly Road[],
  grid: Grid,
  communeIndex: Int16Array,
): FeatureCollection<LineString, RoadProperties> => {
  const touches = ({ line }: Road): boolean =>
    line.some(([lon, lat]) => {
      const cell = cellIndexAt(grid, lon, lat);
      return cell >= 0 && communeIndex[cell] >= 0;
    });
  return featureCollection(
    roads.filter(touches).map((road): Feature<LineString, RoadProperties> => {
      const drawn = lineString(road.line.map((position) => [...position]));
      const { geometry } = simplify(drawn, { tolerance: simplifyDegrees, highQuality: true });
      const coordinates = geometry.coordinates.map(([lon, lat]) => [round6(lon), round6(lat)]);
      let lengthM = 0;
      for (let i = 1; i < road.line.length; i++) lengthM += distanceM(road.line[i - 1], road.line[i]);
      const properties = { id: road.id, class: road.class, lengthKm: Math.round(lengthM) / 1000 };
      return { type: 'Feature', id: road.id, geometry: { type: 'LineString', coordinates }, properties };
    }),
  );
};
