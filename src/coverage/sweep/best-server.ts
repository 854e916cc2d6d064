import { terrainHeightM } from '../../geo/sample.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { NO_SERVER, NO_SIGNAL, weakestDbm } from '../coverage-types.ts';
import type { Station } from '../network.ts';
import { Claims, type Rivals } from './claims.ts';
import { nearestDb, slantDb } from './distance.ts';
import { type Fan, fanAround, type Wing } from './fan.ts';
import type { Ground } from './ground.ts';
import { Line } from './line.ts';
import { losesMoreThan } from './shade.ts';
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

const weakestTenths = 10 * weakestDbm;
/** The weakest level that would still round to what is there, or more, and is told at all, dBm. */
const floorOf = (tenths: number): number => (Math.max(tenths, weakestTenths) - 0.5) / 10;

/** The part of a fan between two distances along its wings' axes. */
export interface Ring {
  fromM: number;
  toM: number;
}

/** What is near is served first: it then keeps far stations from being looked at where they are the weaker. */
const nearM = 3000;
export const wholeFan: Ring = { fromM: 0, toM: Number.POSITIVE_INFINITY };
export const rings: readonly Ring[] = [
  { fromM: 0, toM: nearM },
  { fromM: nearM, toM: Number.POSITIVE_INFINITY },
];

/** A station being added to the best servers, with what is reused from line to line. */
class Adding {
  private readonly best: BestServer;
  private readonly ground: Ground;
  private readonly firstServer: number;
  private readonly receiverHeightM: number;
  private readonly radio: StationRadio;
  private readonly walker: Walker;
  private readonly line: Line;
  private readonly claims: Claims;
  private readonly rivals: Rivals;
  /** No receiver farther than this is seen at a steep elevation. */
  private readonly reliefM: number;
  /** Samples that could be served, and their cells. */
  private readonly sample: Int32Array;
  private readonly cell: Int32Array;
  private readonly distanceDb: Float64Array;
  private readonly elevation: Float64Array;
  private readonly paths;
  private readonly path = emptyPath();

  constructor(
    best: BestServer,
    ground: Ground,
    station: Station,
    line: Line,
    fan: Fan,
    firstServer: number,
    settings: RadioSettings,
  ) {
    this.best = best;
    this.ground = ground;
    this.firstServer = firstServer;
    this.receiverHeightM = settings.receiverHeightM;
    this.radio = new StationRadio(station, settings);
    this.walker = new Walker(fan.longest, this.radio.lowestMHz, settings.receiverHeightM);
    this.line = line;
    this.reliefM = Math.max(
      ground.highestM + settings.receiverHeightM - line.antennaM,
      line.antennaM - ground.lowestM - settings.receiverHeightM,
    );
    const { longest } = fan;
    this.claims = new Claims(fan);
    const lines = this.claims.last.length;
    this.rivals = { rsrp: best.rsrp, steep: new Float64Array(lines), gentle: new Float64Array(lines), steepTo: 0 };
    this.sample = new Int32Array(longest);
    this.cell = new Int32Array(longest);
    this.distanceDb = new Float64Array(longest);
    this.elevation = new Float64Array(longest);
    this.paths = createGeometries(longest);
  }

  /** Serves what the lines of a wing own, of samples `from` to `to`, as far as the station is the strongest there. */
  serve(wing: Wing, from: number, to: number): void {
    const { line, claims, radio, sample } = this;
    this.claim(wing, from, to);
    for (let l = 0; l < wing.lines; l++) {
      if (claims.last[l] === 0) continue;
      line.lay(wing, l, claims, medianEffectiveEarthRadiusKm);
      radio.aim(line.azimuthDeg);
      line.gather(wing, this.ground, claims.last[l]);
      const count = this.inAntennas(wing, this.behindHorizons(wing));
      if (count === 0) continue;
      this.walker.walk(line, sample, count, this.paths);
      this.take(count);
    }
  }

  /** Samples whose cell has less than the station's antennas could give there in free space. */
  private claim(wing: Wing, from: number, to: number): void {
    const { radio, claims, rivals } = this;
    let shortestM = Number.POSITIVE_INFINITY;
    for (let l = 0; l < wing.lines; l++) {
      const stepDb = 20 * Math.log10(wing.stepM[l] / 1000);
      rivals.steep[l] = 10 * (radio.steepCeilingDbm - stepDb) + 0.5;
      rivals.gentle[l] = 10 * (radio.ceilingTowards(wing.azimuthDeg[l]) - stepDb) + 0.5;
      shortestM = Math.min(shortestM, wing.stepM[l]);
    }
    rivals.steepTo = this.reliefM / shortestM - wing.first + 1;
    claims.take(wing, rivals, from, to);
  }

