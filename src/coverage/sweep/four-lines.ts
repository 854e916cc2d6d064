import { cellMetres, gridBounds } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm, wavelengthM } from '../../radio/constants.ts';
import { landSurface } from '../../radio/diffraction/spherical-earth.ts';
import { NO_SIGNAL, weakestDbm } from '../coverage-types.ts';
import { nu2AtLoss } from './edge-loss.ts';
import type { Wing } from './fan.ts';
import type { Ground, GroundRoom } from './ground.ts';
import { type Kernel, openKernel } from './kernel.ts';

/** λ·f in m·MHz with the Recommendations' speed of light. */
const wavelengthMetreMHz = 299.8;

/** Bytes before and after a raster that a quad at the grid's edge may read. */
const guardBytes = 64;

/** Samples that the longest line of a fan may have, and lines that a wing may, wherever in a grid the mast stands. */
const roomFor = (grid: Grid, radiusKm: number): { longest: number; lines: number } => {
  const [, south, , north] = gridBounds(grid);
  const sizes = [south, north].map((latitude) => cellMetres(grid.zoom, latitude));
  const samples = Math.ceil((radiusKm * 1000) / Math.min(...sizes.flatMap(({ eastM, northM }) => [eastM, northM]))) + 2;
  return { longest: Math.min(samples, Math.max(grid.width, grid.height)) + 2, lines: 2 * samples + 8 };
};

/** Normalised admittance, distance and height of the smooth Earth at a frequency, without its radius: P.1812-7 eq. (31) to (33). */
const smoothEarthOf = (frequencyMHz: number): [admittance: number, perKm: number, perMetre: number] => {
  const f = frequencyMHz / 1000;
  const { permittivity, conductivity } = landSurface;
  const lossy = (18 * conductivity) / f;
  const horizontal = 0.036 * f ** (-1 / 3) * ((permittivity - 1) ** 2 + lossy ** 2) ** -0.25;
  return [horizontal * Math.hypot(permittivity, lossy), 21.88 * Math.cbrt(f), 0.9575 * Math.cbrt(f) ** 2];
};

/** What is listed of a quad, column by column; a lane's number is the column's times four, plus the lane. */
interface Columns {
  sample: Int32Array;
  /** −1 where a cell is asked about, else 0; that cell; how many decibels the path there may lose. */
  asked: Int32Array;
  cell: Int32Array;
  spareDb: Float32Array;
}

/** Geometry of delta-Bullington diffraction on the paths asked about, one after the other, and what they lose. */
interface Results {
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

/**
 * A ground and the lines walked over it, four neighbours of a fan at a time (a quad), in the memory of a kernel. Everything is
 * sized once, for every fan up to a radius.
 */
export class FourLines {
  readonly grid: Grid;
  readonly landCover: Uint8Array;
  readonly lowestM: number;
  readonly highestM: number;
  readonly radiusKm: number;
  /** Levels that stand on the grid, tenths of dBm: what a quad's lines are to do better than. */
  readonly levels: Int16Array;
  /** Line by line, what it would do at a step's distance, tenths of dBm: nearer than `steepTo` samples, and farther. */
  readonly steep: Float32Array;
  readonly gentle: Float32Array;
  steepTo = 0;
  readonly columns: Columns;
  readonly results: Results;
  /** Bare terrain of the quad at hand, metres above the antenna, and with clutter less the Earth's bulge: four lanes a sample. */
  readonly bareM: Float32Array;
  readonly surfaceM: Float32Array;
  antennaM = 0;
  private readonly kernel: Kernel;
  /** Rasters row by row and column by column. */
  private readonly heights: readonly [byRow: number, byColumn: number];
  private readonly clutter: readonly [byRow: number, byColumn: number];
  private readonly falls: Float32Array;
  private readonly slope: Float32Array;
  private readonly stepKm: Float32Array;
  private readonly bulge: Float32Array;
  private readonly nuScale: Float32Array;
  private readonly count: Int32Array;
  private readonly last: Int32Array;
  private wing: Wing | null = null;
  private isWhole = 1;
  private readonly earths = new Map<number, [number, number, number]>();

