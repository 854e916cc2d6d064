import { type BakedAntenna, bakeAntenna, bakedGainDbi } from '../../radio/antenna/baked.ts';
import { highestGainDbi } from '../../radio/antenna/pattern.ts';
import { wrapDeg } from '../../radio/antenna/tilt.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import type { PropagationModel } from '../../radio/empirical/propagation-models.ts';
import { locationCorrectionDb } from '../../radio/location-variability.ts';
import { empiricalModel, excessOverFreeSpaceDb, type PathModelId } from '../../radio/path-model.ts';
import type { BaseStation, TransmitCell } from '../network/base-stations.ts';

export interface RadioSettings {
  model: PathModelId;
  receiverHeightM: number;
  locationPercent: number;
}

/** What a model without a profile asks of a path. */
interface EmpiricalPath {
  distanceKm: number;
  /** Receiver above the antenna, metres above sea level both. */
  riseM: number;
  lineOfSight: boolean;
  /** Class of the land at the receiver. */
  landCover: number;
}

/** P.525-4 eq. (4) without distance and frequency, dB. */
const freeSpaceConstantDb = 32.4;
const degrees = 180 / Math.PI;
/** Up to this elevation a mechanical tilt, of 30° at most, turns no azimuth by more than 2.2 times itself. */
const gentleElevationDeg = 50;

/** Elevation of the straight line to a receiver as `elevationAngleDeg` has it, to 0.01° wherever an antenna is used. */
export const elevationDeg = (distanceKm: number, riseM: number): number => {
  const t = riseM / (1000 * distanceKm) - distanceKm / (2 * medianEffectiveEarthRadiusKm);
  if (t > 0.3 || t < -0.3) return Math.atan(t) * degrees;
  const t2 = t * t;
  // arctangent to 1e-7
  return t * (1 - t2 * (1 / 3 - t2 * (1 / 5 - t2 * (1 / 7 - t2 / 9)))) * degrees;
};

/** One station's cells with all that does not change from sample to sample, and the level that arrives from them. */
export class BaseStationRadio {
  private readonly station: BaseStation;
  private readonly settings: RadioSettings;
  readonly transmitCells: readonly TransmitCell[];
  readonly lowestMHz: number;
  private readonly baked: readonly BakedAntenna[];
  /** Level of an transmit cell at 1 km in free space with an antenna of 0 dBi, at the planner's share of locations, dBm. */
  private readonly atOneKmDbm: Float64Array;
  /** The same in the direction its antenna is strongest in. */
  private readonly highestDbm: Float64Array;
  /** Frequencies and which of them an transmit cell has. */
  readonly frequenciesMHz: readonly number[];
  private readonly frequencyOf: Int32Array;
  private readonly model: PropagationModel | null;
  /** Emitters frequency by frequency, in each the one with the highest ceiling first; and where a frequency begins. */
  private readonly order: Int32Array;
  private readonly groupStart: Int32Array;
  /** No direction of the line aimed at has more, as level at 1 km; towards gentle elevations, and towards any. */
  private readonly ceilingDbm: Float64Array;
  gentleCeilingDbm = 0;
  readonly steepCeilingDbm: number;
  private azimuthDeg = 0;
  /** The transmit cell that `clearestDbm` was of, where it was above the floor. */
  clearest = -1;

  constructor(station: BaseStation, settings: RadioSettings) {
    const { transmitCells } = station;
    this.station = station;
    this.settings = settings;
    this.transmitCells = transmitCells;
    this.baked = transmitCells.map(({ antenna, cell }) => bakeAntenna(antenna, cell));
    this.frequenciesMHz = [...new Set(transmitCells.map(({ frequencyMHz }) => frequencyMHz))].sort((a, b) => a - b);
    this.lowestMHz = this.frequenciesMHz[0];
    this.frequencyOf = Int32Array.from(transmitCells, ({ frequencyMHz }) => this.frequenciesMHz.indexOf(frequencyMHz));
    this.atOneKmDbm = Float64Array.from(
      transmitCells,
      ({ referenceSignalPowerDbm, frequencyMHz }) =>
        referenceSignalPowerDbm -
        freeSpaceConstantDb -
        20 * Math.log10(frequencyMHz) -
        locationCorrectionDb(settings.locationPercent, frequencyMHz),
    );
    this.model = empiricalModel(settings.model);
    if (!this.model && settings.model !== 'delta-bullington')
      throw new RangeError(`a sweep does not know ${settings.model}`);
    this.order = Int32Array.from(transmitCells.keys()).sort(
      (a, b) => this.frequencyOf[a] - this.frequencyOf[b] || a - b,
    );
    this.groupStart = Int32Array.from(
      [...this.frequenciesMHz.keys(), this.frequenciesMHz.length],
      (f) => transmitCells.filter((_, e) => this.frequencyOf[e] < f).length,
    );
    this.ceilingDbm = new Float64Array(transmitCells.length);
    this.highestDbm = Float64Array.from(
      transmitCells,
      ({ antenna }, e) => this.atOneKmDbm[e] + highestGainDbi(antenna),
    );
    this.steepCeilingDbm = Math.max(...this.highestDbm);
  }

