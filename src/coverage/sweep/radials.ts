import { cellMetres, lonLatToPixel } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';

/*
 * Radials: straight lines from a site to every cell on the rim of a square around it, a side of the square a sector. A
 * line is sampled once a column (once a row in the sectors to north and south), in the middle of the column. u counts
 * cells from the site along a sector's own axis, outward; v across it. Of the lines that cross a cell, the one that
 * passes nearest to its centre owns it, so every cell within the radius is owned once.
 */

/** One of the four sides of the square that the radials lead to. */
export interface Sector {
  /** What a step outward and a step across add to an index into the grid. */
  alongStride: number;
  acrossStride: number;
  /** Index of the cell with across = 0 in the first sample's column (row). */
  firstIndex: number;
  /** u of the first sample, in (0, 1]; sample k, counted from 1, stands at u = first + k − 1. */
  first: number;
  /** u of the rim over that of sample k; index 0 is nobody's. */
  rimOverU: Float64Array;
  /** 20·log10(u) at sample k. */
  decibels: Float64Array;
  /** The site across, in cells from the grid's edge. */
  siteAcross: number;
  /** Samples that lie within the grid outward. */
  alongSamples: number;
  /** The first and the last sample that own cells: those of the annulus. */
  from: number;
  to: number;
  /** The cell of the rim that line 0 leads to; the others follow. */
  firstRimCell: number;
  /** Lines, and line by line: cells across it gains a step, metres of a step, its azimuth, its samples within radius and grid. */
  lines: number;
  slope: Float64Array;
  stepM: Float64Array;
  azimuthDeg: Float64Array;
  count: Int32Array;
  alongM: number;
  acrossM: number;
  /** Whether u runs along the grid's rows. */
  isRow: boolean;
  /** Cells across that are the sector's in the column of sample k, from the lowest to the highest: none where that is less. */
  lowest: Int32Array;
  highest: Int32Array;
}

/** What radials serve, by distance along its sectors' axes. Its lines lead to the cells of the annulus's outer rim. */
export interface Annulus {
  fromM: number;
  toM: number;
}

export const wholeDisc: Annulus = { fromM: 0, toM: Number.POSITIVE_INFINITY };

/**
 * Radials are walked annulus by annulus: near the site few lines reach every cell, and what is served there first keeps stations far
 * off from being looked at where they are the weaker.
 */
export const annuli: readonly Annulus[] = [
  { fromM: 0, toM: 2500 },
  { fromM: 2500, toM: 7000 },
  { fromM: 7000, toM: Number.POSITIVE_INFINITY },
];

export interface Radials {
  grid: Grid;
  radiusM: number;
  /** The site in pixels from the grid's north-west corner. */
  siteX: number;
  siteY: number;
  sectors: readonly Sector[];
}

/** From a place to the next middle of a cell, in (0, 1]. */
const firstAfter = (at: number): number => Math.floor(at + 0.5) + 0.5 - at;

/** The first and the last row whose centres lie at −u to u across a sector. */
const firstRow = (across: number, u: number, ownsUpper: boolean): number => {
  let row = Math.floor(across - 0.5 - u);
  while (ownsUpper ? !(row + 0.5 - across > -u) : !(row + 0.5 - across >= -u)) row++;
  return row;
};

const lastRow = (across: number, u: number, ownsUpper: boolean): number => {
  let row = Math.ceil(across - 0.5 + u);
  while (ownsUpper ? !(row + 0.5 - across <= u) : !(row + 0.5 - across < u)) row--;
  return row;
};

const isMiddle = (at: number): boolean => at - Math.floor(at) === 0.5;

/**
 * The radials of a site, clipped to the grid; null where the site stands outside the grid's outermost cell centres.
 * Metres a cell are those of the ellipsoid at the site.
 */
