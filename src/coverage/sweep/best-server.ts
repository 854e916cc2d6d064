import type { Station } from '../network/base-stations.ts';
import { NO_SERVER, NO_SIGNAL, weakestDbm } from '../raster/coverage-types.ts';
import { elevationDeg, type RadioSettings, StationRadio } from './base-station-radio.ts';
import { nearestDb, slantDb } from './distance.ts';
import { fanAround, type Ring, type Wing } from './radials.ts';
import type { FourLines } from './simd-batch.ts';

const weakestTenths = 10 * weakestDbm;
/** The weakest level that would still round to what is there, or more, and is told at all, dBm. */
const floorOf = (tenths: number): number => (Math.max(tenths, weakestTenths) - 0.5) / 10;
/** Half a tenth that rounds up, and more than what claims lose in rounding: tenths of a decibel. */
const spareTenths = 0.51;

/**
 * The strongest of some stations so far, on every cell of a ground. What a station could give in free space, then behind its
 * horizon, decides cell by cell whether its path is worked out, so that the result is that of working out all of them, whatever
 * the order of stations and rings.
 */
export class BestServers {
  /** Tenths of dBm, `NO_SIGNAL` where none: in memory that the next best servers over these lines take. */
  readonly rsrp: Int16Array;
  /** Number of the serving cell in its layer; `NO_SERVER` where none. */
  readonly server: Uint16Array;
  private readonly lines: FourLines;
  private readonly settings: RadioSettings;
  /** By a lane's number among the columns: 20·log10 of the path's length in km, and its elevation. */
  private readonly distanceDb: Float64Array;
  private readonly elevation: Float64Array;
  /** Result by result: the strongest level, and whose; −1 where no emitter is above what stands there. */
  private readonly level: Float64Array;
  private readonly emitter: Int32Array;

  constructor(lines: FourLines, settings: RadioSettings) {
    this.lines = lines;
    this.settings = settings;
    this.rsrp = lines.levels.fill(NO_SIGNAL);
    this.server = new Uint16Array(this.rsrp.length).fill(NO_SERVER);
    const lanes = lines.columns.asked.length;
    this.distanceDb = new Float64Array(lanes);
    this.elevation = new Float64Array(lanes);
    this.level = new Float64Array(lanes);
    this.emitter = new Int32Array(lanes);
  }

  /**
   * Adds a ring of a station.
   *
   * @param firstServer number of the station's first emitter in the layer
   * @returns false where the station stands off the known terrain, with nothing changed
   */
  add(station: Station, firstServer: number, ring: Ring): boolean {
    const { lines, settings } = this;
    const fan = fanAround(lines.grid, station.position, lines.radiusKm, ring);
    if (!fan || Number.isNaN(station.footM)) return false;
    lines.plant(station.footM, station.antennaHeightM, settings.receiverHeightM);
    const radio = new StationRadio(station, settings);
    for (const wing of fan.wings) {
      if (wing.from <= wing.to) this.serve(wing, radio, firstServer);
    }
    return true;
  }

  private serve(wing: Wing, radio: StationRadio, firstServer: number): void {
    const { lines } = this;
    const { lowestMHz, usesTerrain } = radio;
    const quads = lines.lay(wing);
    this.setRivals(wing, radio);
    lines.claim(true);
    for (let quad = 0; quad < quads; quad++) {
      const last = lines.lastOf(quad);
      if (last === 0) continue;
      lines.gather(quad, last);
      const columns = lines.listBetter(quad, last, lowestMHz, usesTerrain);
      if (columns === 0 || !this.siftByAntennas(wing, quad, columns, radio)) continue;
      const count = lines.walk(columns, lowestMHz, usesTerrain);
      this.findLevels(wing, quad, count, radio);
      this.take(count, firstServer);
    }
  }

  /** What each line could give in free space. */
  private setRivals(wing: Wing, radio: StationRadio): void {
    const { lines } = this;
    const receiverM = this.settings.receiverHeightM;
    let shortestM = Number.POSITIVE_INFINITY;
    for (let l = 0; l < wing.lines; l++) {
      const stepDb = 20 * Math.log10(wing.stepM[l] / 1000);
      lines.steep[l] = 10 * (radio.steepCeilingDbm - stepDb) + spareTenths;
      lines.gentle[l] = 10 * (radio.ceilingTowards(wing.azimuthDeg[l]) - stepDb) + spareTenths;
      shortestM = Math.min(shortestM, wing.stepM[l]);
    }
    // no receiver farther than this is seen at a steep elevation
    const reliefM = Math.max(lines.highestM + receiverM - lines.antennaM, lines.antennaM - lines.lowestM - receiverM);
    lines.steepTo = Math.floor(reliefM / shortestM - wing.first + 1);
  }

