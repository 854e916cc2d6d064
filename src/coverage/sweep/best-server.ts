import type { BaseStation } from '../network/base-stations.ts';
import { NO_SERVER, NO_SIGNAL, weakestDbm } from '../raster/coverage-types.ts';
import { BaseStationRadio, elevationDeg, type RadioSettings } from './base-station-radio.ts';
import { nearestDb, slantDb } from './distance.ts';
import type { RadialSweep } from './radial-sweep.ts';
import { type Annulus, radialsAround, type Sector } from './radials.ts';

const weakestTenths = 10 * weakestDbm;
/** The weakest level that would still round to what is there, or more, and is told at all, dBm. */
const floorOf = (tenths: number): number => (Math.max(tenths, weakestTenths) - 0.5) / 10;
/** Half a tenth that rounds up, and more than what candidates lose in rounding: tenths of a decibel. */
const spareTenths = 0.51;

/**
 * The strongest of some stations so far, on every cell of a ground. What a station could give in free space, then behind its
 * horizon, decides cell by cell whether its path is worked out, so that the result is that of working out all of them, whatever
 * the order of stations and annuli.
 */
export class BestServers {
  /** Tenths of dBm, `NO_SIGNAL` where none: in memory that the next best servers over these lines take. */
  readonly levelTenthsDbm: Int16Array;
  /** Number of the serving cell in its layer; `NO_SERVER` where none. */
  readonly server: Uint16Array;
  private readonly lines: RadialSweep;
  private readonly settings: RadioSettings;
  /** By a lane's number among the columns: 20·log10 of the path's length in km, and its elevation. */
  private readonly distanceDb: Float64Array;
  private readonly elevation: Float64Array;
  /** Result by result: the strongest level, and whose; −1 where no transmit cell is above what stands there. */
  private readonly level: Float64Array;
  private readonly transmitCell: Int32Array;

  constructor(lines: RadialSweep, settings: RadioSettings) {
    this.lines = lines;
    this.settings = settings;
    this.levelTenthsDbm = lines.levels.fill(NO_SIGNAL);
    this.server = new Uint16Array(this.levelTenthsDbm.length).fill(NO_SERVER);
    const lanes = lines.columns.asked.length;
    this.distanceDb = new Float64Array(lanes);
    this.elevation = new Float64Array(lanes);
    this.level = new Float64Array(lanes);
    this.transmitCell = new Int32Array(lanes);
  }

  /**
   * Adds an annulus of a base station.
   *
   * @param firstServer number of the station's first transmit cell in the layer
   * @returns false where the station stands outside the DEM, with nothing changed
   */
  add(station: BaseStation, firstServer: number, annulus: Annulus): boolean {
    const { lines, settings } = this;
    const radials = radialsAround(lines.grid, station.position, lines.radiusKm, annulus);
    if (!radials || Number.isNaN(station.groundElevationM)) return false;
    lines.plant(station.groundElevationM, station.antennaHeightM, settings.receiverHeightM);
    const radio = new BaseStationRadio(station, settings);
    for (const sector of radials.sectors) {
      if (sector.from <= sector.to) this.serve(sector, radio, firstServer);
    }
    return true;
  }

  private serve(sector: Sector, radio: BaseStationRadio, firstServer: number): void {
    const { lines } = this;
    const { lowestMHz, usesTerrain } = radio;
    const batches = lines.lay(sector);
    this.setCeilings(sector, radio);
    lines.mark(true);
    for (let batch = 0; batch < batches; batch++) {
      const last = lines.lastOf(batch);
      if (last === 0) continue;
      lines.gather(batch, last);
      const columns = lines.listBetter(batch, last, lowestMHz, usesTerrain);
      if (columns === 0 || !this.siftByAntennas(sector, batch, columns, radio)) continue;
      const count = lines.walk(columns, lowestMHz, usesTerrain);
      this.findLevels(sector, batch, count, radio);
      this.take(count, firstServer);
    }
  }

