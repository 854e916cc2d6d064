import type { Claims } from './claims.ts';
import type { Fan, Wing } from './fan.ts';
import type { Ground } from './ground.ts';
import { Skyline } from './skyline.ts';

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
  /** Samples claimed, whose cell this line owns, nearest first, and those cells' indexes in the grid; `ownedCount` of them. */
  readonly owned: Int32Array;
  readonly ownedCell: Int32Array;
  ownedCount = 0;
  /** Foot of the mast and its antenna above sea level. */
  footM = 0;
  antennaM = 0;
  /** Bare terrain, and y' of it with its clutter; known once gathered, up to a sample. */
  readonly heightM: Float64Array;
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

  /** Lays a line of a wing: where it runs, and the cells of the samples claimed. */
  lay(wing: Wing, line: number, claims: Claims, effectiveEarthRadiusKm: number): void {
    this.first = wing.first;
    this.slope = wing.slope[line];
    this.count = wing.count[line];
    this.azimuthDeg = wing.azimuthDeg[line];
    this.stepKm = wing.stepM[line] / 1000;
    this.bulge = (500 * this.stepKm * this.stepKm) / effectiveEarthRadiusKm;
    this.nuScale = Math.sqrt(0.002 / (this.stepKm * wavelengthMetreMHz));
    this.ownedCount = claims.list(line, this.owned);
    const { first, slope, owned, ownedCell, ownedCount } = this;
    const { alongStride, acrossStride, mastAcross, firstIndex } = wing;
    for (let o = 0; o < ownedCount; o++) {
      const k = owned[o];
      const row = (mastAcross + slope * (first + k - 1)) | 0;
      ownedCell[o] = firstIndex + (k - 1) * alongStride + row * acrossStride;
    }
  }

  /**
   * Gathers the ground under samples 1 to `last` and finds the antenna's horizons: terrain linear between the two cell
   * centres beside the line, clutter that of the sample's cell.
   */
  gather(wing: Wing, ground: Ground, last: number): void {
    const { bulge, antennaM, slope, heightM, steepest, horizon } = this;
    const { alongStride, acrossStride } = wing;
    const { heightM: terrain, clutterM: clutter } = ground;
    const surface = this.surface.y;
    let column = wing.firstIndex;
    let x = wing.first;
    let v = wing.mastAcross - 0.5 + slope * x;
    let stim = Number.NEGATIVE_INFINITY;
    let at = 0;
    let sum = 0;
    for (let k = 1; k <= last; k++) {
      const low = v | 0;
      const i = column + Math.imul(low, acrossStride);
      const before = terrain[i];
      const h = before + (terrain[i + acrossStride] - before) * (v - low);
      const y = h + clutter[column + Math.imul((v + 0.5) | 0, acrossStride)] - bulge * x * x;
      heightM[k] = h;
      surface[k] = y;
      steepest[k] = stim;
      horizon[k] = at;
      const over = y - antennaM;
      if (over > stim * x) {
        stim = over / x;
        at = k;
      }
      sum += h;
      column += alongStride;
      x += 1;
      v += slope;
    }
    this.isWhole = !Number.isNaN(sum);
    if (!this.isWhole) this.bridge(last);
  }

  /** Bridges unknown heights linearly between known ones, level beyond the last, and finds the horizons anew. */
  private bridge(last: number): void {
    const { heightM: h, isKnown, first, bulge } = this;
    const surface = this.surface.y;
    let known = 0;
    for (let k = 1; k <= last; k++) {
      isKnown[k] = Number.isNaN(h[k]) ? 0 : 1;
      if (!isKnown[k]) continue;
      for (let j = known + 1; j < k; j++) h[j] = h[known] + ((h[k] - h[known]) * (j - known)) / (k - known);
      known = k;
    }
    h.fill(h[known], known + 1, last + 1);
    for (let k = 1; k <= last; k++) {
      const x = first + k - 1;
      if (!isKnown[k]) surface[k] = h[k] - bulge * x * x;
    }
    this.findHorizons(last);
  }

  private findHorizons(last: number): void {
    const { first, antennaM, steepest, horizon } = this;
    const surface = this.surface.y;
    let stim = Number.NEGATIVE_INFINITY;
    let at = 0;
    for (let k = 1; k <= last; k++) {
      steepest[k] = stim;
      horizon[k] = at;
      const x = first + k - 1;
      if (surface[k] - antennaM > stim * x) {
        stim = (surface[k] - antennaM) / x;
        at = k;
      }
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
