import { area, booleanPointInPolygon, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A closed line: its last position is its first. */
export type Ring = Position[];

const keyOf = ([lon, lat]: Position): string => `${lon},${lat}`;

interface Line {
  positions: Position[];
  used: boolean;
}

/**
 * Rings out of lines in any order and direction, joined where their ends are the same position. Where a ring touches
 * itself it is cut in two, so that no ring passes a position twice. What does not close is given back.
 */
export const closeRings = (given: readonly (readonly Position[])[]): { rings: Ring[]; open: Position[][] } => {
  const rings: Ring[] = [];
  const lines = given.filter((line) => line.length > 1).map((line): Line => ({ positions: [...line], used: false }));
  const ends = new Map<string, Line[]>();
  for (const line of lines) {
    for (const end of [line.positions[0], line.positions[line.positions.length - 1]]) {
      const there = ends.get(keyOf(end));
      if (there) there.push(line);
      else ends.set(keyOf(end), [line]);
    }
  }
  const open: Position[][] = [];
  for (const first of lines) {
    if (first.used) continue;
    first.used = true;
    const chain = startChain(rings);
    chain.extend(first.positions);
    for (let end = chain.end(); end; end = chain.end()) {
      const here = keyOf(end);
      const next = ends.get(here)?.find(({ used }) => !used);
      if (!next) break;
      next.used = true;
      chain.extend(keyOf(next.positions[0]) === here ? next.positions : [...next.positions].reverse());
    }
    if (chain.positions.length > 1) open.push(chain.positions);
  }
  return { rings, open };
};

/** A chain of positions out of which every loop is taken, from where it passes a position again to where it did first. */
const startChain = (rings: Ring[]) => {
  const positions: Position[] = [];
  const at = new Map<string, number>();
  return {
    positions,
    end: (): Position | undefined => positions[positions.length - 1],
    extend: (line: readonly Position[]): void => {
      for (const position of line) {
        const key = keyOf(position);
        const before = at.get(key);
        if (before === undefined) {
          at.set(key, positions.length);
          positions.push(position);
          continue;
        }
        const passed = positions.splice(before + 1);
        for (const one of passed) at.delete(keyOf(one));
        // there and back again encloses nothing
        if (passed.length > 1) rings.push([position, ...passed, position]);
      }
    },
  };
};

const counterClockwise = (ring: Ring): boolean => {
  let twice = 0;
  for (let k = 0; k + 1 < ring.length; k++) twice += ring[k][0] * ring[k + 1][1] - ring[k + 1][0] * ring[k][1];
  return twice > 0;
};

const turned = (ring: Ring, outer: boolean): Ring => (counterClockwise(ring) === outer ? ring : [...ring].reverse());

/** A position of a ring that does not lie on another, to ask whether one lies in the other. */
const holds = (outer: Polygon, ring: Ring): boolean => {
  const probe = ring.find((position) => !onRing(position, outer.coordinates[0])) ?? ring[0];
  return booleanPointInPolygon(probe, outer);
};

const onRing = (position: Position, ring: Ring): boolean => {
  const key = keyOf(position);
  return ring.some((one) => keyOf(one) === key);
};

/**
 * Rings as an area: a ring inside another is a hole, one inside a hole is land again. Largest first; outer rings run
 * counter-clockwise. Undefined without any ring.
 */
export const areaOfRings = (rings: readonly Ring[]): Polygon | MultiPolygon | undefined => {
  const bySize = rings
    .map((ring) => ({ ring, shape: polygon([ring]).geometry, size: area(polygon([ring])) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  const placed: { shape: Polygon; isLand: boolean; holes: Ring[]; ring: Ring }[] = [];
  for (const { ring, shape } of bySize) {
    // the last one placed that holds it is the smallest
    const around = placed.filter((other) => holds(other.shape, ring)).at(-1);
    const isLand = !around?.isLand;
    if (around && !isLand) around.holes.push(turned(ring, false));
    placed.push({ shape, isLand, holes: [], ring: turned(ring, true) });
  }
  const polygons = placed.filter(({ isLand }) => isLand).map(({ ring, holes }) => [ring, ...holes]);
  if (polygons.length === 0) return undefined;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
};
