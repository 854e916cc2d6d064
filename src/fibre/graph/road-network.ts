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
/** Two ends of the same coordinates to six digits are one point: 0.1 m. */
const digits = 1e6;

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
 * @param zoom of the pixel grid that lengths are small against
 */
export const roadNetwork = (
  lines: readonly (readonly (readonly number[])[])[],
  stepM: number,
  zoom: number,
): RoadNetwork => {
  const positions: LonLat[] = [];
  const pixels: (readonly [x: number, y: number])[] = [];
  const known = new Map<string, number>();
  const pointAt = (lon: number, lat: number): number => {
    const key = `${Math.round(lon * digits)},${Math.round(lat * digits)}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    known.set(key, positions.length);
    positions.push([lon, lat]);
    pixels.push(lonLatToPixel(zoom, lon, lat));
    return positions.length - 1;
  };

  const pieces: Piece[] = [];
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const a = pointAt(line[k - 1][0], line[k - 1][1]);
      const b = pointAt(line[k][0], line[k][1]);
      if (a !== b) pieces.push({ a, b, cuts: [] });
    }
  }
  if (pieces.length === 0) return { positions: [], links: [] };

  const middle = positions[pieces[0].a];
  const [x, y] = lonLatToPixel(zoom, ...middle);
  const snap = snapM / distanceM(middle, pixelToLonLat(zoom, x + 1, y));
  const index = new Flatbush(pieces.length);
  for (const { a, b } of pieces) {
    const [[xa, ya], [xb, yb]] = [pixels[a], pixels[b]];
    index.add(Math.min(xa, xb) - snap, Math.min(ya, yb) - snap, Math.max(xa, xb) + snap, Math.max(ya, yb) + snap);
  }
  index.finish();

  /** Puts a point on a piece where it lies on it or near; whether it does. */
  const touches = (point: number, piece: Piece): boolean => {
    const [[xa, ya], [xb, yb], [xp, yp]] = [pixels[piece.a], pixels[piece.b], pixels[point]];
    const [dx, dy] = [xb - xa, yb - ya];
    const at = ((xp - xa) * dx + (yp - ya) * dy) / (dx * dx + dy * dy);
    if (!(at > 0 && at < 1) || Math.hypot(xa + at * dx - xp, ya + at * dy - yp) > snap) return false;
    piece.cuts.push({ at, point });
    return true;
  };
  const crosses = (one: Piece, other: Piece): void => {
    const [[xa, ya], [xb, yb], [xc, yc], [xd, yd]] = [one.a, one.b, other.a, other.b].map((point) => pixels[point]);
    const turn = (xb - xa) * (yd - yc) - (yb - ya) * (xd - xc);
    const at = ((xc - xa) * (yd - yc) - (yc - ya) * (xd - xc)) / turn;
    const on = ((xc - xa) * (yb - ya) - (yc - ya) * (xb - xa)) / turn;
    if (!(at > 0 && at < 1 && on > 0 && on < 1)) return;
    const point = pointAt(...pixelToLonLat(zoom, xa + at * (xb - xa), ya + at * (yb - ya)));
    one.cuts.push({ at, point });
    other.cuts.push({ at: on, point });
  };
  pieces.forEach((one, p) => {
    const [[xa, ya], [xb, yb]] = [pixels[one.a], pixels[one.b]];
    const near = index.search(Math.min(xa, xb), Math.min(ya, yb), Math.max(xa, xb), Math.max(ya, yb));
    for (const q of near.sort((i, j) => i - j)) {
      const other = pieces[q];
      if (q <= p || one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b) continue;
      const met = [touches(one.a, other), touches(one.b, other), touches(other.a, one), touches(other.b, one)];
      if (!met.includes(true)) crosses(one, other);
    }
  });

  const links: RoadNetwork['links'] = [];
  const join = (a: number, b: number): void => {
    if (a === b) return;
    const lengthM = distanceM(positions[a], positions[b]);
    const steps = Math.max(1, Math.ceil(lengthM / stepM));
    let last = a;
    for (let s = 1; s <= steps; s++) {
      let next = b;
      if (s < steps) {
        const [[lonA, latA], [lonB, latB]] = [positions[a], positions[b]];
        next = positions.length;
        positions.push([lonA + ((lonB - lonA) * s) / steps, latA + ((latB - latA) * s) / steps]);
      }
      links.push({ a: last, b: next, lengthM: lengthM / steps });
      last = next;
    }
  };
  for (const { a, b, cuts } of pieces) {
    let last = a;
    for (const { point } of cuts.sort((p, q) => p.at - q.at || p.point - q.point)) {
      join(last, point);
      last = point;
    }
    join(last, b);
  }
  return { positions, links };
};
