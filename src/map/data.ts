import type { Feature, FeatureCollection, Geometry, LineString, Point, Polygon, Position } from 'geojson';
import type { Findings } from '../findings/findings.ts';
import { statusBy } from '../findings/hamlet-filter.ts';
import type { AreaGeometry, Pack } from '../model/pack.ts';
import { isDistrictCode, type LonLat } from '../model/place.ts';
import { siteMarks } from './classes.ts';
import type { HamletClass } from './palette.ts';

const point = (position: LonLat): Point => ({ type: 'Point', coordinates: [...position] });
const feature = <G extends Geometry, P>(geometry: G, properties: P): Feature<G, P> => ({
  type: 'Feature',
  geometry,
  properties,
});
const collection = <G extends Geometry, P>(features: Feature<G, P>[]): FeatureCollection<G, P> => ({
  type: 'FeatureCollection',
  features,
});

export interface HamletPointProperties {
  id: string;
  name: string;
  status: HamletClass;
}

/** Hamlets as points with their class by an operator (null: the best of all); `shown` null draws all. */
export const hamletPoints = (
  pack: Pack,
  findings: Findings | null,
  operator: string | null,
  shown: ReadonlySet<string> | null,
): FeatureCollection<Point, HamletPointProperties> => {
  const statuses = new Map(findings?.hamlets.map((hamlet) => [hamlet.id, statusBy(hamlet, operator)]));
  return collection(
    pack.hamlets
      .filter((hamlet) => shown === null || shown.has(hamlet.id))
      .map(({ id, name, centre }) => feature(point(centre), { id, name, status: statuses.get(id) ?? 'pending' })),
  );
};

export interface SitePointProperties {
  id: string;
  tenants: number;
  icon: string;
}

export const sitePoints = (pack: Pack): FeatureCollection<Point, SitePointProperties> =>
  collection(
    pack.sites.map(({ id, position, tenants }) => {
      const mark = siteMarks.findLast(({ from }) => tenants.length >= from) ?? siteMarks[0];
      return feature(point(position), { id, tenants: tenants.length, icon: mark.icon });
    }),
  );

/** Communes with the share (0..1) of their people without signal: 0 before a run, null where it is not known. */
export const communeAreas = (
  pack: Pack,
  findings: Findings | null,
  operator: string | null,
): FeatureCollection<AreaGeometry, { code: string; share: number | null }> => {
  const shares = new Map(
    findings?.communes.map((row) => {
      const count = operator === null ? row.any : row.byOperator[operator];
      return [row.code, row.people === 0 ? 0 : (count?.unservedShare ?? null)];
    }),
  );
  return collection(
    pack.communes.features.map(({ geometry, properties: { code } }) =>
      feature(geometry, { code, share: shares.has(code) ? (shares.get(code) ?? null) : 0 }),
    ),
  );
};

/** Districts, where there are any: what stands for them elsewhere is the province, which is drawn as such. */
export const districtAreas = ({ districts }: Pick<Pack, 'districts'>): Pack['districts'] =>
  collection(districts.features.filter(({ properties: { code } }) => isDistrictCode(code)));

interface LabelProperties {
  name: string;
  level: 'commune' | 'district';
}

/** Names at the communes' points, and at each district's middle: the mean of its communes' points by area. */
export const placeLabels = (pack: Pack): FeatureCollection<Point, LabelProperties> => {
  const communes = pack.communes.features.map(({ properties }) => properties);
  const districts = districtAreas(pack).features.flatMap(({ properties: { code, name } }) => {
    const members = communes.filter((commune) => commune.districtCode === code);
    const area = members.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    if (area === 0) return [];
    const mean = (axis: 0 | 1): number => members.reduce((sum, m) => sum + m.point[axis] * m.areaKm2, 0) / area;
    return [feature<Point, LabelProperties>(point([mean(0), mean(1)]), { name, level: 'district' })];
  });
  return collection([
    ...districts,
    ...communes.map(({ name, point: at }) => feature<Point, LabelProperties>(point(at), { name, level: 'commune' })),
  ]);
};

/** Chosen merges: a line from the moved site to its host, and a point between them for small scales. */
export const mergeLines = (
  pack: Pack,
  findings: Findings | null,
): FeatureCollection<LineString | Point, { hostId: string; donorId: string }> => {
  const positions = new Map(pack.sites.map(({ id, position }) => [id, position]));
  return collection(
    (findings?.sharing.chosen ?? []).flatMap(({ hostId, donorId }) => {
      const host = positions.get(hostId);
      const moved = positions.get(donorId);
      if (!host || !moved) return [];
      const line: LineString = { type: 'LineString', coordinates: [[...moved], [...host]] };
      return [
        feature<LineString | Point, { hostId: string; donorId: string }>(line, { hostId, donorId }),
        feature<LineString | Point, { hostId: string; donorId: string }>(
          point([(host[0] + moved[0]) / 2, (host[1] + moved[1]) / 2]),
          { hostId, donorId },
        ),
      ];
    }),
  );
};

/** Everything but the province: the world with the province's outer rings cut out. */
export const outsideOf = (province: FeatureCollection<AreaGeometry, unknown>): Feature<Polygon> => {
  const world: Position[] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const rings = province.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map((polygon) => polygon[0]),
  );
  return feature({ type: 'Polygon', coordinates: [world, ...rings] }, {});
};
