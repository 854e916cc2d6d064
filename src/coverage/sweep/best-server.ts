import { terrainHeightM } from '../../geo/sample.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { NO_SERVER, NO_SIGNAL } from '../coverage-types.ts';
import type { Station } from '../network.ts';
import { nearestDb, slantDb } from './distance.ts';
import { fanAround } from './fan.ts';
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

/**
 * Adds a station to the best servers. What it could give in free space, then behind its horizon, decides cell by cell
 * whether its path is worked out, so that the result is that of working out all of them. Of equal levels, to a tenth of
 * a decibel, the lower number serves: the order of stations does not show.
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
  const { rsrp, server } = best;
  const { receiverHeightM } = settings;
  const radio = new StationRadio(station, settings);
  const walker = new Walker(fan, radio.lowestMHz, receiverHeightM);
  const line = new Line(fan);
  line.plant(footM, station.antennaHeightM);
  const wanted = new Int32Array(fan.longest);
  const distanceDb = new Float64Array(fan.longest);
  const elevation = new Float64Array(fan.longest);
  const paths = createGeometries(fan.longest);
  const link = emptyPath();
  const { cell, owned, heightM } = line;
  // no receiver farther than this is seen at a steep elevation
  const reliefM = Math.max(ground.highestM + receiverHeightM - line.antennaM, line.antennaM - ground.lowestM);

  for (const wing of fan.wings) {
    const { decibels } = wing;
    for (let rimCell = wing.firstRimCell; rimCell <= wing.lastRimCell; rimCell++) {
      line.lay(fan, wing, rimCell, ground, medianEffectiveEarthRadiusKm);
      if (line.ownedCount === 0) continue;
      radio.aim(line.azimuthDeg);
      const stepDb = 20 * Math.log10(line.stepKm);
      const gentleFrom = reliefM / (1000 * line.stepKm) - line.first + 1;
      let n = 0;
      for (let o = 0; o < line.ownedCount; o++) {
        const k = owned[o];
        // what would still round to more than what is there
        const floor = (rsrp[cell[k]] - 0.5) / 10;
        const ceiling = (k > gentleFrom ? radio.gentleCeilingDbm : radio.steepCeilingDbm) - decibels[k] - stepDb;
        if (ceiling <= floor) continue;
        const d = (line.first + k - 1) * line.stepKm;
        if (ceiling - radio.leastEdgeDb(walker.leastNu(line, k), d) <= floor) continue;
        const rise = heightM[k] + receiverHeightM - line.antennaM;
        const away = Math.max(decibels[k] + stepDb + slantDb(rise, d), nearestDb);
        const up = elevationDeg(d, rise);
        const clear = radio.freeSpaceDbm(away, up, floor);
        if (clear === Number.NEGATIVE_INFINITY) continue;
        if (clear - radio.leastEdgeDb(walker.leastNu(line, k), d) <= floor) continue;
        wanted[n] = k;
        distanceDb[n] = away;
        elevation[n] = up;
        n++;
      }
      if (n === 0) continue;
      walker.walk(line, wanted, n, paths);
      link.first = line.first;
      link.stepKm = line.stepKm;
      for (let w = 0; w < n; w++) {
        const k = wanted[w];
        const c = cell[k];
        link.sample = k;
        link.distanceDb = distanceDb[w];
        link.elevationDeg = elevation[w];
        link.riseM = heightM[k] + receiverHeightM - line.antennaM;
        link.nu = paths.nu[w];
        link.lineOfSight = paths.lineOfSight[w] === 1;
        link.txEffectiveM = paths.txEffectiveM[w];
        link.rxEffectiveM = paths.rxEffectiveM[w];
        link.landCover = ground.landCover[c];
        const level = radio.bestDbm(link, (rsrp[c] - 0.5) / 10);
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
  return true;
};