  /** Turns to a line: what its direction leaves of every transmit cell at most. */
  aim(azimuthDeg: number): void {
    this.azimuthDeg = azimuthDeg;
    this.gentleCeilingDbm = this.ceilingTowards(azimuthDeg);
    this.sortByCeiling();
  }

  /** The most in any gentle direction of an azimuth. */
  ceilingTowards(azimuthDeg: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let e = 0; e < this.transmitCells.length; e++) {
      const { antenna, cell } = this.transmitCells[e];
      let lossDb = 0;
      const tilt = Math.abs(cell.mechanicalTiltDeg);
      if (antenna.kind === 'sector' && tilt <= 30) {
        const off = Math.max(0, Math.abs(wrapDeg(azimuthDeg - cell.azimuthDeg)) - 2.2 * tilt);
        const x = off / antenna.horizontalBeamwidthDeg;
        lossDb = Math.min(12 * x * x, antenna.frontToBackDb);
      }
      const ceiling = this.highestDbm[e] - lossDb;
      this.ceilingDbm[e] = ceiling;
      if (ceiling > most) most = ceiling;
    }
    return most;
  }

  private sortByCeiling(): void {
    const { order, groupStart, ceilingDbm } = this;
    for (let f = 0; f + 1 < groupStart.length; f++) {
      for (let i = groupStart[f] + 1; i < groupStart[f + 1]; i++) {
        const e = order[i];
        let j = i;
        for (; j > groupStart[f] && ceilingDbm[order[j - 1]] < ceilingDbm[e]; j--) order[j] = order[j - 1];
        order[j] = e;
      }
    }
  }

  /**
   * The strongest level in free space over a path in the direction aimed at, dBm; −Infinity where none is above
   * `floorDbm`.
   */
  freeSpaceDbm(distanceDb: number, elevation: number, floorDbm: number): number {
    let best = floorDbm;
    for (let f = 0; f < this.frequenciesMHz.length; f++) best = this.clearestDbm(f, distanceDb, elevation, best);
    return best > floorDbm ? best : Number.NEGATIVE_INFINITY;
  }

  /** The strongest of a frequency's transmit cells in free space, and `clearest` whose; `floorDbm` where none is above. */
  clearestDbm(f: number, distanceDb: number, elevation: number, floorDbm: number): number {
    const { order, groupStart, ceilingDbm, atOneKmDbm, baked, azimuthDeg } = this;
    const isGentle = elevation < gentleElevationDeg && elevation > -gentleElevationDeg;
    let best = floorDbm;
    for (let i = groupStart[f]; i < groupStart[f + 1]; i++) {
      const e = order[i];
      // those that follow can do no better
      if (isGentle && ceilingDbm[e] - distanceDb <= best) break;
      const level = atOneKmDbm[e] + bakedGainDbi(baked[e], azimuthDeg, elevation) - distanceDb;
      if (level > best || (level === best && e < this.clearest)) {
        best = level;
        this.clearest = e;
      }
    }
    return best;
  }

  /** Whether the model looks at the profile: only then do obstacles tell what is lost. */
  get usesTerrain(): boolean {
    return this.model === null;
  }

  /** What a frequency loses over free space by a model that takes no profile, dB. */
  modelExcessDb(f: number, { distanceKm, riseM, lineOfSight, landCover }: EmpiricalPath): number {
    if (!this.model) return 0;
    return excessOverFreeSpaceDb(this.model, {
      frequencyMHz: this.frequenciesMHz[f],
      distanceKm: Math.max(distanceKm, 0.001),
      txHeightM: this.station.antennaHeightM,
      rxHeightM: this.settings.receiverHeightM,
      txAltitudeM: 0,
      rxAltitudeM: riseM,
      lineOfSight,
      landCover,
    });
  }
}
