import { feature, featureCollection, polygon, union } from '@turf/turf';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { fitPowerDiagram, type Point, type PowerCell } from '../../src/geo/power-diagram.ts';
import type { AreaGeometry } from '../../src/model/pack.ts';
import type { Commune, District, LonLat } from '../../src/model/place.ts';
import type { CommuneFacts, Neighbour } from './facts.ts';

/** The sphere turf measures areas on, so that its `area` finds the areas fitted here. */
const sphereRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Cylindrical equal-area projection about a point, km. */
const equalArea = ([lon0, lat0]: LonLat) => {
  const k = Math.cos(lat0 * radians);
  const s0 = Math.sin(lat0 * radians);
  return {
    forward: ([lon, lat]: LonLat): Point => [
      sphereRadiusKm * k * (lon - lon0) * radians,
      (sphereRadiusKm * (Math.sin(lat * radians) - s0)) / k,
    ],
    inverse: ([x, y]: Point): LonLat => [
      lon0 + x / (sphereRadiusKm * k * radians),
      Math.asin(s0 + (y * k) / sphereRadiusKm) / radians,
    ],
  };
};

/** Corners nearer than this are one corner, km. */
const snapKm = 1e-4;

/** Gives the same corner, to the last bit, to every cell that meets there. */
const cornerSnapper = (toLonLat: (p: Point) => LonLat) => {
  const known = new Map<string, { p: Point; lonLat: LonLat }>();
  const round6 = (v: number) => Math.round(v * 1e6) / 1e6;
  return (p: Point): LonLat => {
    const cx = Math.round(p[0] / snapKm);
    const cy = Math.round(p[1] / snapKm);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const found = known.get(`${cx + dx},${cy + dy}`);
        if (found && Math.hypot(found.p[0] - p[0], found.p[1] - p[1]) < snapKm) return found.lonLat;
      }
    }
    const [lon, lat] = toLonLat(p);
    const lonLat: LonLat = [round6(lon), round6(lat)];
    known.set(`${cx},${cy}`, { p, lonLat });
    return lonLat;
  };
};

const centroidOf = (corners: readonly Point[]): Point => {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let k = 0, n = corners.length; k < n; k++) {
    const [x0, y0] = corners[k];
    const [x1, y1] = corners[(k + 1) % n];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return [x / (3 * twice), y / (3 * twice)];
};

const contains = (corners: readonly Point[], [x, y]: Point): boolean =>
  corners.every((p, k) => {
    const q = corners[(k + 1) % corners.length];
    return (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) > 0;
  });

/** Rounds in which a site is pulled so that its cell comes to lie over its commune's point. */
const pullRounds = 6;
const pullShare = 0.6;
const areaTolerance = 1e-4;

export interface Shapes {
  communes: FeatureCollection<Polygon, Commune>;
  districts: FeatureCollection<AreaGeometry, District>;
  province: FeatureCollection<AreaGeometry, { name: string }>;
  /** Communes whose register point falls outside their schematic shape; theirs was moved to the shape's middle. */
  movedPoints: string[];
}

/**
 * Schematic shapes of the communes: a power diagram of their points whose cells have the official areas, bounded by the
 * neighbours' points. Not surveyed boundaries: right in area, neighbourhood and place, schematic in outline.
 */
export const buildShapes = (facts: readonly CommuneFacts[], neighbours: readonly Neighbour[]): Shapes => {
  const communes = facts.map((fact) => fact.commune);
  const all = [...communes.map((c) => c.point), ...neighbours.map((c) => c.point)];
  const middle: LonLat = [
    all.reduce((sum, p) => sum + p[0], 0) / all.length,
    all.reduce((sum, p) => sum + p[1], 0) / all.length,
  ];
  const { forward, inverse } = equalArea(middle);
  const points = all.map(forward);
  const reach = Math.max(...points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)))) + 5;
  const box: Point[] = [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ];
  const areas = communes.map((c) => c.areaKm2);

  let sites = points;
  let cells = fitPowerDiagram(sites, areas, box, areaTolerance);
  const strays = () => cells.filter((cell, i) => !contains(cell.corners, points[i])).length;
  for (let round = 0; round < pullRounds && strays() > 0; round++) {
    const pulled = sites.map((site, i): Point => {
      if (i >= cells.length || contains(cells[i].corners, points[i])) return site;
      const [x, y] = centroidOf(cells[i].corners);
      return [site[0] + pullShare * (points[i][0] - x), site[1] + pullShare * (points[i][1] - y)];
    });
    cells = fitPowerDiagram(pulled, areas, box, areaTolerance);
    sites = pulled;
  }
  return assemble(communes, cells, points, inverse);
};

const assemble = (
  communes: readonly Commune[],
  cells: readonly PowerCell[],
  points: readonly Point[],
  inverse: (p: Point) => LonLat,
): Shapes => {
  const snap = cornerSnapper(inverse);
  const movedPoints: string[] = [];
  const features = communes.map((commune, i): Feature<Polygon, Commune> => {
    const ring = cells[i].corners.map(snap).filter((p, k, all) => p !== all[(k + 1) % all.length]);
    const inside = contains(cells[i].corners, points[i]);
    if (!inside) movedPoints.push(commune.code);
    const [lon, lat] = inside ? commune.point : inverse(centroidOf(cells[i].corners));
    const point: LonLat = [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
    return polygon([[...ring, ring[0]].map((p) => [...p])], { ...commune, point }, { id: commune.code });
  });

  const districtCodes = [...new Set(communes.map((c) => c.districtCode))].sort();
  const districts = districtCodes.map((code) => {
    const own = features.filter((f) => f.properties.districtCode === code);
    const merged = own.length > 1 ? union(featureCollection(own)) : own[0];
    if (!merged) throw new Error(`District ${code} has no shape`);
    return feature(merged.geometry, { code, name: own[0].properties.districtName }, { id: code });
  });
  const whole = union(featureCollection(districts));
  if (!whole) throw new Error('The province has no shape');
  return {
    communes: featureCollection(features),
    districts: featureCollection<AreaGeometry, District>(districts),
    province: featureCollection<AreaGeometry, { name: string }>([feature(whole.geometry, { name: 'Thái Nguyên' })]),
    movedPoints,
  };
};
