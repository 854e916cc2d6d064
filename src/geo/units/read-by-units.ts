import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Point } from 'geojson';
import { type Crosswalk, predecessorsOf } from '../../model/crosswalk.ts';
import type { PackTables } from '../../model/pack.ts';
import type { Commune, LonLat } from '../../model/place.ts';
import { distanceM } from '../distance.ts';
import {
  type Communes,
  districtsOf,
  divideUnits,
  joinUnits,
  type RegisterUnit,
  type UnitShapes,
} from './join-units.ts';

/** How a pack is read by other units than its own. */
interface Reading {
  vintage: string;
  communes: Communes;
  /** What is said of the shapes. */
  note: string;
  /** The unit that holds a place of a unit of the pack's. */
  codeAt: (code: string, position: LonLat) => string;
  /** The units that hold the ground of a unit of the pack's. */
  codesOf: (code: string) => readonly string[];
}

/**
 * The same pack by other units: communes and districts are theirs, and every place belongs to one of them. Places and
 * people stay, so that sums over all units are what they were.
 */
const read = (tables: PackTables, { vintage, communes, note, codeAt, codesOf }: Reading): PackTables => {
  const { manifest, areas, hamlets, sites, points, fibreNodes } = tables;
  const told = { ...manifest.provenance.communes, kind: 'derived' as const, note };
  const moved = <P extends { communeCode: string }>({ features }: FeatureCollection<Point, P>) => ({
    type: 'FeatureCollection' as const,
    features: features.map(
      (one): Feature<Point, P> => ({
        ...one,
        properties: { ...one.properties, communeCode: codeAt(one.properties.communeCode, positionOf(one.geometry)) },
      }),
    ),
  });
  return {
    ...tables,
    manifest: { ...manifest, vintage, provenance: { ...manifest.provenance, communes: told, districts: told } },
    communes,
    districts: districtsOf(communes, tables.province),
    areas: {
      ...areas,
      features: areas.features.map((area) => {
        const communeCodes = [...new Set(area.properties.communeCodes.flatMap(codesOf))];
        return { ...area, properties: { ...area.properties, communeCodes } };
      }),
    },
    hamlets: hamlets.map((hamlet) => ({ ...hamlet, communeCode: codeAt(hamlet.communeCode, hamlet.centre) })),
    sites: sites.map((site) => ({ ...site, communeCode: codeAt(site.communeCode, site.position) })),
    points: moved(points),
    fibreNodes: moved(fibreNodes),
  };
};

const positionOf = ({ coordinates: [lon, lat] }: Point): LonLat => [lon, lat];

/**
 * A pack of earlier units read by those they went into.
 *
 * @param shapes of the later units, where a source has them; joined from the earlier ones otherwise, and that is said
 * @throws Error as `joinUnits`
 */
export const readByLaterUnits = (
  tables: PackTables,
  crosswalk: Crosswalk,
  register: readonly RegisterUnit[],
  shapes?: UnitShapes,
): PackTables => {
  const successor = (code: string): string => crosswalk.successors.get(code) ?? code;
  return read(tables, {
    vintage: crosswalk.to,
    communes: joinUnits(tables.communes, crosswalk, register, shapes),
    note: shapes
      ? `Units of ${crosswalk.to}; what belongs to each by the list of predecessors.`
      : `Units of ${crosswalk.to}, joined from those of ${crosswalk.from} by the list of predecessors.`,
    codeAt: successor,
    codesOf: (code) => [successor(code)],
  });
};

/**
 * A pack of later units read by those they were made of, drawn inside them. A later unit whose predecessors are not in
 * the register stays as it is, so that nothing is lost from the sums.
 */
export const readByEarlierUnits = (
  tables: PackTables,
  crosswalk: Crosswalk,
  register: readonly Commune[],
): PackTables => {
  const shapes = new Map(tables.communes.features.map(({ properties, geometry }) => [properties.code, geometry]));
  const divided = divideUnits(shapes, crosswalk, register);
  const parts = new Map(divided.features.map((part) => [part.properties.code, part]));
  const predecessors = predecessorsOf(crosswalk);
  const partsOf = (code: string): string[] => (predecessors.get(code) ?? []).filter((one) => parts.has(one));
  const codesOf = (code: string): string[] => (partsOf(code).length > 0 ? partsOf(code) : [code]);
  const whole = tables.communes.features.filter(({ properties }) => partsOf(properties.code).length === 0);
  const codeAt = (code: string, position: LonLat): string => {
    const own = partsOf(code).flatMap((one) => parts.get(one) ?? []);
    const inside = own.find(({ geometry }) => booleanPointInPolygon([...position], geometry));
    if (inside) return inside.properties.code;
    // a place on the very line between two, or beyond the border: the nearest point
    const [nearest] = own.sort(
      (a, b) => distanceM(a.properties.point, position) - distanceM(b.properties.point, position),
    );
    return nearest?.properties.code ?? code;
  };
  return read(tables, {
    vintage: crosswalk.from,
    communes: { type: 'FeatureCollection', features: [...divided.features, ...whole] },
    note: `Units of ${crosswalk.from}, drawn as a power diagram inside those of ${crosswalk.to}: right in area and place, schematic in outline.`,
    codeAt,
    codesOf,
  });
};
