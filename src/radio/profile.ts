import { distanceM } from '../geo/distance.ts';
import { lonLatToPixel, worldPixels } from '../geo/grid.ts';
import { terrainHeightAtPixel } from '../geo/sample.ts';
import type { LonLat } from '../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../model/raster.ts';

/** Ground and clutter between two points, transmitter first. All arrays are as long as there are points (3 or more). */
export interface PathProfile {
  /** From the transmitter along the path; the first is 0, the last the path's length. */
  distanceKm: Float64Array;
  /** Terrain above sea level. */
  heightM: Float64Array;
  /** Representative clutter height R on top of the terrain. The two ends are bare whatever stands there. */
  clutterM: Float64Array;
  /**
   * Share of the points whose terrain is not known, 0..1. Their heights are bridged linearly from the nearest known
   * points (level beyond the last known one), or all NaN when nothing is known.
   */
  unknownShare: number;
}

/**
 * Representative clutter height in metres of every land-cover class, ITU-R P.1812-7 table 2:
 * water and open ground 0, suburban 10, urban, trees and forest 15, dense urban 20. Unknown cover adds nothing.
 */
const clutterHeightM: readonly number[] = [
  /* unknown */ 0, /* water */ 0, /* open */ 0, /* suburban */ 10, /* urban */ 15, /* forest */ 15,
  /* dense-urban */ 20,
];

/** Representative clutter height in metres of a land-cover value; 0 for a value that is no class. */
export const clutterHeightOf = (landCoverValue: number): number => clutterHeightM[landCoverValue] ?? 0;

/** A path has a direction and a length: ends nearer than this are taken to be this far apart. */
const shortestPathKm = 0.001;

/** The middle of the great circle between two positions. */
const midpoint = (a: LonLat, b: LonLat): LonLat => {
  const rad = Math.PI / 180;
  const dLon = (b[0] - a[0]) * rad;
  const latA = a[1] * rad;
  const latB = b[1] * rad;
  const bx = Math.cos(latB) * Math.cos(dLon);
  const by = Math.cos(latB) * Math.sin(dLon);
  const lat = Math.atan2(Math.sin(latA) + Math.sin(latB), Math.hypot(Math.cos(latA) + bx, by));
  return [a[0] + Math.atan2(by, Math.cos(latA) + bx) / rad, lat / rad];
};

/** Fills gaps of NaN from their known neighbours; returns how many there were. */
export const bridgeGaps = (h: Float64Array): number => {
  const n = h.length;
  let missing = 0;
  let known = -1;
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(h[i])) {
      missing++;
      continue;
    }
    for (let j = known + 1; j < i; j++) {
      h[j] = known < 0 ? h[i] : h[known] + ((h[i] - h[known]) * (j - known)) / (i - known);
    }
    known = i;
  }
  if (known >= 0) h.fill(h[known], known + 1);
  return missing;
};

/**
 * The points between two positions that a profile consists of, looked at one by one: both ends, a step for each column or
 * row of the terrain's grid that the path crosses, whichever are more, and three points at least. Steps are counted back from
 * the receiver, so that its nearest surroundings are looked at alike wherever it stands; the first one, from the transmitter,
 * is shorter. The lines of a coverage sweep are sampled like this. Terrain is bilinear; clutter is that of the land-cover
 * cell a point falls in, 0 at the ends, and everywhere without land cover.
 *
 * The points lie on the parabola through the ends and the great circle's middle in Mercator pixels, within a metre of
 * the great circle for paths up to 100 km.
 */
export class PathPoints {
  readonly count: number;
  readonly lengthKm: number;
  /** Of the point looked at, as in a profile; its height is NaN where the terrain is not known. */
  distanceKm = 0;
  heightM = Number.NaN;
  clutterM = 0;
  private readonly terrain: TerrainRaster;
  private readonly landCover: LandCoverRaster | null;
  private readonly coverScale: number;
  private readonly step: number;
  /** Within a cell there is only its bare middle. */
  private readonly isShort: boolean;
  private readonly x0: number;
  private readonly y0: number;
  private readonly alongX: number;
  private readonly alongY: number;
  private readonly bendX: number;
  private readonly bendY: number;

