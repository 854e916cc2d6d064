import type { Grid } from '../../model/raster.ts';
import type { BaseStation } from '../network/base-stations.ts';
import { weakestDbm } from '../raster/coverage-types.ts';
import { BaseStationRadio, elevationDeg, type RadioSettings } from './base-station-radio.ts';
import { nearestDb, slantDb } from './distance.ts';
import type { RadialSweep } from './radial-sweep.ts';
import { annuli, type Radials, radialsAround, type Sector } from './radials.ts';

/**
 * The geometry of every path from one site at one height, in the order of the radials, kept: what any band at or above
 * the lowest, any power, tilt and azimuth is computed from without touching the terrain.
 */
export interface GeometryCache {
  /** The part of the terrain's grid that the radials reach. */
  window: Grid;
  /** Lines that own cells: where their paths begin, one more than there are lines, and what their paths share. */
  lineStart: Int32Array;
  azimuthDeg: Float64Array;
  first: Float64Array;
  stepKm: Float64Array;
  /** Paths, `lineStart[lines]` of them: index of the cell in the window, class of its land, and what the radio needs. */
  cell: Int32Array;
  landCover: Uint8Array;
  steps: Float32Array;
  distanceDb: Float32Array;
  elevationDeg: Float32Array;
  riseM: Float32Array;
  nu: Float32Array;
  lineOfSight: Uint8Array;
  txEffectiveM: Float32Array;
  rxEffectiveM: Float32Array;
}

/** Every `of`-th sector of the radials, from the `index`-th. */
export interface RadialsPart {
  index: number;
  of: number;
}
const allSectors: RadialsPart = { index: 0, of: 1 };

/** The cells within the radials' radius, clipped to its grid. */
const windowAround = ({ grid, siteX, siteY, radiusM, sectors: [{ alongM, acrossM }] }: Radials): Grid => {
  const reach = Math.ceil(radiusM / Math.min(alongM, acrossM)) + 1;
  const left = Math.max(0, Math.floor(siteX) - reach);
  const top = Math.max(0, Math.floor(siteY) - reach);
  return {
    zoom: grid.zoom,
    col0: grid.col0 + left,
    row0: grid.row0 + top,
    width: Math.min(grid.width, Math.floor(siteX) + reach + 1) - left,
    height: Math.min(grid.height, Math.floor(siteY) + reach + 1) - top,
  };
};

/** Cells that some sectors own at most: quarters of a disc, with room for rounding at rim and borders. */
const roomFor = (sectors: readonly Sector[], radiusM: number): number => {
  const reach = radiusM / Math.min(sectors[0].alongM, sectors[0].acrossM) + 2;
  return Math.ceil(sectors.length * reach * (reach * (Math.PI / 4) + 2));
};

/**
 * Walks all annuli of a base station's radials. Null where it stands outside the DEM.
 *
 * @param lowestMHz the lowest frequency that shall be computed from it
 * @param part the sectors to walk, where several workers share the radials
 */
export const cacheGeometry = (
  lines: RadialSweep,
  { position, groundElevationM, antennaHeightM }: Pick<BaseStation, 'position' | 'groundElevationM' | 'antennaHeightM'>,
  receiverHeightM: number,
  lowestMHz: number,
  part: RadialsPart = allSectors,
): GeometryCache | null => {
  const radials = radialsAround(lines.grid, position, lines.radiusKm);
  if (!radials || Number.isNaN(groundElevationM)) return null;
  lines.plant(groundElevationM, antennaHeightM, receiverHeightM);
  const isOurs = (_: Sector, w: number): boolean => w % part.of === part.index;
  const sectors = annuli
    .flatMap((annulus) => radialsAround(lines.grid, position, lines.radiusKm, annulus)?.sectors.filter(isOurs) ?? [])
    .filter(({ from, to }) => from <= to);
  const cache = emptyGeometry(
    windowAround(radials),
    sectors.reduce((sum, sector) => sum + sector.lines, 0),
    roomFor(radials.sectors.filter(isOurs), radials.radiusM),
  );
  let l = 0;
  for (const sector of sectors) {
    const batches = lines.lay(sector);
    lines.mark(false);
    for (let batch = 0; batch < batches; batch++) {
      const last = lines.lastOf(batch);
      let count = 0;
      if (last > 0) {
        lines.gather(batch, last);
        count = lines.walk(lines.list(batch, last), lowestMHz, false);
      }
      for (let lane = 0; lane < Math.min(4, sector.lines - 4 * batch); lane++, l++) {
        cacheRadial(cache, l, lines, sector, 4 * batch + lane, count, receiverHeightM);
      }
    }
  }
  return cache;
};

