import type { Fan, Wing } from './fan.ts';
import type { Ground } from './ground.ts';
import { Skyline } from './skyline.ts';

const radians = Math.PI / 180;
/** λ·f in m·MHz with the Recommendations' speed of light. */
const wavelengthMetreMHz = 299.8;

/**
 * One line of a fan with the ground under it and everything that is a sum or a largest so far. Reused from line to line:
 * sized once, nothing allocated while it runs.
 *
 * Sample k, counted from 1, stands x = first + k − 1 steps from the mast. Heights in metres. Taken as y' = y − x²·bulge,
 * with the Earth's bulge in metres a step², rays are straight and horizons are tangents.
 */
export class Line {
  first = 0;
  stepKm = 0;
  azimuthDeg = 0;
  bulge = 0;
  /** ν/√f of an obstacle is its height over the ray, times this and √(u/(x·(u − x))), f in MHz, lengths in steps. */
  nuScale = 0;
  /** Samples 1..count lie within the radius and the grid. */
  count = 0;
  /** Index of each sample's cell in the grid. */
  readonly cell: Int32Array;
  /** Samples whose cell this line owns and whose ground is known, nearest first; `ownedCount` of them. */
  readonly owned: Int32Array;
  ownedCount = 0;
  /** Foot of the mast and its antenna above sea level. */
  footM = 0;
  antennaM = 0;
  /** Bare terrain, clutter on it, and y' of both together. */
  readonly heightM: Float64Array;
  readonly clutterM: Float64Array;
  readonly surface: Skyline;
  /** Steepest line from the antenna to the samples before each, and the sample it touches: known once laid. */
  readonly steepest: Float64Array;
  readonly horizon: Int32Array;
  /** The same over bare terrain on a flat Earth: known once prepared, as what follows. */
  readonly bareSteepest: Float64Array;
  readonly bareHorizon: Int32Array;
  /** Sums of the least-squares surface up to each sample, P.1812-7 eq. (83) and (84). */
  readonly v1: Float64Array;
  readonly v2: Float64Array;

  /** A line with room for every line of a fan. */
  constructor(fan: Fan) {
    const room = fan.longest;
    this.cell = new Int32Array(room);
    this.owned = new Int32Array(room);
    this.heightM = new Float64Array(room);
    this.clutterM = new Float64Array(room);
    this.surface = new Skyline(room);
    this.steepest = new Float64Array(room);
    this.horizon = new Int32Array(room);
    this.bareSteepest = new Float64Array(room);
    this.bareHorizon = new Int32Array(room);
    this.v1 = new Float64Array(room);
    this.v2 = new Float64Array(room);
  }

  /** Where the foot and the antenna of the mast are, and how strongly the Earth bends, for the lines to come. */
  plant(footM: number, antennaHeightM: number): void {
    this.footM = footM;
    this.antennaM = footM + antennaHeightM;
    this.heightM[0] = footM;
  }

  /**
   * Lays the line towards a rim cell of a wing and gathers the ground under it: terrain linear between the two cell
   * centres beside the line, clutter that of the sample's cell. Unknown terrain is bridged.
   */
  lay(fan: Fan, wing: Wing, rimCell: number, ground: Ground, effectiveEarthRadiusKm: number): void {
    const { first, rim, mastAcross, acrossCells } = wing;
    const rimV = rimCell + 0.5 - mastAcross;
    const slope = rimV / rim;
    const stepM = Math.hypot(wing.alongM, slope * wing.acrossM);
    const along = wing.alongDeg * radians;
    const across = wing.acrossDeg * radians;
    const east = wing.alongM * Math.sin(along) + slope * wing.acrossM * Math.sin(across);
    const north = wing.alongM * Math.cos(along) + slope * wing.acrossM * Math.cos(across);
    this.first = first;
    this.stepKm = stepM / 1000;
    this.azimuthDeg = (Math.atan2(east, north) / radians + 360) % 360;
    this.bulge = (500 * this.stepKm * this.stepKm) / effectiveEarthRadiusKm;

    this.nuScale = Math.sqrt(0.002 / (this.stepKm * wavelengthMetreMHz));

    // as far as the radius and the outermost cell centres reach
    const room = slope > 0 ? acrossCells - 0.5 - mastAcross : mastAcross - 0.5;
    const byRadius = Math.floor(fan.radiusM / stepM - first) + 1;
    const byEdge = slope === 0 ? wing.alongSamples : Math.ceil(room / Math.abs(slope) - first);
    this.count = Math.max(0, Math.min(wing.alongSamples, byRadius, byEdge));

    const isWhole = this.gather(wing, slope, rimCell, ground);
    if (Math.abs(rimV) > rim - 1) this.leaveOtherWings(wing);
    if (!isWhole) this.bridge();
    this.findHorizons();
  }

