import { bbox } from '@turf/turf';
import { gridCovering } from '../geo/grid.ts';
import type { BoundingBox } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Grid } from '../model/raster.ts';
import type { UnitShape } from './osm/boundaries.ts';

/** More cells than the largest mainland province has at z=12; with islands far out there would be several times as many. */
const mostCells = 50_000_000;

const around = (boxes: readonly BoundingBox[]): BoundingBox =>
  boxes.reduce(([west, south, east, north], box) => [
    Math.min(west, box[0]),
    Math.min(south, box[1]),
    Math.max(east, box[2]),
    Math.max(north, box[3]),
  ]);

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * The grid over units with a margin around, and the units on it. Where some lie so far out that the sea between would fill
 * the memory they are left out, the farthest first, and each is named: a pack of its own can be made of it.
 */
export const onOneGrid = (
  units: readonly UnitShape[],
  zoom: number,
  marginCells: number,
): { units: UnitShape[]; grid: Grid; warnings: Problem[] } => {
  const placed = units.map((unit) => ({ unit, box: bbox(unit.geometry) as BoundingBox }));
  const lon = middle(placed.map(({ box }) => (box[0] + box[2]) / 2));
  const lat = middle(placed.map(({ box }) => (box[1] + box[3]) / 2));
  const away = ([west, south, east, north]: BoundingBox) =>
    Math.hypot(Math.max(lon - west, east - lon), Math.max(lat - south, north - lat));
  const nearest = [...placed].sort((a, b) => away(a.box) - away(b.box));
  const gridOf = () => gridCovering(around(nearest.map(({ box }) => box)), zoom, marginCells);
  const warnings: Problem[] = [];
  let grid = gridOf();
  while (grid.width * grid.height > mostCells && nearest.length > 1) {
    const { name, code } = nearest.pop()!.unit;
    warnings.push({ file: 'boundaries', place: `${name} (${code})`, value: '', rule: 'too-far', severity: 'warning' });
    grid = gridOf();
  }
  const kept = new Set(nearest.map(({ unit }) => unit));
  return { units: units.filter((unit) => kept.has(unit)), grid, warnings };
};