  /** Of those, the ones where that still holds with the least the terrain takes. */
  private behindHorizons({ decibels }: Wing): number {
    const { line, radio, sample, cell, rivals, receiverHeightM } = this;
    const { rsrp } = this.best;
    const { owned, ownedCell, ownedCount, isWhole, isKnown } = line;
    const { first, heightM, steepest, horizon, surface, bulge, antennaM } = line;
    const scale = line.nuScale * line.nuScale * radio.lowestMHz;
    const stepDb = 20 * Math.log10(line.stepKm);
    const steep = radio.steepCeilingDbm - stepDb;
    const gentle = radio.gentleCeilingDbm - stepDb;
    let n = 0;
    for (let o = 0; o < ownedCount; o++) {
      const k = owned[o];
      const c = ownedCell[o];
      if (!isWhole && !isKnown[k]) continue;
      const x = first + k - 1;
      const rise = heightM[k] + receiverHeightM - bulge * x * x - antennaM;
      const stim = steepest[k];
      const above = stim * x - rise;
      if (above > 0 && radio.usesTerrain) {
        const spare = (k <= rivals.steepTo ? steep : gentle) - decibels[k] - floorOf(rsrp[c]);
        const before = surface.y[k - 1] - antennaM;
        if (losesMoreThan(spare, above, x, rise, stim, first + horizon[k] - 1, before, scale)) continue;
      }
      sample[n] = k;
      cell[n] = c;
      n++;
    }
    return n;
  }

  /** Of those, the ones where that still holds with the antennas' true gains. */
  private inAntennas({ decibels }: Wing, count: number): number {
    const { line, radio, sample, cell, distanceDb, elevation, receiverHeightM } = this;
    const { rsrp } = this.best;
    const { first, heightM, steepest, horizon, surface, bulge, antennaM, stepKm } = line;
    const scale = line.nuScale * line.nuScale * radio.lowestMHz;
    const stepDb = 20 * Math.log10(stepKm);
    let n = 0;
    for (let i = 0; i < count; i++) {
      const k = sample[i];
      const c = cell[i];
      const floor = floorOf(rsrp[c]);
      const x = first + k - 1;
      const d = x * stepKm;
      const straight = heightM[k] + receiverHeightM - antennaM;
      const away = Math.max(decibels[k] + stepDb + slantDb(straight, d), nearestDb);
      const up = elevationDeg(d, straight);
      const clear = radio.freeSpaceDbm(away, up, floor);
      if (clear === Number.NEGATIVE_INFINITY) continue;
      const rise = straight - bulge * x * x;
      const stim = steepest[k];
      const above = stim * x - rise;
      if (above > 0 && radio.usesTerrain) {
        const before = surface.y[k - 1] - antennaM;
        if (losesMoreThan(clear - floor, above, x, rise, stim, first + horizon[k] - 1, before, scale)) continue;
      }
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
      const tenths = Math.round(level * 10);
      const number = firstServer + radio.bestEmitter;
      if (tenths > rsrp[c] || (tenths === rsrp[c] && number < server[c])) {
        rsrp[c] = tenths;
        server[c] = number;
      }
    }
  }
}

/**
 * Adds a ring of a station to the best servers. What it could give in free space, then behind its horizon, decides cell by
 * cell whether its path is worked out, so that the result is that of working out all of them, whatever the order of stations
 * and rings.
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
  { fromM, toM }: Ring,
  settings: RadioSettings & { radiusKm: number },
): boolean => {
  const footM = terrainHeightM(terrain, ...station.position);
  const fan = fanAround(ground.grid, station.position, settings.radiusKm);
  if (!fan || Number.isNaN(footM)) return false;
  const line = new Line(fan);
  line.plant(footM, station.antennaHeightM);
  const adding = new Adding(best, ground, station, line, fan, firstServer, settings);
  for (const wing of fan.wings) {
    adding.serve(wing, Math.floor(fromM / wing.alongM) + 1, Math.floor(toM / wing.alongM));
  }
  return true;
};