  /** Leaves of the columns what the antennas' true gains could still better in free space, and by how much. */
  private siftByAntennas(wing: Wing, quad: number, columns: number, radio: StationRadio): boolean {
    const { rsrp, distanceDb, elevation } = this;
    const { bareM } = this.lines;
    const { sample, asked, cell, spareDb } = this.lines.columns;
    const receiverM = this.settings.receiverHeightM;
    const lanes = Math.min(4, wing.lines - 4 * quad);
    let isAnyLeft = false;
    for (let lane = 0; lane < lanes; lane++) {
      const stepKm = wing.stepM[4 * quad + lane] / 1000;
      const stepDb = 20 * Math.log10(stepKm);
      radio.aim(wing.azimuthDeg[4 * quad + lane]);
      for (let n = 0, i = lane; n < columns; n++, i += 4) {
        if (asked[i] === 0) continue;
        const k = sample[n];
        const d = (wing.first + k - 1) * stepKm;
        const riseM = bareM[4 * k + lane] + receiverM;
        const away = Math.max(wing.decibels[k] + stepDb + slantDb(riseM, d), nearestDb);
        const up = elevationDeg(d, riseM);
        const floor = floorOf(rsrp[cell[i]]);
        const clear = radio.freeSpaceDbm(away, up, floor);
        if (clear === Number.NEGATIVE_INFINITY) {
          asked[i] = 0;
          continue;
        }
        spareDb[i] = clear - floor;
        distanceDb[i] = away;
        elevation[i] = up;
        isAnyLeft = true;
      }
    }
    return isAnyLeft;
  }

  /** The strongest level of every result, and whose. */
  private findLevels(wing: Wing, quad: number, count: number, radio: StationRadio): void {
    const { lines, rsrp, level, emitter, distanceDb, elevation } = this;
    const { lane, steps, stepKm, lineOfSight, lossDb } = lines.results;
    const { sample, cell } = lines.columns;
    const receiverM = this.settings.receiverHeightM;
    for (let r = 0; r < count; r++) {
      level[r] = floorOf(rsrp[cell[lane[r]]]);
      emitter[r] = -1;
    }
    for (let f = 0; f < radio.frequenciesMHz.length; f++) {
      if (radio.usesTerrain) lines.lose(count, radio.frequenciesMHz[f], wing.first);
      for (let of = 0; of < 4; of++) {
        let isAimed = false;
        for (let r = 0; r < count; r++) {
          const i = lane[r];
          if ((i & 3) !== of) continue;
          if (!isAimed) {
            radio.aim(wing.azimuthDeg[4 * quad + of]);
            isAimed = true;
          }
          const clear = radio.clearestDbm(f, distanceDb[i], elevation[i], level[r]);
          if (clear <= level[r]) continue;
          const lost = radio.usesTerrain
            ? lossDb[r]
            : radio.modelExcessDb(f, {
                distanceKm: steps[r] * stepKm[r],
                riseM: lines.bareM[4 * sample[i >> 2] + of] + receiverM,
                lineOfSight: lineOfSight[r] !== 0,
                landCover: lines.landCover[cell[i]],
              });
          if (clear - lost > level[r]) {
            level[r] = clear - lost;
            emitter[r] = radio.clearest;
          }
        }
      }
    }
  }

  /** Takes the cells where the station is the strongest; of equals, to a tenth of a decibel, the lower number serves. */
  private take(count: number, firstServer: number): void {
    const { rsrp, server, level, emitter, lines } = this;
    const { lane } = lines.results;
    const { cell } = lines.columns;
    for (let r = 0; r < count; r++) {
      if (emitter[r] < 0) continue;
      const c = cell[lane[r]];
      const tenths = Math.round(level[r] * 10);
      const number = firstServer + emitter[r];
      if (tenths > rsrp[c] || (tenths === rsrp[c] && number < server[c])) {
        rsrp[c] = tenths;
        server[c] = number;
      }
    }
  }
}
