import { area, booleanPointInPolygon, feature, featureCollection, pointOnFeature } from '@turf/turf';
import type { Feature } from 'geojson';
import { distanceM } from '../../../src/geo/distance.ts';
import { divideArea } from '../../../src/geo/units/divide-area.ts';
import { joinAreas } from '../../../src/geo/units/join-areas.ts';
import { type Communes, divideUnits, withPointInside } from '../../../src/geo/units/join-units.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { Commune, LonLat } from '../../../src/model/place.ts';
import type { UnitShape } from '../../../src/sources/osm/boundaries.ts';
import type { PublicFacts } from './facts.ts';

/** The units of an area, before their people are known. */
export interface UnitsDrawn {
  communes: Communes;
  vintage: string;
  /** What is said of the shapes. */
  note: string;
  /** Whether shapes were drawn here, inside those a source gave. */
  areDerived: boolean;
}

/** What an area calls itself, and what stands for its districts where it has none. */
export interface AreaNames {
  code: string;
  name: string;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const insidePoint = (geometry: AreaGeometry): LonLat => {
  const [lon, lat] = pointOnFeature(geometry).geometry.coordinates;
  return [round(lon, 6), round(lat, 6)];
};

/** Units as a source draws them, with what the register has of those it knows by code. */
export const drawnUnits = (
  units: readonly UnitShape[],
  { units2025 }: Pick<PublicFacts, 'units2025'>,
  vintage: string,
  province: AreaNames,
): UnitsDrawn => {
  const register = new Map(vintage === '2025' ? units2025.map((unit) => [unit.code, unit]) : []);
  const communes = units.map(
    ({ code, hasOfficialCode, name, type, geometry, areaKm2 }): Feature<AreaGeometry, Commune> => {
      const known = hasOfficialCode ? register.get(code) : undefined;
      const point = known && booleanPointInPolygon([...known.point], geometry) ? known.point : insidePoint(geometry);
      const properties: Commune = {
        code,
        vintage,
        name: known?.name ?? name,
        type: known?.type ?? type ?? 'xã',
        districtCode: province.code,
        districtName: province.name,
        point,
        areaKm2: known?.areaKm2 ?? areaKm2 ?? round(area(geometry) / 1e6, 3),
        population: 0,
        households: 0,
      };
      return feature(geometry, properties, { id: code });
    },
  );
  return {
    communes: featureCollection(communes),
    vintage,
    note: 'Shapes as the source draws them.',
    areDerived: false,
  };
};

/** The communes of 2020, drawn inside the units of 2025 that a source gave. */
export const communes2020Inside = (
  units: readonly UnitShape[],
  { communes2020, crosswalk }: Pick<PublicFacts, 'communes2020' | 'crosswalk'>,
): UnitsDrawn => {
  const shapes = new Map(units.map(({ code, geometry }) => [code, geometry]));
  const register = communes2020.map(({ commune }) => commune);
  return {
    communes: divideUnits(shapes, crosswalk, register),
    vintage: '2020',
    note: 'No open source has the communes of 2020: each is drawn inside the unit of 2025 it went to, right in area and place, schematic in outline. Names, codes and census figures are official.',
    areDerived: true,
  };
};

/**
 * The communes of 2020 on shapes of a few years before, which have other codes: each takes the shape its point lies in.
 * A shape with several points, of communes divided since, is divided; one with none, joined since, goes to the nearest.
 */
export const communes2020On = (
  units: readonly UnitShape[],
  { communes2020 }: Pick<PublicFacts, 'communes2020'>,
): UnitsDrawn => {
  const parts = new Map<string, AreaGeometry[]>();
  const give = (code: string, geometry: AreaGeometry) => parts.set(code, [...(parts.get(code) ?? []), geometry]);
  const register = communes2020.map(({ commune }) => commune);
  for (const { geometry } of units) {
    const inside = register.filter(({ point }) => booleanPointInPolygon([...point], geometry));
    if (inside.length === 0) {
      const middle = insidePoint(geometry);
      const [nearest] = [...register].sort((a, b) => distanceM(a.point, middle) - distanceM(b.point, middle));
      give(nearest.code, geometry);
      continue;
    }
    const points = inside.map(({ point }) => point);
    const areas = inside.map(({ areaKm2 }) => areaKm2);
    divideArea(geometry, points, areas).forEach((part, i) => {
      give(inside[i].code, part);
    });
  }
  const communes = register.flatMap((commune): Feature<AreaGeometry, Commune>[] => {
    const own = parts.get(commune.code);
    if (!own) return [];
    const geometry = joinAreas(own);
    return [feature(geometry, withPointInside(commune, geometry), { id: commune.code })];
  });
  return {
    communes: featureCollection(communes),
    vintage: '2020',
    note: 'Communes of about 2018, matched to those of 2020 by their points; those joined or divided since are joined and divided here.',
    areDerived: true,
  };
};
