import { bbox, featureCollection, intersect, polygon, feature as toFeature } from '@turf/turf';
import type { Polygon } from 'geojson';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, LonLat } from '../../model/place.ts';
import { areaMask } from '../area-mask.ts';
import { metresPerDegree } from '../ellipsoid.ts';
import { cellCentre, gridCovering } from '../grid.ts';
import { type Point, powerCell } from '../power-diagram.ts';

/** Cells across the area while its shares are fitted: a share is met to about a hundredth. */
const cellsAcross = 64;
const rounds = 200;
const tolerance = 0.004;
/** Weight for area missing, in km²: to begin with, after a step too far, and after one that was not. */
const step = { first: 0.5, shrink: 0.5, grow: 1.1 };

/** A part that no point can have: the area is smaller than what it is divided on. */
const nothing: Polygon = { type: 'Polygon', coordinates: [] };

/**
 * Divides an area among points: the power diagram of the points, cut by the area, its weights fitted until each part has
 * its share of it. Parts have the order of the points; together they are the area.
 *
 * @param shares of each point, in any unit
 */
export const divideArea = (
  area: AreaGeometry,
  points: readonly LonLat[],
  shares: readonly number[],
): AreaGeometry[] => {
  if (points.length === 1) return [area];
  const [west, south, east, north] = bbox(area) as BoundingBox;
  const { eastM, northM } = metresPerDegree((south + north) / 2);
  const kmE = eastM / 1000;
  const kmN = northM / 1000;
  const flat = ([lon, lat]: LonLat): Point => [(lon - west) * kmE, (lat - south) * kmN];
  const sites = points.map(flat);
  const weights = fitWeights(area, sites, shares, flat);
  const reach = 1 + Math.max((east - west) * kmE, (north - south) * kmN);
  const box: Point[] = [
    [-reach, -reach],
    [2 * reach, -reach],
    [2 * reach, 2 * reach],
    [-reach, 2 * reach],
  ];
  return sites.map((_, i) => {
    const order = sites.map((_, j) => j).filter((j) => j !== i);
    const { corners } = powerCell(i, sites, weights, order, box);
    if (corners.length < 3) return nothing;
    const ring = [...corners, corners[0]].map(([x, y]) => [west + x / kmE, south + y / kmN]);
    return intersect(featureCollection([toFeature(area), polygon([ring])]))?.geometry ?? nothing;
  });
};

/** Weights under which each site's cells, counted on a grid over the area, come to its share of all. */
const fitWeights = (
  area: AreaGeometry,
  sites: readonly Point[],
  shares: readonly number[],
  flat: (position: LonLat) => Point,
): Float64Array => {
  const cells = cellsOf(area).map(flat);
  const total = shares.reduce((sum, share) => sum + share, 0);
  // the cells' own area only sets the scale of a step
  const cellKm2 = Math.abs(spanOf(cells, 0) * spanOf(cells, 1)) / cells.length;
  const weights = new Float64Array(sites.length);
  const steps = new Float64Array(sites.length).fill(step.first);
  let before = new Float64Array(sites.length);
  let best = { worst: Number.POSITIVE_INFINITY, weights: weights.slice() };
  for (let round = 0; round < rounds && best.worst > tolerance * cells.length; round++) {
    const counts = new Int32Array(sites.length);
    for (const cell of cells) counts[nearest(cell, sites, weights)]++;
    const missing = Float64Array.from(shares, (share, i) => (share / total) * cells.length - counts[i]);
    const worst = Math.max(...missing.map(Math.abs));
    if (worst < best.worst) best = { worst, weights: weights.slice() };
    missing.forEach((cellsShort, i) => {
      steps[i] *= cellsShort * before[i] < 0 ? step.shrink : step.grow;
      weights[i] += steps[i] * cellsShort * cellKm2;
    });
    before = missing;
  }
  return best.weights;
};

const cellsOf = (area: AreaGeometry): LonLat[] => {
  const box = bbox(area) as BoundingBox;
  const across = Math.max(box[2] - box[0], box[3] - box[1]);
  const grid = gridCovering(box, Math.ceil(Math.log2((360 / 256 / across) * cellsAcross)));
  const mask = areaMask(grid, [area]);
  const cells: LonLat[] = [];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]) cells.push(cellCentre(grid, i % grid.width, Math.floor(i / grid.width)));
  }
  return cells;
};

const spanOf = (points: readonly Point[], axis: 0 | 1): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    least = Math.min(least, point[axis]);
    most = Math.max(most, point[axis]);
  }
  return most - least;
};

const nearest = ([x, y]: Point, sites: readonly Point[], weights: Float64Array): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sites.length; i++) {
    const d = (x - sites[i][0]) ** 2 + (y - sites[i][1]) ** 2 - weights[i];
    if (d < least) {
      least = d;
      best = i;
    }
  }
  return best;
};
