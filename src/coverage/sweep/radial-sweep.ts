import type { Grid } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm, wavelengthM } from '../../radio/constants.ts';
import { landSurface } from '../../radio/diffraction/spherical-earth.ts';
import type { Kernel } from './kernel.ts';
import { type Columns, type KernelMemory, openMemory, type Results } from './kernel-memory.ts';
import type { Sector } from './radials.ts';
import type { SweepTerrain, TerrainBuffers } from './sweep-terrain.ts';

/** λ·f in m·MHz with the Recommendations' speed of light. */
const wavelengthMetreMHz = 299.8;

/** Normalised admittance, distance and height of the smooth Earth at a frequency, without its radius: P.1812-7 eq. (31) to (33). */
const smoothEarthOf = (frequencyMHz: number): [admittance: number, perKm: number, perMetre: number] => {
  const f = frequencyMHz / 1000;
  const { permittivity, conductivity } = landSurface;
  const lossy = (18 * conductivity) / f;
  const horizontal = 0.036 * f ** (-1 / 3) * ((permittivity - 1) ** 2 + lossy ** 2) ** -0.25;
  return [horizontal * Math.hypot(permittivity, lossy), 21.88 * Math.cbrt(f), 0.9575 * Math.cbrt(f) ** 2];
};

/**
 * A ground and the lines walked over it, four neighbouring radials at a time (a SIMD batch), in the memory of a kernel. Everything is
 * sized once, for radials up to a length.
 */
export class RadialSweep {
  readonly grid: Grid;
  readonly landCover: Uint8Array;
  readonly lowestM: number;
  readonly highestM: number;
  /** Metres that a height of the ground counts. */
  private readonly unitM: number;
  readonly radiusKm: number;
  /** Levels that stand on the grid, tenths of dBm: what a batch's lines are to do better than. */
  readonly levels: Int16Array;
  /** Line by line, what it would do at a step's distance, tenths of dBm: nearer than `steepTo` samples, and farther. */
  readonly steep: Float32Array;
  readonly gentle: Float32Array;
  steepTo = 0;
  readonly columns: Columns;
  readonly results: Results;
  /** Bare terrain of the batch at hand, metres above the antenna, and with clutter less the Earth's bulge: four lanes a sample. */
  readonly dtmM: Float32Array;
  readonly dsmM: Float32Array;
  antennaM = 0;
  private readonly memory: KernelMemory;
  private readonly kernel: Kernel;
  private sector: Sector | null = null;
  private isWhole = 1;
  private readonly earths = new Map<number, [number, number, number]>();

  /** @param makeTerrain writes the ground of the grid into the kernel's memory */
  constructor(grid: Grid, radiusKm: number, makeTerrain: (room: TerrainBuffers) => SweepTerrain) {
    this.grid = grid;
    this.radiusKm = radiusKm;
    this.memory = openMemory(grid, radiusKm);
    const { kernel, byRow, levels, lines, columns, results, dtmM, dsmM } = this.memory;
    this.kernel = kernel;
    this.levels = levels;
    this.steep = lines.steep;
    this.gentle = lines.gentle;
    this.columns = columns;
    this.results = results;
    this.dtmM = dtmM;
    this.dsmM = dsmM;
    const { landCover, unitM, lowestM, highestM } = makeTerrain(byRow);
    this.landCover = landCover;
    this.unitM = unitM;
    this.lowestM = lowestM;
    this.highestM = highestM;
    this.transposeTerrain();
  }

  /** Writes the ground column by column as well. */
  private transposeTerrain(): void {
    const { byRow, byColumn } = this.memory;
    const { width, height } = this.grid;
    for (let r = 0, i = 0; r < height; r++) {
      for (let c = 0, to = r; c < width; c++, i++, to += height) {
        byColumn.heights[to] = byRow.heights[i];
        byColumn.clutterM[to] = byRow.clutterM[i];
      }
    }
  }

  /** Where the foot and the antenna of the site are, and the receivers over the ground, for the radials to come. */
  plant(groundElevationM: number, antennaHeightM: number, receiverHeightM: number): void {
    this.antennaM = groundElevationM + antennaHeightM;
    this.kernel.placeSite(this.antennaM, antennaHeightM, receiverHeightM);
  }