  /** Cells, owned samples, heights and clutter. Returns whether all terrain under the line is known. */
  private gather(wing: Wing, slope: number, rimCell: number, ground: Ground): boolean {
    const { count, first, cell, owned, heightM, clutterM } = this;
    const { alongStride, acrossStride, mastAcross, rimOverU } = wing;
    const terrain = ground.heightM;
    const clutter = ground.clutterM;
    const start = mastAcross - 0.5;
    let sum = 0;
    let column = wing.firstIndex;
    let n = 0;
    for (let k = 1; k <= count; k++) {
      const v = start + slope * (first + k - 1);
      const low = v | 0;
      const i = column + low * acrossStride;
      const a = terrain[i];
      const h = a + (terrain[i + acrossStride] - a) * (v - low);
      heightM[k] = h;
      sum += h;
      const row = (v + 0.5) | 0;
      const c = column + row * acrossStride;
      cell[k] = c;
      clutterM[k] = clutter[c];
      // the rim cell that the line through this cell's centre leads to; a line owns the cells that lead to its own
      const other = Math.floor((row - start) * rimOverU[k] + mastAcross) ^ rimCell;
      owned[n] = k;
      n += 1 - ((other | -other) >>> 31);
      column += alongStride;
    }
    this.ownedCount = n;
    return !Number.isNaN(sum);
  }

  /** Bridges unknown heights linearly between known ones, level beyond the last; nobody owns a sample on them. */
  private bridge(): void {
    const { owned, heightM: h, count } = this;
    let n = 0;
    for (let o = 0; o < this.ownedCount; o++) if (!Number.isNaN(h[owned[o]])) owned[n++] = owned[o];
    this.ownedCount = n;
    let known = 0;
    for (let k = 1; k <= count; k++) {
      if (Number.isNaN(h[k])) continue;
      for (let j = known + 1; j < k; j++) h[j] = h[known] + ((h[k] - h[known]) * (j - known)) / (k - known);
      known = k;
    }
    h.fill(h[known], known + 1, count + 1);
  }

  /** The antenna's horizon, sample by sample. */
  private findHorizons(): void {
    const { count, first, bulge, antennaM, heightM, clutterM, steepest, horizon } = this;
    const surface = this.surface.y;
    let stim = Number.NEGATIVE_INFINITY;
    let at = 0;
    let x = first;
    for (let k = 1; k <= count; k++) {
      steepest[k] = stim;
      horizon[k] = at;
      const y = heightM[k] + clutterM[k] - bulge * x * x;
      surface[k] = y;
      if (y - antennaM > stim * x) {
        stim = (y - antennaM) / x;
        at = k;
      }
      x += 1;
    }
  }

  /** Makes ready what paths to samples up to `last` take besides: bounds of the surface, sums, the bare horizon. */
  prepare(last: number): void {
    this.surface.bound(this.first, last);
    const { first, antennaM, footM, heightM, v1, v2, bareSteepest, bareHorizon } = this;
    let stim = Number.NEGATIVE_INFINITY;
    let at = 0;
    let s1 = 0;
    let s2 = 0;
    let ha = footM;
    let xa = 0;
    let x = first;
    for (let k = 1; k <= last; k++) {
      const h = heightM[k];
      const step = x - xa;
      s1 += step * (h + ha);
      s2 += step * (h * (2 * x + xa) + ha * (x + 2 * xa));
      v1[k] = s1;
      v2[k] = s2;
      bareSteepest[k] = stim;
      bareHorizon[k] = at;
      if (h - antennaM > stim * x) {
        stim = (h - antennaM) / x;
        at = k;
      }
      ha = h;
      xa = x;
      x += 1;
    }
  }

  /** Cells across the border of the wing belong to its neighbour. */
  private leaveOtherWings(wing: Wing): void {
    const { owned, cell, first } = this;
    const { mastAcross, acrossStride, alongStride, firstIndex, ownsUpper } = wing;
    let n = 0;
    for (let o = 0; o < this.ownedCount; o++) {
      const k = owned[o];
      const u = first + k - 1;
      const w = (cell[k] - firstIndex - (k - 1) * alongStride) / acrossStride + 0.5 - mastAcross;
      if (ownsUpper ? w > -u && w <= u : w >= -u && w < u) owned[n++] = k;
    }
    this.ownedCount = n;
  }
}
