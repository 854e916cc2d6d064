import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { OtherUnits } from '../../model/other-units.ts';
import type { PackTables } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import { distanceM } from '../distance.ts';

/** What is read by other units than the pack's. */
type Placed = Pick<
  PackTables,
  'manifest' | 'communes' | 'districts' | 'areas' | 'hamlets' | 'sites' | 'points' | 'fibreNodes'
>;

const positionOf = ({ coordinates: [lon, lat] }: Point): LonLat => [lon, lat];

/** Which of other units holds a place in a unit of the pack's. */
export const codeFinder = ({ communes, partsOf }: OtherUnits) => {
  const byCode = new Map(communes.features.map((commune) => [commune.properties.code, commune]));
  return (code: string, position: LonLat): string => {
    const codes = partsOf.get(code) ?? [];
    if (codes.length < 2) return codes[0] ?? code;
    const own = codes.flatMap((one) => byCode.get(one) ?? []);
    const inside = own.find(({ geometry }) => booleanPointInPolygon([...position], geometry));
    if (inside) return inside.properties.code;
    // a place on the very line between two, or beyond the border: the nearest point
    const [nearest] = own.sort(
      (a, b) => distanceM(a.properties.point, position) - distanceM(b.properties.point, position),
    );
    return nearest?.properties.code ?? code;
  };
};

/**
 * The same pack by other units: communes and districts are theirs, and every place belongs to one of them. Places and
 * people stay, so that sums over all units are what they were.
 */
export const readByUnits = <T extends Placed>(tables: T, units: OtherUnits): T => {
  const { manifest, areas, hamlets, sites, points, fibreNodes } = tables;
  const told = { ...manifest.provenance.communes, kind: 'derived' as const, note: units.note };
  const codeAt = codeFinder(units);
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
    manifest: {
      ...manifest,
      vintage: units.vintage,
      provenance: { ...manifest.provenance, communes: told, districts: told },
    },
    communes: units.communes,
    districts: units.districts,
    areas: {
      ...areas,
      features: areas.features.map((area) => {
        const communeCodes = [
          ...new Set(area.properties.communeCodes.flatMap((code) => units.partsOf.get(code) ?? [code])),
        ];
        return { ...area, properties: { ...area.properties, communeCodes } };
      }),
    },
    hamlets: hamlets.map((hamlet) => ({ ...hamlet, communeCode: codeAt(hamlet.communeCode, hamlet.centre) })),
    sites: sites.map((site) => ({ ...site, communeCode: codeAt(site.communeCode, site.position) })),
    points: moved(points),
    fibreNodes: moved(fibreNodes),
  };
};