  /** Lays the lines of a sector; nothing of it is marked yet. Batches 0 to before the one returned hold them. */
  lay(sector: Sector): number {
    const { lines, falls } = this.memory;
    const batches = Math.ceil(sector.lines / 4);
    for (let l = 0; l < 4 * batches; l++) {
      // the last line fills up the last batch
      const of = Math.min(l, sector.lines - 1);
      const stepKm = sector.stepM[of] / 1000;
      lines.slope[l] = sector.slope[of];
      lines.stepKm[l] = stepKm;
      lines.bulge[l] = (500 * stepKm * stepKm) / medianEffectiveEarthRadiusKm;
      lines.nuScale[l] = Math.sqrt(0.002 / (stepKm * wavelengthMetreMHz));
      lines.count[l] = sector.count[of];
    }
    for (let k = 1; k <= sector.alongSamples; k++) falls[k] = 10 * sector.decibels[k];
    this.kernel.clearCandidates();
    this.sector = sector;
    return batches;
  }

  /**
   * Marks the cells that the sector's lines own in their annulus: all, or those where a line could do better than what stands
   * there. Cell by cell, since there are half as many cells as samples and neighbours in the grid are neighbours in memory.
   */
  mark(onlyBetter: boolean): void {
    const sector = this.laid();
    const { from, to, rimOverU, lowest, highest, siteAcross, alongStride, acrossStride, firstIndex } = sector;
    const start = siteAcross - 0.5;
    const toLine = siteAcross - sector.firstRimCell;
    for (let k = from; k <= to; k++) {
      if (highest[k] < lowest[k]) continue;
      const cell = firstIndex + (k - 1) * alongStride + lowest[k] * acrossStride;
      const levels = k <= this.steepTo ? this.steep : this.gentle;
      this.kernel.markColumn(
        k,
        this.levels.byteOffset + 2 * cell,
        acrossStride,
        highest[k] - lowest[k] + 1,
        lowest[k] - start,
        rimOverU[k],
        toLine,
        onlyBetter ? levels.byteOffset : 0,
        this.memory.falls[k],
        this.memory.lines.count.byteOffset,
      );
    }
  }

  /** The farthest sample of a batch that is marked; 0 where none is. */
  lastOf(batch: number): number {
    const { last } = this.memory.lines;
    const l = 4 * batch;
    return Math.max(last[l], last[l + 1], last[l + 2], last[l + 3]);
  }

  /** Gathers the ground under a batch's samples up to the last, and finds the antenna's horizons. */
  gather(batch: number, last: number): void {
    const { kernel, grid } = this;
    const { lines, byRow, byColumn } = this.memory;
    const { first, firstIndex, alongStride, siteAcross, isRow } = this.laid();
    const q = 16 * batch;
    kernel.takeLines(
      first,
      lines.slope.byteOffset + q,
      lines.stepKm.byteOffset + q,
      lines.bulge.byteOffset + q,
      lines.nuScale.byteOffset + q,
    );
    // cells across the lines side by side: a sector along rows walks the raster that lies column by column
    const { heights, clutterM } = isRow ? byColumn : byRow;
    const side = isRow ? grid.height : grid.width;
    const origin = (isRow ? firstIndex : firstIndex / grid.width) * side;
    const start = siteAcross - 0.5;
    const row = Math.floor(start);
    this.isWhole = kernel.gather(
      heights.byteOffset + 2 * origin,
      this.unitM / 65_536,
      clutterM.byteOffset + origin,
      Math.sign(alongStride) * side,
      row,
      start - row,
      last,
    );
  }

  /** Lists what is marked of the batch gathered, whose terrain is known: how many columns. */
  list(batch: number, last: number): number {
    return this.listed(batch, last, false, false);
  }

  /**
   * The same, less what is weaker than the levels that stand there even in free space or, where the model takes the terrain,
   * behind the antenna's horizon.
   */
  listBetter(batch: number, last: number, lowestMHz: number, usesTerrain: boolean): number {
    const { kernel, levels, steep, gentle, steepTo } = this;
    const q = 16 * batch;
    kernel.takeIncumbents(
      levels.byteOffset,
      this.memory.falls.byteOffset,
      steep.byteOffset + q,
      gentle.byteOffset + q,
      steepTo,
      lowestMHz,
    );
    return this.listed(batch, last, true, usesTerrain);
  }

  private listed(batch: number, last: number, isSifted: boolean, usesTerrain: boolean): number {
    const { from, firstIndex, alongStride, acrossStride, siteAcross } = this.laid();
    const row = Math.floor(siteAcross);
    return this.kernel.list(
      batch,
      from,
      last,
      firstIndex + row * acrossStride,
      alongStride,
      acrossStride,
      siteAcross - row,
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

  /** Diffraction losses of so many results at a frequency, `first` steps from the site to their lines' first samples. */
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

  private laid(): Sector {
    if (!this.sector) throw new Error('A wing must be laid first');
    return this.sector;
  }
}