  /** What each line could give in free space. */
  private setCeilings(sector: Sector, radio: BaseStationRadio): void {
    const { lines } = this;
    const receiverM = this.settings.receiverHeightM;
    let shortestM = Number.POSITIVE_INFINITY;
    for (let l = 0; l < sector.lines; l++) {
      const stepDb = 20 * Math.log10(sector.stepM[l] / 1000);
      lines.steep[l] = 10 * (radio.steepCeilingDbm - stepDb) + spareTenths;
      lines.gentle[l] = 10 * (radio.ceilingTowards(sector.azimuthDeg[l]) - stepDb) + spareTenths;
      shortestM = Math.min(shortestM, sector.stepM[l]);
    }
    // no receiver farther than this is seen at a steep elevation
    const reliefM = Math.max(lines.highestM + receiverM - lines.antennaM, lines.antennaM - lines.lowestM - receiverM);
    lines.steepTo = Math.floor(reliefM / shortestM - sector.first + 1);
  }

  /** Leaves of the columns what the antennas' true gains could still better in free space, and by how much. */
  private siftByAntennas(sector: Sector, batch: number, columns: number, radio: BaseStationRadio): boolean {
    const { levelTenthsDbm, distanceDb, elevation } = this;
    const { dtmM } = this.lines;
    const { sample, asked, cell, spareDb } = this.lines.columns;
    const receiverM = this.settings.receiverHeightM;
    const lanes = Math.min(4, sector.lines - 4 * batch);
    let isAnyLeft = false;
    for (let lane = 0; lane < lanes; lane++) {
      const stepKm = sector.stepM[4 * batch + lane] / 1000;
      const stepDb = 20 * Math.log10(stepKm);
      radio.aim(sector.azimuthDeg[4 * batch + lane]);
      for (let n = 0, i = lane; n < columns; n++, i += 4) {
        if (asked[i] === 0) continue;
        const k = sample[n];
        const d = (sector.first + k - 1) * stepKm;
        const riseM = dtmM[4 * k + lane] + receiverM;
        const away = Math.max(sector.decibels[k] + stepDb + slantDb(riseM, d), nearestDb);
        const up = elevationDeg(d, riseM);
        const floor = floorOf(levelTenthsDbm[cell[i]]);
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
  private findLevels(sector: Sector, batch: number, count: number, radio: BaseStationRadio): void {
    const { lines, levelTenthsDbm, level, transmitCell, distanceDb, elevation } = this;
    const { lane, steps, stepKm, lineOfSight, lossDb } = lines.results;
    const { sample, cell } = lines.columns;
    const receiverM = this.settings.receiverHeightM;
    for (let r = 0; r < count; r++) {
      level[r] = floorOf(levelTenthsDbm[cell[lane[r]]]);
      transmitCell[r] = -1;
    }
    for (let f = 0; f < radio.frequenciesMHz.length; f++) {
      if (radio.usesTerrain) lines.lose(count, radio.frequenciesMHz[f], sector.first);
      for (let of = 0; of < 4; of++) {
        let isAimed = false;
        for (let r = 0; r < count; r++) {
          const i = lane[r];
          if ((i & 3) !== of) continue;
          if (!isAimed) {
            radio.aim(sector.azimuthDeg[4 * batch + of]);
            isAimed = true;
          }
          const clear = radio.clearestDbm(f, distanceDb[i], elevation[i], level[r]);
          if (clear <= level[r]) continue;
          const lost = radio.usesTerrain
            ? lossDb[r]
            : radio.modelExcessDb(f, {
                distanceKm: steps[r] * stepKm[r],
                riseM: lines.dtmM[4 * sample[i >> 2] + of] + receiverM,
                lineOfSight: lineOfSight[r] !== 0,
                landCover: lines.landCover[cell[i]],
              });
          if (clear - lost > level[r]) {
            level[r] = clear - lost;
            transmitCell[r] = radio.clearest;
          }
        }
      }
    }
  }

  /** Takes the cells where the station is the strongest; of equals, to a tenth of a decibel, the lower number serves. */
  private take(count: number, firstServer: number): void {
    const { levelTenthsDbm, server, level, transmitCell, lines } = this;
    const { lane } = lines.results;
    const { cell } = lines.columns;
    for (let r = 0; r < count; r++) {
      if (transmitCell[r] < 0) continue;
      const c = cell[lane[r]];
      const tenths = Math.round(level[r] * 10);
      const number = firstServer + transmitCell[r];
      if (tenths > levelTenthsDbm[c] || (tenths === levelTenthsDbm[c] && number < server[c])) {
        levelTenthsDbm[c] = tenths;
        server[c] = number;
      }
    }
  }
}