const emptyGeometry = (window: Grid, lines: number, paths: number): GeometryCache => ({
  window,
  lineStart: new Int32Array(lines + 1),
  azimuthDeg: new Float64Array(lines),
  first: new Float64Array(lines),
  stepKm: new Float64Array(lines),
  cell: new Int32Array(paths),
  landCover: new Uint8Array(paths),
  steps: new Float32Array(paths),
  distanceDb: new Float32Array(paths),
  elevationDeg: new Float32Array(paths),
  riseM: new Float32Array(paths),
  nu: new Float32Array(paths),
  lineOfSight: new Uint8Array(paths),
  txEffectiveM: new Float32Array(paths),
  rxEffectiveM: new Float32Array(paths),
});

/** Keeps the results of one of a batch's lines as line `l`. */
const cacheRadial = (
  cache: GeometryCache,
  l: number,
  { grid, landCover, columns, results, dtmM }: RadialSweep,
  sector: Sector,
  line: number,
  count: number,
  receiverHeightM: number,
): void => {
  const { window } = cache;
  const left = window.col0 - grid.col0;
  const top = window.row0 - grid.row0;
  const lane = line & 3;
  const stepKm = sector.stepM[line] / 1000;
  const stepDb = 20 * Math.log10(stepKm);
  cache.azimuthDeg[l] = sector.azimuthDeg[line];
  cache.first[l] = sector.first;
  cache.stepKm[l] = stepKm;
  let p = cache.lineStart[l];
  for (let r = 0; r < count; r++) {
    const i = results.lane[r];
    if ((i & 3) !== lane) continue;
    const k = columns.sample[i >> 2];
    const c = columns.cell[i];
    const row = Math.floor(c / grid.width);
    cache.cell[p] = (row - top) * window.width + c - row * grid.width - left;
    cache.landCover[p] = landCover[c];
    const d = (sector.first + k - 1) * stepKm;
    const rise = dtmM[4 * k + lane] + receiverHeightM;
    cache.steps[p] = results.steps[r];
    cache.riseM[p] = rise;
    cache.distanceDb[p] = Math.max(sector.decibels[k] + stepDb + slantDb(rise, d), nearestDb);
    cache.elevationDeg[p] = elevationDeg(d, rise);
    cache.nu[p] = results.nu[r];
    cache.lineOfSight[p] = -results.lineOfSight[r];
    cache.txEffectiveM[p] = results.txEffectiveM[r];
    cache.rxEffectiveM[p] = results.rxEffectiveM[r];
    p++;
  }
  cache.lineStart[l + 1] = p;
};

/**
 * The level of a station in its kept geometry's window, tenths of dBm, into `levelTenthsDbm` where it is stronger than what stands
 * there. The station may differ from the one the geometry was kept for in everything but place and height.
 *
 * @param lines any: only their kernel's losses are asked for
 */
export const drawCached = (
  levelTenthsDbm: Int16Array,
  cache: GeometryCache,
  station: BaseStation,
  settings: RadioSettings,
  lines: RadialSweep,
): void => {
  const radio = new BaseStationRadio(station, settings);
  const { lineStart, cell } = cache;
  for (let l = 0; l + 1 < lineStart.length; l++) {
    const from = lineStart[l];
    const to = lineStart[l + 1];
    if (from === to) continue;
    radio.aim(cache.azimuthDeg[l]);
    if (radio.usesTerrain) restore(lines, cache, l);
    for (let f = 0; f < radio.frequenciesMHz.length; f++) {
      if (radio.usesTerrain) lines.lose(to - from, radio.frequenciesMHz[f], cache.first[l]);
      for (let p = from; p < to; p++) {
        const floor = Math.max(levelTenthsDbm[cell[p]] / 10, weakestDbm) - 0.05;
        const clear = radio.clearestDbm(f, cache.distanceDb[p], cache.elevationDeg[p], floor);
        if (clear <= floor) continue;
        const lost = radio.usesTerrain
          ? lines.results.lossDb[p - from]
          : radio.modelExcessDb(f, {
              distanceKm: cache.steps[p] * cache.stepKm[l],
              riseM: cache.riseM[p],
              lineOfSight: cache.lineOfSight[p] === 1,
              landCover: cache.landCover[p],
            });
        const tenths = Math.round((clear - lost) * 10);
        if (clear - lost > floor && tenths > levelTenthsDbm[cell[p]]) levelTenthsDbm[cell[p]] = tenths;
      }
    }
  }
};

/** Hands a kept line's geometry back to the kernel. */
const restore = ({ results }: RadialSweep, cache: GeometryCache, l: number): void => {
  const from = cache.lineStart[l];
  const to = cache.lineStart[l + 1];
  results.stepKm.fill(cache.stepKm[l], 0, to - from);
  results.steps.set(cache.steps.subarray(from, to));
  results.nu.set(cache.nu.subarray(from, to));
  results.txEffectiveM.set(cache.txEffectiveM.subarray(from, to));
  results.rxEffectiveM.set(cache.rxEffectiveM.subarray(from, to));
};
