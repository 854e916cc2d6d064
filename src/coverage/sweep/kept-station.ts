import { terrainHeightM } from '../../geo/sample.ts';
import type { Grid, TerrainRaster } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { weakestDbm } from '../coverage-types.ts';
import type { Station } from '../network.ts';
import { Claims } from './claims.ts';
import { nearestDb, slantDb } from './distance.ts';
import { type Fan, fanAround, type Wing } from './fan.ts';
import type { Ground } from './ground.ts';
import { Line } from './line.ts';
import { elevationDeg, emptyPath, type RadioSettings, StationRadio } from './station-radio.ts';
import { createGeometries, Walker } from './walk.ts';

/**
 * The geometry of every path from one mast at one height, in the order of the fan's lines, kept: what any band at or above
 * the lowest, any power, tilt and azimuth is computed from without touching the terrain.
 */
export interface KeptGeometry {
  /** The part of the ground's grid that the fan reaches. */
  window: Grid;
  /** Lines that own cells: where their paths begin, one more than there are lines, and what their paths share. */
  lineStart: Int32Array;
  azimuthDeg: Float64Array;
  first: Float64Array;
  stepKm: Float64Array;
  /** Paths, `lineStart[lines]` of them: index of the cell in the window, class of its land, and what the radio needs. */
  cell: Int32Array;
  landCover: Uint8Array;
  sample: Uint16Array;
  distanceDb: Float32Array;
  elevationDeg: Float32Array;
  riseM: Float32Array;
  nu: Float32Array;
  lineOfSight: Uint8Array;
  txEffectiveM: Float32Array;
  rxEffectiveM: Float32Array;
}

/** Every `of`-th wing of a fan, from the `index`-th. */
export interface FanPart {
  index: number;
  of: number;
}
const wholeFan: FanPart = { index: 0, of: 1 };

/** The cells within a fan's radius, clipped to its grid. */
const windowAround = ({ grid, mastX, mastY, radiusM, wings: [{ alongM, acrossM }] }: Fan): Grid => {
  const reach = Math.ceil(radiusM / Math.min(alongM, acrossM)) + 1;
  const left = Math.max(0, Math.floor(mastX) - reach);
  const top = Math.max(0, Math.floor(mastY) - reach);
  return {
    zoom: grid.zoom,
    col0: grid.col0 + left,
    row0: grid.row0 + top,
    width: Math.min(grid.width, Math.floor(mastX) + reach + 1) - left,
    height: Math.min(grid.height, Math.floor(mastY) + reach + 1) - top,
  };
};

/** The samples a line owns whose terrain is known, and their cells; how many they are. */
const knownOf = (line: Line, wanted: Int32Array, wantedCell: Int32Array): number => {
  let n = 0;
  for (let o = 0; o < line.ownedCount; o++) {
    if (!line.isWhole && !line.isKnown[line.owned[o]]) continue;
    wanted[n] = line.owned[o];
    wantedCell[n++] = line.ownedCell[o];
  }
  return n;
};

/** Cells that some wings of a fan own at most: quarters of a disc, with room for rounding at rim and borders. */
const roomFor = (wings: readonly Wing[], radiusM: number): number => {
  const reach = radiusM / Math.min(wings[0].alongM, wings[0].acrossM) + 2;
  return Math.ceil(wings.length * reach * (reach * (Math.PI / 4) + 2));
};

/**
 * Walks the whole fan of a station. Null where it stands off the known terrain.
 *
 * @param lowestMHz the lowest frequency that shall be computed from it
 * @param part the wings to walk, where several workers share a fan
 */
