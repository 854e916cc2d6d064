import { terrainHeightM } from '../../geo/sample.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { NO_SERVER, NO_SIGNAL } from '../coverage-types.ts';
import type { Station } from '../network.ts';
import { nearestDb, slantDb } from './distance.ts';
import { fanAround, type Wing } from './fan.ts';
import type { Ground } from './ground.ts';
import { Line } from './line.ts';
import { elevationDeg, emptyPath, type RadioSettings, StationRadio } from './station-radio.ts';
import { createGeometries, Walker } from './walk.ts';

/** The strongest of some stations so far, on every cell of a ground. */
export interface BestServer {
  /** Tenths of dBm; `NO_SIGNAL` where none. */
  rsrp: Int16Array;
  /** Number of the serving cell in its layer; `NO_SERVER` where none. */
  server: Uint16Array;
}

export const createBestServer = (cells: number): BestServer => ({
  rsrp: new Int16Array(cells).fill(NO_SIGNAL),
  server: new Uint16Array(cells).fill(NO_SERVER),
});

/** The weakest level that would still round to what is there, or more, dBm. */
const floorOf = (tenths: number): number => (tenths - 0.5) / 10;

/** A station being added to the best servers, with what is reused from line to line. */
class Adding {
  private readonly best: BestServer;
  private readonly ground: Ground;
  private readonly firstServer: number;
  private readonly receiverHeightM: number;
  private readonly radio: StationRadio;
  private readonly walker: Walker;
  private readonly line: Line;
  /** No receiver farther than this is seen at a steep elevation. */
  private readonly reliefM: number;
  /** Samples that could be served, their cells, and their levels in free space at most, dBm. */
  private readonly sample: Int32Array;
  private readonly cell: Int32Array;
  private readonly ceilingDbm: Float64Array;
  private readonly distanceDb: Float64Array;
  private readonly elevation: Float64Array;
  private readonly paths;
  private readonly path = emptyPath();

  constructor(
    best: BestServer,
    ground: Ground,
    station: Station,
    line: Line,
    longest: number,
    firstServer: number,
    settings: RadioSettings,
  ) {
    this.best = best;
    this.ground = ground;
    this.firstServer = firstServer;
    this.receiverHeightM = settings.receiverHeightM;
    this.radio = new StationRadio(station, settings);
    this.walker = new Walker(longest, this.radio.lowestMHz, settings.receiverHeightM);
    this.line = line;
    this.reliefM = Math.max(
      ground.highestM + settings.receiverHeightM - line.antennaM,
      line.antennaM - ground.lowestM - settings.receiverHeightM,
    );
    this.sample = new Int32Array(longest);
    this.cell = new Int32Array(longest);
    this.ceilingDbm = new Float64Array(longest);
    this.distanceDb = new Float64Array(longest);
    this.elevation = new Float64Array(longest);
    this.paths = createGeometries(longest);
  }

  /** Serves what a laid line owns, as far as the station is the strongest there. */
  serve(wing: Wing): void {
    const { line, radio } = this;
    if (line.ownedCount === 0) return;
    radio.aim(line.azimuthDeg);
    let count = this.inFreeSpace(wing);
    if (count === 0) return;
    line.gather(wing, this.ground, this.sample[count - 1]);
    count = this.behindHorizons(wing, count);
    if (count === 0) return;
    this.walker.walk(line, this.sample, count, this.paths);
    this.take(count);
  }

  /** Samples whose cell has less than the station's antennas could give there in free space. */
  private inFreeSpace({ decibels }: Wing): number {
    const { line, radio, sample, cell, ceilingDbm } = this;
    const { owned, ownedCell, ownedCount } = line;
    const { rsrp } = this.best;
    const stepDb = 20 * Math.log10(line.stepKm);
    const gentle = radio.gentleCeilingDbm - stepDb;
    const steep = radio.steepCeilingDbm - stepDb;
    const gentleFrom = this.reliefM / (1000 * line.stepKm) - line.first + 1;
    let n = 0;
    for (let o = 0; o < ownedCount; o++) {
      const k = owned[o];
      const c = ownedCell[o];
      const ceiling = (k > gentleFrom ? gentle : steep) - decibels[k];
      if (ceiling <= floorOf(rsrp[c])) continue;
      sample[n] = k;
      cell[n] = c;
      ceilingDbm[n] = ceiling;
      n++;
    }
    return n;
  }