export const radialsAround = (
  grid: Grid,
  site: LonLat,
  radiusKm: number,
  annulus: Annulus = wholeDisc,
): Radials | null => {
  const [px, py] = lonLatToPixel(grid.zoom, site[0], site[1]);
  // no line owns a cell whose very centre the site stands on: a hair beside it one does
  const x = px - grid.col0 + (isMiddle(px) && isMiddle(py) ? 1e-6 : 0);
  const y = py - grid.row0;
  const { width, height } = grid;
  if (!(x >= 0.5 && y >= 0.5 && x < width - 0.5 && y < height - 0.5)) return null;
  const { eastM, northM } = cellMetres(grid.zoom, site[1]);
  const radiusM = radiusKm * 1000;

  const sector = (along: 'east' | 'west' | 'south' | 'north'): Sector => {
    const isRow = along === 'east' || along === 'west';
    const isForward = along === 'east' || along === 'south';
    const [at, across] = isRow ? [x, y] : [y, x];
    const [size, acrossCells] = isRow ? [width, height] : [height, width];
    const alongM = isRow ? eastM : northM;
    const acrossM = isRow ? northM : eastM;
    const first = isForward ? firstAfter(at) : firstAfter(-at);
    const start = isForward ? at + first : at - first;
    const column = Math.round(start - 0.5);
    const whole = Math.ceil(radiusM / Math.min(eastM, northM)) + 1;
    const from = Math.floor(annulus.fromM / alongM) + 1;
    const to = Math.min(whole, Math.floor(annulus.toM / alongM));
    const samples = Math.max(1, to);
    // half a cell beyond the outermost: neighbouring lines are then always less than a cell apart
    const rim = first + samples - 0.5;
    const [alongUnit, acrossStride] = isRow ? [1, width] : [width, 1];
    // a cell on the border of two sectors, at v = u or v = −u, is one's alone
    const ownsUpper = along === 'east' || along === 'north';
    const alongSamples = Math.min(samples, isForward ? size - column : column + 1);
    const rimOverU = new Float64Array(alongSamples + 1);
    const decibels = new Float64Array(alongSamples + 1);
    const lowest = new Int32Array(alongSamples + 1);
    const highest = new Int32Array(alongSamples + 1);
    for (let k = 1; k <= alongSamples; k++) {
      const u = first + k - 1;
      rimOverU[k] = rim / u;
      decibels[k] = 20 * Math.log10(u);
      lowest[k] = Math.max(0, firstRow(across, u, ownsUpper));
      highest[k] = Math.min(acrossCells - 1, lastRow(across, u, ownsUpper));
    }
    const firstRimCell = Math.floor(across - rim) - 1;
    const lines = Math.floor(across + rim) + 2 - firstRimCell;
    const alongDeg = { east: 90, west: 270, south: 180, north: 0 }[along];
    const slope = new Float64Array(lines);
    const stepM = new Float64Array(lines);
    const azimuthDeg = new Float64Array(lines);
    const count = new Int32Array(lines);
    // clockwise from the sector's own direction towards larger rows and columns, or the other way round
    const turn = along === 'east' || along === 'north' ? 1 : -1;
    for (let l = 0; l < lines; l++) {
      const gained = (firstRimCell + l + 0.5 - across) / rim;
      slope[l] = gained;
      stepM[l] = Math.sqrt(alongM * alongM + gained * gained * acrossM * acrossM);
      azimuthDeg[l] = alongDeg + (turn * Math.atan((gained * acrossM) / alongM) * 180) / Math.PI;
      if (azimuthDeg[l] < 0) azimuthDeg[l] += 360;
      // as far as the radius and the outermost cell centres reach
      const room = gained > 0 ? acrossCells - 0.5 - across : across - 0.5;
      const byRadius = Math.floor(radiusM / stepM[l] - first) + 1;
      const byEdge = gained === 0 ? alongSamples : Math.ceil(room / Math.abs(gained) - first);
      count[l] = Math.max(0, Math.min(alongSamples, byRadius, byEdge));
    }
    return {
      alongStride: isForward ? alongUnit : -alongUnit,
      acrossStride,
      firstIndex: column * alongUnit,
      first,
      rimOverU,
      decibels,
      siteAcross: across,
      alongSamples,
      from,
      to: Math.min(to, alongSamples),
      firstRimCell,
      lines,
      slope,
      stepM,
      azimuthDeg,
      count,
      alongM,
      acrossM,
      isRow,
      lowest,
      highest,
    };
  };
  const sectors = [sector('east'), sector('west'), sector('south'), sector('north')];
  return {
    grid,
    radiusM,
    siteX: x,
    siteY: y,
    sectors,
  };
};