  /** @param makeGround writes the ground of the grid into the kernel's memory */
  constructor(grid: Grid, radiusKm: number, makeGround: (room: GroundRoom) => Ground) {
    const { width, height } = grid;
    this.grid = grid;
    this.radiusKm = radiusKm;
    const { longest, lines } = roomFor(grid, radiusKm);
    const cells = width * height;
    const rasterBytes = cells * (4 + 4 + 1 + 1 + 2);
    this.kernel = openKernel(rasterBytes + longest * (512 + lines / 4) + lines * 64 + nu2AtLoss.length * 4 + 65_536);
    const { kernel } = this;
    const raster = (bytes: number): number => kernel.allocate(bytes + 2 * guardBytes) + guardBytes;
    this.heights = [raster(4 * cells), raster(4 * cells)];
    this.clutter = [raster(cells), raster(cells)];
    const levels = raster(2 * cells);
    const ofLines = Array.from({ length: 7 }, () => kernel.allocate(4 * (lines + 4)));
    const falls = kernel.allocate(4 * longest);
    const losses = kernel.allocate(4 * nu2AtLoss.length);
    kernel.open(longest, lines, medianEffectiveEarthRadiusKm);

    // nothing is allocated from here on: the views stay
    const { buffer } = kernel.memory;
    const floats = (at: number, length: number) => new Float32Array(buffer, at, length);
    const whole = (at: number, length: number) => new Int32Array(buffer, at, length);
    this.levels = new Int16Array(buffer, levels, cells).fill(NO_SIGNAL);
    [this.slope, this.stepKm, this.bulge, this.nuScale, this.steep, this.gentle] = ofLines
      .slice(0, 6)
      .map((at) => floats(at, lines + 4));
    this.count = whole(ofLines[6], lines + 4);
    this.falls = floats(falls, longest);
    floats(losses, nu2AtLoss.length).set(nu2AtLoss);
    kernel.takeLosses(losses, nu2AtLoss.length, 10 * weakestDbm);
    this.last = whole(kernel.lasts.value, lines);
    this.columns = {
      sample: whole(kernel.sampleOf.value, longest),
      asked: whole(kernel.asked.value, 4 * longest),
      cell: whole(kernel.cells.value, 4 * longest),
      spareDb: floats(kernel.spare.value, 4 * longest),
    };
    this.bareM = floats(kernel.bare.value, 4 * longest);
    this.surfaceM = floats(kernel.surface.value, 4 * longest);
    const result = (i: number): number => kernel.results.value + i * kernel.room.value;
    const room = kernel.room.value / 4;
    this.results = {
      lane: whole(result(0), room),
      steps: floats(result(1), room),
      stepKm: floats(result(2), room),
      nu: floats(result(3), room),
      txEffectiveM: floats(result(4), room),
      rxEffectiveM: floats(result(5), room),
      lineOfSight: whole(result(6), room),
      lossDb: floats(result(7), room),
    };
    const byRow = {
      heightM: floats(this.heights[0], cells),
      clutterM: new Uint8Array(buffer, this.clutter[0], cells),
    };
    const { landCover, lowestM, highestM } = makeGround(byRow);
    this.landCover = landCover;
    this.lowestM = lowestM;
    this.highestM = highestM;
    this.turnGround(byRow);
    if (kernel.memory.buffer !== buffer) throw new Error('The memory of the kernel has moved from under its views');
  }

  /** Writes the ground column by column as well. */
  private turnGround({ heightM, clutterM }: GroundRoom): void {
    const { width, height } = this.grid;
    const { buffer } = this.kernel.memory;
    const heights = new Float32Array(buffer, this.heights[1], width * height);
    const clutter = new Uint8Array(buffer, this.clutter[1], width * height);
    for (let r = 0, i = 0; r < height; r++) {
      for (let c = 0, to = r; c < width; c++, i++, to += height) {
        heights[to] = heightM[i];
        clutter[to] = clutterM[i];
      }
    }
  }

  /** Where the foot and the antenna of the mast are, and the receivers over the ground, for the fans to come. */
  plant(footM: number, antennaHeightM: number, receiverHeightM: number): void {
    this.antennaM = footM + antennaHeightM;
    this.kernel.plantMast(this.antennaM, antennaHeightM, receiverHeightM);
  }

  /** Lays the lines of a wing; nothing of it is claimed yet. Quads 0 to before the one returned hold them. */
  lay(wing: Wing): number {
    const { lines, slope, stepM, count, alongSamples, decibels } = wing;
    this.wing = wing;
    const quads = Math.ceil(lines / 4);
    for (let l = 0; l < 4 * quads; l++) {
      // the last line fills up the last quad
      const of = Math.min(l, lines - 1);
      const stepKm = stepM[of] / 1000;
      this.slope[l] = slope[of];
      this.stepKm[l] = stepKm;
      this.bulge[l] = (500 * stepKm * stepKm) / medianEffectiveEarthRadiusKm;
      // ν/√f of an obstacle is its height over the ray, times this and √(u/(x·(u − x))), f in MHz, lengths in steps
      this.nuScale[l] = Math.sqrt(0.002 / (stepKm * wavelengthMetreMHz));
      this.count[l] = count[of];
    }
    for (let k = 1; k <= alongSamples; k++) this.falls[k] = 10 * decibels[k];
    this.kernel.forgetClaims();
    return quads;
  }

