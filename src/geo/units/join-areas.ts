import { area, union } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Feature, Position } from 'geojson';
import type { AreaGeometry } from '../../model/pack.ts';
import { areaOfRings, closeRings } from '../rings.ts';

type Edge = readonly [Position, Position];

/** Off a line by less than this, in degrees, a position lies on it: a tenth of a millimetre. */
const onLine = 1e-9;
/** Areas that add up to this have been joined without loss. */
const exact = 1e-7;
/** Holes smaller than this are slivers between borders drawn twice, m². */
const sliverM2 = 1000;
/** Digits positions are rounded to, one after another, where joining fails on lines that all but coincide. */
const digitsTried = [Number.POSITIVE_INFINITY, 8, 7, 6, 5];

const polygonsOf = (shape: AreaGeometry): Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

const keyOf = (a: Position, b: Position): string => {
  const [p, q] = [`${a[0]},${a[1]}`, `${b[0]},${b[1]}`];
  return p < q ? `${p}|${q}` : `${q}|${p}`;
};

/** Edges that stand once; those of two neighbours stand twice, and fall away. */
const unshared = (edges: Iterable<Edge>): Edge[] => {
  const single = new Map<string, Edge>();
  for (const edge of edges) {
    const key = keyOf(...edge);
    if (!single.delete(key)) single.set(key, edge);
  }
  return [...single.values()];
};

/** Edges cut where the end of another lies on them: a border that one neighbour draws with fewer positions. */
const cutAtEnds = (edges: readonly Edge[]): Edge[] => {
  if (edges.length === 0) return [];
  const ends = edges.map(([a]) => a).concat(edges.map(([, b]) => b));
  const index = new Flatbush(ends.length);
  for (const [lon, lat] of ends) index.add(lon, lat);
  index.finish();
  return edges.flatMap(([a, b]) => {
    const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    const between = new Map<string, { at: number; position: Position }>();
    for (const i of index.search(box[0] - onLine, box[1] - onLine, box[2] + onLine, box[3] + onLine)) {
      const [ex, ey] = [ends[i][0] - a[0], ends[i][1] - a[1]];
      const at = (ex * dx + ey * dy) / length ** 2;
      const off = Math.abs(ex * dy - ey * dx) / length;
      if (off < onLine && at * length > onLine && (1 - at) * length > onLine)
        between.set(`${ends[i][0]},${ends[i][1]}`, { at, position: ends[i] });
    }
    const stops = [...between.values()].sort((p, q) => p.at - q.at).map(({ position }) => position);
    const way = [a, ...stops, b];
    return way.slice(1).map((stop, k): Edge => [way[k], stop]);
  });
};

const edgesOf = (shapes: readonly AreaGeometry[]): Edge[] =>
  shapes.flatMap((shape) =>
    polygonsOf(shape).flatMap((rings) =>
      rings.flatMap((ring) =>
        ring.slice(1).flatMap((end, k): Edge[] => {
          const start = ring[k];
          return start[0] === end[0] && start[1] === end[1] ? [] : [[start, end]];
        }),
      ),
    ),
  );

const withoutSlivers = (shape: AreaGeometry): AreaGeometry => {
  const clean = polygonsOf(shape).map(([outer, ...holes]) => [
    outer,
    ...holes.filter((hole) => area({ type: 'Polygon', coordinates: [hole] }) >= sliverM2),
  ]);
  return clean.length === 1 ? { type: 'Polygon', coordinates: clean[0] } : { type: 'MultiPolygon', coordinates: clean };
};

const rounded = (shape: AreaGeometry, digits: number): AreaGeometry => {
  if (!Number.isFinite(digits)) return shape;
  const scale = 10 ** digits;
  const round = ([lon, lat]: Position): Position => [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale];
  const polygons = polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(round)));
  return { type: 'MultiPolygon', coordinates: polygons };
};

/** By polygon clipping, for areas whose borders do not match: slower, and it fails on some lines that all but coincide. */
const clipped = (shapes: readonly AreaGeometry[]): AreaGeometry => {
  for (const digits of digitsTried) {
    try {
      const features = shapes.map(
        (shape): Feature<AreaGeometry> => ({ type: 'Feature', properties: {}, geometry: rounded(shape, digits) }),
      );
      const whole = union({ type: 'FeatureCollection', features });
      if (whole) return whole.geometry;
    } catch {
      // with fewer digits the two lines become one
    }
  }
  // side by side they are the same ground, with their borders drawn
  return { type: 'MultiPolygon', coordinates: shapes.flatMap(polygonsOf) };
};

/**
 * Areas that lie side by side as one. Where neighbours share their borders, as communes of one map do, shared edges fall
 * away and what is left is the outline, to the last position; otherwise by polygon clipping. Slivers are closed.
 *
 * @throws Error when there is no area
 */
export const joinAreas = (shapes: readonly AreaGeometry[]): AreaGeometry => {
  if (shapes.length === 0) throw new Error('No areas to join');
  if (shapes.length === 1) return shapes[0];
  const { rings, open } = closeRings(unshared(cutAtEnds(unshared(edgesOf(shapes)))));
  const outline = open.length === 0 ? areaOfRings(rings) : undefined;
  const sum = shapes.reduce((total, shape) => total + area(shape), 0);
  const isWhole = outline !== undefined && Math.abs(area(outline) / sum - 1) < exact;
  return withoutSlivers(isWhole ? outline : clipped(shapes));
};
