import type { Fan, Wing } from './fan.ts';
import { clutterBits, clutterMask, datumM, type Ground, heightUnits, UNKNOWN } from './ground.ts';
import { Skyline } from './skyline.ts';

const radians = Math.PI / 180;
/** λ·f in m·MHz with the Recommendations' speed of light. */
const wavelengthMetreMHz = 299.8;

/**
 * One line of a fan, the ground under it and everything that is a sum or a largest so far. Reused from line to line: sized
 * once, nothing allocated while it runs.
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
  /** Samples whose cell this line owns, nearest first, and those cells' indexes in the grid; `ownedCount` of them. */
  readonly owned: Int32Array;
  readonly ownedCell: Int32Array;
  ownedCount = 0;
  /** Foot of the mast and its antenna above sea level. */
  footM = 0;
  antennaM = 0;
  /** Bare terrain, clutter on it, and y' of both together; known once gathered, up to a sample. */
  readonly heightM: Float64Array;
  readonly clutterM: Float64Array;
  readonly surface: Skyline;
  /** Whether all terrain gathered is known; if not, which samples' is. Unknown heights are bridged. */
  isWhole = true;
  readonly isKnown: Uint8Array;
  /** Steepest line from the antenna to the samples before each, and the sample it touches: known once gathered. */
  readonly steepest: Float64Array;
  readonly horizon: Int32Array;
  /** The same over bare terrain on a flat Earth: known once prepared, as what follows. */
  readonly bareSteepest: Float64Array;
  readonly bareHorizon: Int32Array;
  /** Sums of the least-squares surface up to each sample, P.1812-7 eq. (83) and (84). */
  readonly v1: Float64Array;
  readonly v2: Float64Array;
  private slope = 0;

  /** A line with room for every line of a fan. */
  constructor(fan: Fan) {
    const room = fan.longest;
    this.owned = new Int32Array(room);
    this.ownedCell = new Int32Array(room);
    this.heightM = new Float64Array(room);
    this.clutterM = new Float64Array(room);
    this.surface = new Skyline(room);
    this.isKnown = new Uint8Array(room);
    this.steepest = new Float64Array(room);
    this.horizon = new Int32Array(room);
    this.bareSteepest = new Float64Array(room);
    this.bareHorizon = new Int32Array(room);
    this.v1 = new Float64Array(room);
    this.v2 = new Float64Array(room);
  }

  /** Where the foot and the antenna of the mast are, for the lines to come. */
  plant(footM: number, antennaHeightM: number): void {
    this.footM = footM;
    this.antennaM = footM + antennaHeightM;
    this.heightM[0] = footM;
  }

  /** Lays the line towards a rim cell of a wing: where it runs and which cells it owns. */
  lay(fan: Fan, wing: Wing, rimCell: number, effectiveEarthRadiusKm: number): void {
    const { first, rim, mastAcross, acrossCells } = wing;
    const rimV = rimCell + 0.5 - mastAcross;
    const slope = rimV / rim;
    this.slope = slope;
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
    this.takeOwned(wing, rimCell);
    if (Math.abs(rimV) > rim - 1) this.leaveOtherWings(wing);
  }

  private takeOwned(wing: Wing, rimCell: number): void {
    const { count, first, slope, owned, ownedCell } = this;
    const { alongStride, acrossStride, mastAcross, rimOverU } = wing;
    const start = mastAcross - 0.5;
    let column = wing.firstIndex;
    let n = 0;
    for (let k = 1; k <= count; k++) {
      const row = (mastAcross + slope * (first + k - 1)) | 0;
      // the rim cell that the line through this cell's centre leads to; a line owns the cells that lead to its own
      const other = Math.floor((row - start) * rimOverU[k] + mastAcross) ^ rimCell;
      owned[n] = k;
      ownedCell[n] = column + Math.imul(row, acrossStride);
      n += 1 - ((other | -other) >>> 31);
      column += alongStride;
    }
    this.ownedCount = n;
  }

  /** Cells across the border of the wing belong to its neighbour. */
  private leaveOtherWings(wing: Wing): void {
    const { owned, ownedCell, first } = this;
    const { mastAcross, acrossStride, alongStride, firstIndex, ownsUpper } = wing;
    let n = 0;
    for (let o = 0; o < this.ownedCount; o++) {
      const k = owned[o];
      const u = first + k - 1;
      const w = (ownedCell[o] - firstIndex - (k - 1) * alongStride) / acrossStride + 0.5 - mastAcross;
      if (ownsUpper ? !(w > -u && w <= u) : !(w >= -u && w < u)) continue;
      owned[n] = k;
      ownedCell[n++] = ownedCell[o];
    }
    this.ownedCount = n;
  }

  /**
   * Gathers the ground under samples 1 to `last` and finds the antenna's horizons: terrain linear between the two cell
   * centres beside the line, clutter that of the sample's cell.
   */
  gather(wing: Wing, ground: Ground, last: number): void {
    const { first, slope, heightM, clutterM } = this;
    const { alongStride, acrossStride, mastAcross } = wing;
    const { packed } = ground;
    const start = mastAcross - 0.5;
    let column = wing.firstIndex;
    let seen = 0;
    for (let k = 1; k <= last; k++) {
      const v = start + slope * (first + k - 1);
      const low = v | 0;
      const i = column + Math.imul(low, acrossStride);
      const a = packed[i];
      const b = packed[i + acrossStride];
      seen |= a | b;
      const ha = a >> clutterBits;
      heightM[k] = datumM + (ha + ((b >> clutterBits) - ha) * (v - low)) * (1 / heightUnits);
      // the nearer of the two cells is the sample's own
      const nearer = ((v + 0.5) | 0) - low;
      clutterM[k] = (a ^ ((a ^ b) & -nearer)) & clutterMask;
      column += alongStride;
    }
    this.isWhole = (seen & UNKNOWN) === 0;
    if (!this.isWhole) this.bridge(wing, packed, last);
    this.findHorizons(last);
  }

  /** Bridges unknown heights linearly between known ones, level beyond the last. */
  private bridge(wing: Wing, packed: Int32Array, last: number): void {
    const { heightM: h, clutterM, isKnown, first, slope } = this;
    let known = 0;
    for (let k = 1; k <= last; k++) {
      const low = (wing.mastAcross - 0.5 + slope * (first + k - 1)) | 0;
      const i = wing.firstIndex + (k - 1) * wing.alongStride + low * wing.acrossStride;
      isKnown[k] = ((packed[i] | packed[i + wing.acrossStride]) & UNKNOWN) === 0 ? 1 : 0;
      if (!isKnown[k]) {
        clutterM[k] = 0;
        continue;
      }
      for (let j = known + 1; j < k; j++) h[j] = h[known] + ((h[k] - h[known]) * (j - known)) / (k - known);
      known = k;
    }
    h.fill(h[known], known + 1, last + 1);
  }

  private findHorizons(last: number): void {
    const { first, bulge, antennaM, heightM, clutterM, steepest, horizon } = this;
    const surface = this.surface.y;
    let stim = Number.NEGATIVE_INFINITY;
    let at = 0;
    let x = first;
    for (let k = 1; k <= last; k++) {
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
}