  /**
   * Claims the cells that the wing's lines own in their ring: all, or those where a line could do better than what stands
   * there. Cell by cell, since there are half as many cells as samples and neighbours in the grid are neighbours in memory.
   */
  claim(onlyBetter: boolean): void {
    const wing = this.laid();
    const { from, to, first, rimOverU, mastAcross, acrossCells, alongStride, acrossStride, firstIndex } = wing;
    const start = mastAcross - 0.5;
    const toLine = mastAcross - wing.firstRimCell;
    for (let k = from; k <= to; k++) {
      const u = first + k - 1;
      const low = Math.max(0, firstRow(wing, u));
      const high = Math.min(acrossCells - 1, lastRow(wing, u));
      if (high < low) continue;
      const cell = firstIndex + (k - 1) * alongStride + low * acrossStride;
      const levels = k <= this.steepTo ? this.steep : this.gentle;
      this.kernel.claimColumn(
        k,
        this.levels.byteOffset + 2 * cell,
        acrossStride,
        high - low + 1,
        low - start,
        rimOverU[k],
        toLine,
        onlyBetter ? levels.byteOffset : 0,
        this.falls[k],
        this.count.byteOffset,
      );
    }
  }

  /** The farthest sample of a quad that is claimed; 0 where none is. */
  lastOf(quad: number): number {
    const { last } = this;
    const l = 4 * quad;
    return Math.max(last[l], last[l + 1], last[l + 2], last[l + 3]);
  }

  /** Gathers the ground under a quad's samples up to the last, and finds the antenna's horizons. */
  gather(quad: number, last: number): void {
    const { kernel, grid } = this;
    const wing = this.laid();
    const { first, firstIndex, alongStride, mastAcross, isRow } = wing;
    const q = 16 * quad;
    kernel.takeLines(
      first,
      this.slope.byteOffset + q,
      this.stepKm.byteOffset + q,
      this.bulge.byteOffset + q,
      this.nuScale.byteOffset + q,
    );
    // cells across the lines side by side: a wing along rows walks the raster that lies column by column
    const side = isRow ? grid.height : grid.width;
    const origin = (isRow ? firstIndex : firstIndex / grid.width) * side;
    const start = mastAcross - 0.5;
    const row = Math.floor(start);
    this.isWhole = kernel.gather(
      this.heights[isRow ? 1 : 0] + 4 * origin,
      this.clutter[isRow ? 1 : 0] + origin,
      Math.sign(alongStride) * side,
      row,
      start - row,
      last,
    );
  }

  /** Lists what is claimed of the quad gathered, whose terrain is known: how many columns. */
  list(quad: number, last: number): number {
    return this.listed(quad, last, false, false);
  }

  /**
   * The same, less what is weaker than the levels that stand there even in free space or, where the model takes the terrain,
   * behind the antenna's horizon.
   */
  listBetter(quad: number, last: number, lowestMHz: number, usesTerrain: boolean): number {
    const { kernel, levels, falls, steep, gentle, steepTo } = this;
    const q = 16 * quad;
    kernel.takeRivals(
      levels.byteOffset,
      falls.byteOffset,
      steep.byteOffset + q,
      gentle.byteOffset + q,
      steepTo,
      lowestMHz,
    );
    return this.listed(quad, last, true, usesTerrain);
  }

  private listed(quad: number, last: number, isSifted: boolean, usesTerrain: boolean): number {
    const { from, firstIndex, alongStride, acrossStride, mastAcross } = this.laid();
    const row = Math.floor(mastAcross);
    return this.kernel.list(
      quad,
      from,
      last,
      firstIndex + row * acrossStride,
      alongStride,
      acrossStride,
      mastAcross - row,
      this.isWhole,
      isSifted,
      usesTerrain,
    );
  }

  /**
   * Works out the geometry of the paths to all that the columns ask, into the results; where `isSifted`, less those that surely
   * lose more than they may. Returns how many.
   *
   * @param lowestMHz the lowest frequency that shall be computed from it
   */
  walk(columns: number, lowestMHz: number, isSifted: boolean): number {
    this.tune(lowestMHz);
    return this.kernel.walk(columns, lowestMHz, isSifted);
  }

  /** Diffraction losses of so many results at a frequency, `first` steps from the mast to their lines' first samples. */
  lose(count: number, frequencyMHz: number, first: number): void {
    this.tune(frequencyMHz);
    this.kernel.lose(count, Math.sqrt(frequencyMHz), first);
  }

  private tune(frequencyMHz: number): void {
    let earth = this.earths.get(frequencyMHz);
    if (!earth) {
      earth = smoothEarthOf(frequencyMHz);
      this.earths.set(frequencyMHz, earth);
    }
    this.kernel.tune(wavelengthM(frequencyMHz), ...earth);
  }

  private laid(): Wing {
    if (!this.wing) throw new Error('A wing must be laid first');
    return this.wing;
  }
}

/** Cells across the border of the wing belong to its neighbour. */
const firstRow = ({ mastAcross, ownsUpper }: Wing, u: number): number => {
  let row = Math.floor(mastAcross - 0.5 - u);
  while (ownsUpper ? !(row + 0.5 - mastAcross > -u) : !(row + 0.5 - mastAcross >= -u)) row++;
  return row;
};

const lastRow = ({ mastAcross, ownsUpper }: Wing, u: number): number => {
  let row = Math.ceil(mastAcross - 0.5 + u);
  while (ownsUpper ? !(row + 0.5 - mastAcross <= u) : !(row + 0.5 - mastAcross < u)) row--;
  return row;
};
