import { booleanPointInPolygon, feature, featureCollection, pointOnFeature } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { type Crosswalk, predecessorsOf } from '../../model/crosswalk.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { Commune, District, LonLat } from '../../model/place.ts';
import { divideArea } from './divide-area.ts';
import { joinAreas } from './join-areas.ts';

export type Communes = FeatureCollection<AreaGeometry, Commune>;
type CommuneFeature = Communes['features'][number];

/** A unit as its register has it, without the people, who are summed. */
export type RegisterUnit = Omit<Commune, 'population' | 'households'>;

/** Shapes by the units' codes. */
export type UnitShapes = ReadonlyMap<string, AreaGeometry>;

/** A unit with a point inside its shape: the register's, unless the shape is drawn without it. */
export const withPointInside = <U extends { point: LonLat }>(unit: U, geometry: AreaGeometry): U => {
  if (booleanPointInPolygon([...unit.point], geometry)) return unit;
  const [lon, lat] = pointOnFeature(geometry).geometry.coordinates;
  return { ...unit, point: [lon, lat] };
};

/**
 * Earlier units joined to those they went into, in the register's order: people are sums; shapes are joined unless a
 * source gave them.
 *
 * @throws Error for a unit that is not in the crosswalk, or a successor that is not in the register
 */
export const joinUnits = (
  { features }: Communes,
  crosswalk: Crosswalk,
  register: readonly RegisterUnit[],
  shapes?: UnitShapes,
): Communes => {
  const parts = new Map<string, CommuneFeature[]>();
  for (const commune of features) {
    const { code } = commune.properties;
    const successor = crosswalk.successors.get(code);
    if (successor === undefined) throw new Error(`Unit ${code} is not in the crosswalk from ${crosswalk.from}`);
    parts.set(successor, [...(parts.get(successor) ?? []), commune]);
  }
  const known = new Set(register.map(({ code }) => code));
  const strange = [...parts.keys()].find((code) => !known.has(code));
  if (strange !== undefined) throw new Error(`Unit ${strange} is not in the register of ${crosswalk.to}`);
  return featureCollection(
    register.flatMap((unit): CommuneFeature[] => {
      const own = parts.get(unit.code);
      if (!own) return [];
      const geometry = shapes?.get(unit.code) ?? joinAreas(own.map((part) => part.geometry));
      const sum = (key: 'population' | 'households') => own.reduce((total, part) => total + part.properties[key], 0);
      const people = { population: sum('population'), households: sum('households') };
      return [feature(geometry, { ...withPointInside(unit, geometry), ...people }, { id: unit.code })];
    }),
  );
};

/**
 * Later units divided into those they were made of, in the register's order: a power diagram of the earlier units' points
 * inside each later one, fitted to their areas. Later units without predecessors in the register give nothing.
 */
export const divideUnits = (shapes: UnitShapes, crosswalk: Crosswalk, register: readonly Commune[]): Communes => {
  const byCode = new Map(register.map((unit) => [unit.code, unit]));
  const geometries = new Map<string, AreaGeometry>();
  for (const [successor, codes] of predecessorsOf(crosswalk)) {
    const shape = shapes.get(successor);
    const parts = codes.flatMap((code) => byCode.get(code) ?? []);
    if (!shape || parts.length === 0) continue;
    const geometry = divideArea(
      shape,
      parts.map(({ point }) => point),
      parts.map(({ areaKm2 }) => areaKm2),
    );
    parts.forEach(({ code }, i) => {
      geometries.set(code, geometry[i]);
    });
  }
  return featureCollection(
    register.flatMap((unit): CommuneFeature[] => {
      const geometry = geometries.get(unit.code);
      return geometry ? [feature(geometry, withPointInside(unit, geometry), { id: unit.code })] : [];
    }),
  );
};

/** Districts by the communes' own word; the province itself where there is one for all, as since July 2025. */
export const districtsOf = (
  { features }: Communes,
  province: FeatureCollection<AreaGeometry>,
): FeatureCollection<AreaGeometry, District> => {
  const codes = [...new Set(features.map(({ properties }) => properties.districtCode))].sort();
  return featureCollection(
    codes.map((code) => {
      const own = features.filter(({ properties }) => properties.districtCode === code);
      const geometry = joinAreas((codes.length === 1 ? province.features : own).map((part) => part.geometry));
      return feature(geometry, { code, name: own[0].properties.districtName }, { id: code });
    }),
  );
};