  /** Of those, the ones where that still holds with the least the terrain takes, and the antennas' true gains. */
  private behindHorizons({ decibels }: Wing, count: number): number {
    const { line, radio, walker, sample, cell, ceilingDbm, distanceDb, elevation } = this;
    const { rsrp } = this.best;
    const stepDb = 20 * Math.log10(line.stepKm);
    let n = 0;
    for (let i = 0; i < count; i++) {
      const k = sample[i];
      const c = cell[i];
      if (!line.isWhole && !line.isKnown[k]) continue;
      const floor = floorOf(rsrp[c]);
      const spare = ceilingDbm[i] - floor;
      if (radio.usesTerrain && walker.losesMoreThan(line, k, radio.mostNu2(spare))) continue;
      const d = (line.first + k - 1) * line.stepKm;
      const rise = line.heightM[k] + this.receiverHeightM - line.antennaM;
      const away = Math.max(decibels[k] + stepDb + slantDb(rise, d), nearestDb);
      const up = elevationDeg(d, rise);
      const clear = radio.freeSpaceDbm(away, up, floor);
      if (clear === Number.NEGATIVE_INFINITY) continue;
      if (radio.usesTerrain && walker.losesMoreThan(line, k, radio.mostNu2(clear - floor))) continue;
      sample[n] = k;
      cell[n] = c;
      distanceDb[n] = away;
      elevation[n] = up;
      n++;
    }
    return n;
  }

  /** Takes the cells where the station is the strongest; of equals, to a tenth of a decibel, the lower number serves. */
  private take(count: number): void {
    const { line, radio, path, paths, sample, cell, distanceDb, elevation, firstServer } = this;
    const { rsrp, server } = this.best;
    path.first = line.first;
    path.stepKm = line.stepKm;
    for (let w = 0; w < count; w++) {
      const k = sample[w];
      const c = cell[w];
      path.sample = k;
      path.distanceDb = distanceDb[w];
      path.elevationDeg = elevation[w];
      path.riseM = line.heightM[k] + this.receiverHeightM - line.antennaM;
      path.nu = paths.nu[w];
      path.lineOfSight = paths.lineOfSight[w] === 1;
      path.txEffectiveM = paths.txEffectiveM[w];
      path.rxEffectiveM = paths.rxEffectiveM[w];
      path.landCover = this.ground.landCover[c];
      const level = radio.bestDbm(path, floorOf(rsrp[c]));
      if (radio.bestEmitter < 0) continue;
      const tenths = Math.max(Math.round(level * 10), NO_SIGNAL + 1);
      const number = firstServer + radio.bestEmitter;
      if (tenths > rsrp[c] || (tenths === rsrp[c] && number < server[c])) {
        rsrp[c] = tenths;
        server[c] = number;
      }
    }
  }
}

/**
 * Adds a station to the best servers. What it could give in free space, then behind its horizon, decides cell by cell
 * whether its path is worked out, so that the result is that of working out all of them, whatever the order of stations.
 *
 * @param firstServer number of the station's first emitter in the layer
 * @returns false where the station stands off the known terrain, with nothing changed
 */
export const addStation = (
  best: BestServer,
  ground: Ground,
  terrain: TerrainRaster,
  station: Station,
  firstServer: number,
  radiusKm: number,
  settings: RadioSettings,
): boolean => {
  const footM = terrainHeightM(terrain, ...station.position);
  const fan = fanAround(ground.grid, station.position, radiusKm);
  if (!fan || Number.isNaN(footM)) return false;
  const line = new Line(fan);
  line.plant(footM, station.antennaHeightM);
  const adding = new Adding(best, ground, station, line, fan.longest, firstServer, settings);
  for (const wing of fan.wings) {
    for (let rimCell = wing.firstRimCell; rimCell <= wing.lastRimCell; rimCell++) {
      line.lay(fan, wing, rimCell, medianEffectiveEarthRadiusKm);
      adding.serve(wing);
    }
  }
  return true;
};
