import { cellMetres, gridBounds } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { NO_SIGNAL, weakestDbm } from '../raster/coverage-types.ts';
import { nu2AtLoss } from './edge-loss.ts';
import { type Kernel, openKernel } from './kernel.ts';
import type { TerrainBuffers } from './sweep-terrain.ts';

/** Bytes before and after a raster that a batch at the grid's edge may read. */
const guardBytes = 64;

/** Samples that the longest radial may have, and lines that a sector may, wherever in a grid the site stands. */
const roomFor = (grid: Grid, radiusKm: number): { longest: number; lines: number } => {
  const [, south, , north] = gridBounds(grid);
  const sizes = [south, north].map((latitude) => cellMetres(grid.zoom, latitude));
  const samples = Math.ceil((radiusKm * 1000) / Math.min(...sizes.flatMap(({ eastM, northM }) => [eastM, northM]))) + 2;
  return { longest: Math.min(samples, Math.max(grid.width, grid.height)) + 2, lines: 2 * samples + 8 };
};

/** What is listed of a batch, column by column; a lane's number is the column's times four, plus the lane. */
export interface Columns {
  sample: Int32Array;
  /** −1 where a cell is asked about, else 0; that cell; how many decibels the path there may lose. */
  asked: Int32Array;
  cell: Int32Array;
  spareDb: Float32Array;
}

/** Geometry of delta-Bullington diffraction on the paths asked about, one after the other, and what they lose. */
export interface Results {
  /** Lane's number among the columns. */
  lane: Int32Array;
  /** Length of the path in steps, and a step of it. */
  steps: Float32Array;
  stepKm: Float32Array;
  /**
   * Diffraction parameter of the equivalent edge a root of MHz: ν = nu·√f. −Infinity on a clear path where the loss is
   * nothing at the frequency walked at and above.
   */
  nu: Float32Array;
  /**
   * Antennas above the smooth Earth fitted to the bare terrain, P.1812-7 eq. (37); Infinity where that Earth adds nothing
   * at the frequency walked at and above.
   */
  txEffectiveM: Float32Array;
  rxEffectiveM: Float32Array;
  /** −1 where the ray clears the terrain with its clutter, else 0. */
  lineOfSight: Int32Array;
  lossDb: Float32Array;
}

/** Line by line of a sector, what the kernel asks of it. */
interface LineTables {
  /** Cells across gained a step, a step, and the Earth's bulge of a step. */
  slope: Float32Array;
  stepKm: Float32Array;
  bulge: Float32Array;
  /** ν/√f of an obstacle is its height over the ray, times this and √(u/(x·(u − x))), f in MHz, lengths in steps. */
  nuScale: Float32Array;
  /** What it would do at a step's distance, tenths of dBm, where elevations may be steep, and where they are gentle. */
  steep: Float32Array;
  gentle: Float32Array;
  /** Its samples, and the last of them that is marked. */
  count: Int32Array;
  last: Int32Array;
}

/** A kernel and what lies where in its memory. Everything is sized once, for radials up to a length. */
export interface KernelMemory {
  kernel: Kernel;
  byRow: TerrainBuffers;
  byColumn: TerrainBuffers;
  levels: Int16Array;
  lines: LineTables;
  /** What a level falls by from a step's distance to sample k, tenths of a decibel. */
  falls: Float32Array;
  columns: Columns;
  results: Results;
  dtmM: Float32Array;
  dsmM: Float32Array;
}

export const openMemory = (grid: Grid, radiusKm: number): KernelMemory => {
  const { longest, lines } = roomFor(grid, radiusKm);
  const cells = grid.width * grid.height;
  const rasterBytes = cells * (2 + 2 + 1 + 1 + 2);
  const kernel = openKernel(rasterBytes + longest * (512 + lines / 4) + lines * 64 + nu2AtLoss.length * 4 + 65_536);
  const raster = (bytes: number): number => kernel.allocate(bytes + 2 * guardBytes) + guardBytes;
  const [heights, turnedHeights] = [raster(2 * cells), raster(2 * cells)];
  const [clutter, turnedClutter] = [raster(cells), raster(cells)];
  const levels = raster(2 * cells);
  const ofLines = Array.from({ length: 7 }, () => kernel.allocate(4 * (lines + 4)));
  const falls = kernel.allocate(4 * longest);
  const losses = kernel.allocate(4 * nu2AtLoss.length);
  kernel.open(longest, lines, medianEffectiveEarthRadiusKm);

  // nothing is allocated from here on: the views stay
  const { buffer } = kernel.memory;
  const floats = (at: number, length: number) => new Float32Array(buffer, at, length);
  const whole = (at: number, length: number) => new Int32Array(buffer, at, length);
  const ground = (heightsAt: number, clutterAt: number): TerrainBuffers => ({
    heights: new Int16Array(buffer, heightsAt, cells),
    clutterM: new Uint8Array(buffer, clutterAt, cells),
  });
  floats(losses, nu2AtLoss.length).set(nu2AtLoss);
  kernel.takeLosses(losses, nu2AtLoss.length, 10 * weakestDbm);
  const [slope, stepKm, bulge, nuScale, steep, gentle] = ofLines.map((at) => floats(at, lines + 4));
  const room = kernel.room.value / 4;
  const result = (i: number): number => kernel.results.value + i * kernel.room.value;
  return {
    kernel,
    byRow: ground(heights, clutter),
    byColumn: ground(turnedHeights, turnedClutter),
    levels: new Int16Array(buffer, levels, cells).fill(NO_SIGNAL),
    lines: {
      ...{ slope, stepKm, bulge, nuScale, steep, gentle },
      count: whole(ofLines[6], lines + 4),
      last: whole(kernel.lastCandidates.value, lines),
    },
    falls: floats(falls, longest),
    columns: {
      sample: whole(kernel.sampleOf.value, longest),
      asked: whole(kernel.asked.value, 4 * longest),
      cell: whole(kernel.cells.value, 4 * longest),
      spareDb: floats(kernel.spare.value, 4 * longest),
    },
    results: {
      lane: whole(result(0), room),
      steps: floats(result(1), room),
      stepKm: floats(result(2), room),
      nu: floats(result(3), room),
      txEffectiveM: floats(result(4), room),
      rxEffectiveM: floats(result(5), room),
      lineOfSight: whole(result(6), room),
      lossDb: floats(result(7), room),
    },
    dtmM: floats(kernel.dtm.value, 4 * longest),
    dsmM: floats(kernel.dsm.value, 4 * longest),
  };
};