  /** @throws RangeError when a coordinate is not finite */
  constructor(terrain: TerrainRaster, landCover: LandCoverRaster | null, from: LonLat, to: LonLat) {
    this.lengthKm = Math.max(distanceM(from, to) / 1000, shortestPathKm);
    if (!Number.isFinite(this.lengthKm)) throw new RangeError(`no path from ${from} to ${to}`);
    this.terrain = terrain;
    this.landCover = landCover;
    const { zoom } = terrain.grid;
    this.coverScale = landCover ? worldPixels(landCover.grid.zoom) / worldPixels(zoom) : 1;
    const [x0, y0] = lonLatToPixel(zoom, from[0], from[1]);
    const [x1, y1] = lonLatToPixel(zoom, to[0], to[1]);
    const crossed = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    // a whole number of cells shall not become one more by rounding
    this.count = Math.max(3, Math.ceil(crossed - 1e-6) + 1);
    // whole steps back from the receiver, what is left over at the transmitter
    this.isShort = crossed <= 1;
    this.step = this.isShort ? 1 / 2 : 1 / crossed;
    const middle = midpoint(from, to);
    const [xm, ym] = lonLatToPixel(zoom, middle[0], middle[1]);
    this.x0 = x0;
    this.y0 = y0;
    this.alongX = x1 - x0;
    this.alongY = y1 - y0;
    // position(t) = start + (end − start)·t + bend·t·(1 − t), so that position(½) is the middle
    this.bendX = 4 * xm - 2 * (x0 + x1);
    this.bendY = 4 * ym - 2 * (y0 + y1);
  }

  /** Looks at point `i`, counted from the transmitter at 0. */
  look(i: number): void {
    this.lookAt(i === 0 ? 0 : 1 - (this.count - 1 - i) * this.step);
  }

  /** Looks at the place a share of the way lies at, 0 at the transmitter and 1 at the receiver. */
  lookAt(t: number): void {
    const { landCover } = this;
    const x = this.x0 + this.alongX * t + this.bendX * t * (1 - t);
    const y = this.y0 + this.alongY * t + this.bendY * t * (1 - t);
    this.distanceKm = this.lengthKm * t;
    this.heightM = terrainHeightAtPixel(this.terrain, x, y);
    this.clutterM = 0;
    if (landCover && t > 0 && t < 1 && !this.isShort) {
      const { grid, data } = landCover;
      const c = Math.floor(x * this.coverScale) - grid.col0;
      const r = Math.floor(y * this.coverScale) - grid.row0;
      if (c >= 0 && r >= 0 && c < grid.width && r < grid.height)
        this.clutterM = clutterHeightOf(data[r * grid.width + c]);
    }
  }
}

/** The profile over all points of a path; what is unknown of its terrain is bridged. */
export const profileOver = (points: PathPoints): PathProfile => {
  const { count } = points;
  const distanceKm = new Float64Array(count);
  const heightM = new Float64Array(count);
  const clutterM = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    points.look(i);
    distanceKm[i] = points.distanceKm;
    heightM[i] = points.heightM;
    clutterM[i] = points.clutterM;
  }
  const missing = bridgeGaps(heightM);
  return { distanceKm, heightM, clutterM, unknownShare: missing / count };
};

/**
 * The profile between two positions: all of its `PathPoints`.
 *
 * @throws RangeError when a coordinate is not finite
 */
export const buildProfile = (
  terrain: TerrainRaster,
  landCover: LandCoverRaster | null,
  from: LonLat,
  to: LonLat,
): PathProfile => profileOver(new PathPoints(terrain, landCover, from, to));