export const keepGeometry = (
  ground: Ground,
  terrain: TerrainRaster,
  station: Pick<Station, 'position' | 'antennaHeightM'>,
  radiusKm: number,
  receiverHeightM: number,
  lowestMHz: number,
  part: FanPart = wholeFan,
): KeptGeometry | null => {
  const footM = terrainHeightM(terrain, ...station.position);
  const fan = fanAround(ground.grid, station.position, radiusKm);
  if (!fan || Number.isNaN(footM)) return null;
  const line = new Line(fan);
  line.plant(footM, station.antennaHeightM);
  const claims = new Claims(fan);
  const walker = new Walker(fan.longest, lowestMHz, receiverHeightM);
  const paths = createGeometries(fan.longest);
  const wanted = new Int32Array(fan.longest);
  const wantedCell = new Int32Array(fan.longest);

  const window = windowAround(fan);
  const left = window.col0 - ground.grid.col0;
  const top = window.row0 - ground.grid.row0;
  const wings = fan.wings.filter((_, w) => w % part.of === part.index);
  const room = roomFor(wings, fan.radiusM);
  const lines = wings.reduce((sum, wing) => sum + wing.lines, 0);
  const kept: KeptGeometry = {
    window,
    lineStart: new Int32Array(lines + 1),
    azimuthDeg: new Float64Array(lines),
    first: new Float64Array(lines),
    stepKm: new Float64Array(lines),
    cell: new Int32Array(room),
    landCover: new Uint8Array(room),
    sample: new Uint16Array(room),
    distanceDb: new Float32Array(room),
    elevationDeg: new Float32Array(room),
    riseM: new Float32Array(room),
    nu: new Float32Array(room),
    lineOfSight: new Uint8Array(room),
    txEffectiveM: new Float32Array(room),
    rxEffectiveM: new Float32Array(room),
  };
  let l = 0;
  let p = 0;
  for (const wing of wings) {
    claims.take(wing, null);
    for (let of = 0; of < wing.lines; of++) {
      line.lay(wing, of, claims, medianEffectiveEarthRadiusKm);
      line.gather(wing, ground, line.count);
      const wantedCount = knownOf(line, wanted, wantedCell);
      walker.walk(line, wanted, wantedCount, paths);
      const stepDb = 20 * Math.log10(line.stepKm);
      kept.azimuthDeg[l] = line.azimuthDeg;
      kept.first[l] = line.first;
      kept.stepKm[l] = line.stepKm;
      for (let w = 0; w < paths.count; w++, p++) {
        const k = paths.sample[w];
        const c = wantedCell[w];
        const row = Math.floor(c / ground.grid.width);
        kept.cell[p] = (row - top) * window.width + c - row * ground.grid.width - left;
        kept.landCover[p] = ground.landCover[c];
        kept.sample[p] = k;
        const d = (line.first + k - 1) * line.stepKm;
        const rise = line.heightM[k] + receiverHeightM - line.antennaM;
        kept.riseM[p] = rise;
        kept.distanceDb[p] = Math.max(wing.decibels[k] + stepDb + slantDb(rise, d), nearestDb);
        kept.elevationDeg[p] = elevationDeg(d, rise);
        kept.nu[p] = paths.nu[w];
        kept.lineOfSight[p] = paths.lineOfSight[w];
        kept.txEffectiveM[p] = paths.txEffectiveM[w];
        kept.rxEffectiveM[p] = paths.rxEffectiveM[w];
      }
      kept.lineStart[++l] = p;
    }
  }
  return kept;
};

/**
 * The level of a station in its kept geometry's window, tenths of dBm, into `rsrp` where it is stronger than what stands
 * there. The station may differ from the one the geometry was kept for in everything but place and height.
 */
export const drawKept = (rsrp: Int16Array, kept: KeptGeometry, station: Station, settings: RadioSettings): void => {
  const radio = new StationRadio(station, settings);
  const path = emptyPath();
  const { lineStart, cell } = kept;
  for (let l = 0; l + 1 < lineStart.length; l++) {
    if (lineStart[l] === lineStart[l + 1]) continue;
    radio.aim(kept.azimuthDeg[l]);
    path.first = kept.first[l];
    path.stepKm = kept.stepKm[l];
    for (let p = lineStart[l]; p < lineStart[l + 1]; p++) {
      path.sample = kept.sample[p];
      path.riseM = kept.riseM[p];
      path.distanceDb = kept.distanceDb[p];
      path.elevationDeg = kept.elevationDeg[p];
      path.nu = kept.nu[p];
      path.lineOfSight = kept.lineOfSight[p] === 1;
      path.txEffectiveM = kept.txEffectiveM[p];
      path.rxEffectiveM = kept.rxEffectiveM[p];
      path.landCover = kept.landCover[p];
      const tenths = Math.round(radio.bestDbm(path, weakestDbm - 0.05) * 10);
      if (tenths > rsrp[cell[p]]) rsrp[cell[p]] = tenths;
    }
  }
};
