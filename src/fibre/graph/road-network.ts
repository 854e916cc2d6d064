import Flatbush from 'flatbush';
import { distanceM } from '../../geo/distance.ts';
import { lonLatToPixel, pixelToLonLat } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';

/** Points along roads and the links between them: roads meet where they share a point. */
export interface RoadNetwork {
  positions: LonLat[];
  links: { a: number; b: number; lengthM: number }[];
}

/** A corner this near to another road lies on it: what was drawn apart is one place. */
const snapM = 10;
/** Ends of the same coordinates to six digits are one point: 0.1 m. */
const digits = 1e6;

/** A straight piece of a road between two points. */
interface Piece {
  a: number;
  b: number;
  /** Points on it besides its ends, by how far along it they lie, 0..1. */
  cuts: { at: number; point: number }[];
}

/**
 * Roads made into a network: lines are joined where they share a corner, where one ends on another or within 10 m of it, and
 * where they cross, and get a point at least every `stepM` metres, so that they can be left anywhere.
 *
 * @param zoom of the pixel grid that lines are straight on
 */
export const roadNetwork = (
  lines: readonly (readonly (readonly number[])[])[],
  stepM: number,
  zoom: number,
): RoadNetwork => {
  const points = new Points(zoom);
  const pieces: Piece[] = [];
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const a = points.at(line[k - 1][0], line[k - 1][1]);
      const b = points.at(line[k][0], line[k][1]);
      if (a !== b) pieces.push({ a, b, cuts: [] });
    }
  }
  if (pieces.length === 0) return { positions: [], links: [] };
  joinWhereTheyMeet(pieces, points);

  const network: RoadNetwork = { positions: points.positions, links: [] };
  for (const { a, b, cuts } of pieces) {
    let last = a;
    for (const { point } of cuts.sort((p, q) => p.at - q.at || p.point - q.point)) {
      addSteps(network, last, point, stepM);
      last = point;
    }
    addSteps(network, last, b, stepM);
  }
  return network;
};

/** Places known by their coordinates. */
class Points {
  readonly positions: LonLat[] = [];
  readonly pixels: (readonly [x: number, y: number])[] = [];
  private readonly known = new Map<string, number>();
  private readonly zoom: number;

  constructor(zoom: number) {
    this.zoom = zoom;
  }

  at(lon: number, lat: number): number {
    const key = `${Math.round(lon * digits)},${Math.round(lat * digits)}`;
    const there = this.known.get(key);
    if (there !== undefined) return there;
    const point = this.positions.push([lon, lat]) - 1;
    this.known.set(key, point);
    this.pixels.push(lonLatToPixel(this.zoom, lon, lat));
    return point;
  }

  atPixel(x: number, y: number): number {
    return this.at(...pixelToLonLat(this.zoom, x, y));
  }

  /** Pixels a length spans about there. */
  pixelsOf(lengthM: number, point: number): number {
    const [x, y] = this.pixels[point];
    return lengthM / distanceM(this.positions[point], pixelToLonLat(this.zoom, x + 1, y));
  }
}

/** Puts a point on every piece where another ends on it or crosses it. */
const joinWhereTheyMeet = (pieces: readonly Piece[], points: Points): void => {
  const { pixels } = points;
  const snap = points.pixelsOf(snapM, pieces[0].a);
  const boxOf = ({ a, b }: Piece): [number, number, number, number] => {
    const [[xa, ya], [xb, yb]] = [pixels[a], pixels[b]];
    return [Math.min(xa, xb) - snap, Math.min(ya, yb) - snap, Math.max(xa, xb) + snap, Math.max(ya, yb) + snap];
  };
  const index = new Flatbush(pieces.length);
  for (const piece of pieces) index.add(...boxOf(piece));
  index.finish();

  const touches = (point: number, piece: Piece): boolean => {
    const [[xa, ya], [xb, yb], [xp, yp]] = [pixels[piece.a], pixels[piece.b], pixels[point]];
    const [dx, dy] = [xb - xa, yb - ya];
    const at = ((xp - xa) * dx + (yp - ya) * dy) / (dx * dx + dy * dy);
    if (!(at > 0 && at < 1) || Math.hypot(xa + at * dx - xp, ya + at * dy - yp) > snap) return false;
    piece.cuts.push({ at, point });
    return true;
  };
  const cross = (one: Piece, other: Piece): void => {
    const [[xa, ya], [xb, yb], [xc, yc], [xd, yd]] = [one.a, one.b, other.a, other.b].map((point) => pixels[point]);
    const turn = (xb - xa) * (yd - yc) - (yb - ya) * (xd - xc);
    const at = ((xc - xa) * (yd - yc) - (yc - ya) * (xd - xc)) / turn;
    const on = ((xc - xa) * (yb - ya) - (yc - ya) * (xb - xa)) / turn;
    if (!(at > 0 && at < 1 && on > 0 && on < 1)) return;
    const point = points.atPixel(xa + at * (xb - xa), ya + at * (yb - ya));
    one.cuts.push({ at, point });
    other.cuts.push({ at: on, point });
  };
  pieces.forEach((one, p) => {
    for (const q of index.search(...boxOf(one)).sort((i, j) => i - j)) {
      const other = pieces[q];
      if (q <= p || one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b) continue;
      const met = [touches(one.a, other), touches(one.b, other), touches(other.a, one), touches(other.b, one)];
      if (!met.includes(true)) cross(one, other);
    }
  });
};

/** Links two points by equal steps no longer than so many metres. */
const addSteps = ({ positions, links }: RoadNetwork, a: number, b: number, stepM: number): void => {
  if (a === b) return;
  const [[lonA, latA], [lonB, latB]] = [positions[a], positions[b]];
  const lengthM = distanceM(positions[a], positions[b]);
  const steps = Math.max(1, Math.ceil(lengthM / stepM));
  let last = a;
  for (let s = 1; s <= steps; s++) {
    const next =
      s === steps ? b : positions.push([lonA + ((lonB - lonA) * s) / steps, latA + ((latB - latA) * s) / steps]) - 1;
    links.push({ a: last, b: next, lengthM: lengthM / steps });
    last = next;
  }
};
