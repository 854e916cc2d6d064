import { baseStationOfTransmitter } from '../../coverage/network/transmitter.ts';
import { linesOf } from '../../coverage/raster/coverage.ts';
import { type CoverageSettings, NO_SIGNAL, weakestDbm } from '../../coverage/raster/coverage-types.ts';
import { BestServers } from '../../coverage/sweep/best-server.ts';
import { annuli } from '../../coverage/sweep/radials.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { Grid } from '../../model/raster.ts';
import { antennaHeightOn, type Equipment, strongestEirpDbm } from '../equipment.ts';
import type { Demand, RolloutScene } from '../rollout-types.ts';

/** The grid places for masts are looked for on: 71 m a cell at 21.6° N. */
const whereNextZoom = 11;

/** No mast is looked for farther from a point than this: beyond it few reach, and none is the cheapest. */
export const whereNextRadiusKm = 15;

/**
 * How much more than the threshold has to arrive, dB. Loss is the same both ways over the same samples of the ground, but each
 * way takes samples of its own. On the pack's grid they differ by a standard deviation of 0.6 dB over open ground, and by
 * more than 2 dB at one home in ten among trees and houses; on the coarser grid here by about 5 dB, for the obstacle nearest
 * to a phone falls between two samples, and the median by 1 dB. So much more makes the map as large as the plain path would
 * draw it: of the places it shows nine in ten are confirmed, and it misses about as many. Nothing is an option before the
 * plain path has confirmed it.
 */
export const samplingMarginDb = 2;

/** Cells of the ground from which a mast would serve a point: a bit a cell of a window, row by row. */
export interface Reach {
  /** Within the grid of the sweep, in cells from its north-west corner. */
  col0: number;
  row0: number;
  width: number;
  height: number;
  bits: Uint8Array;
}

const nowhere = (): Reach => ({ col0: 0, row0: 0, width: 0, height: 0, bits: new Uint8Array(0) });

/** Whether a cell of the sweep's grid is in a point's reach. */
export const isInReach = ({ col0, row0, width, height, bits }: Reach, col: number, row: number): boolean => {
  const [c, r] = [col - col0, row - row0];
  if (c < 0 || r < 0 || c >= width || r >= height) return false;
  const at = r * width + c;
  return (bits[at >> 3] & (1 << (at & 7))) !== 0;
};

/** Visits the cells of a point's reach, by their index into the sweep's grid. */
export const eachInReach = ({ col0, row0, width, height, bits }: Reach, grid: Grid, visit: (cell: number) => void) => {
  for (let r = 0, at = 0; r < height; r++) {
    const row = (row0 + r) * grid.width + col0;
    for (let c = 0; c < width; c++, at++) if ((bits[at >> 3] & (1 << (at & 7))) !== 0) visit(row + c);
  }
};

const reachIn = (levelTenthsDbm: Int16Array, grid: Grid): Reach => {
  let [left, right, top, bottom] = [grid.width, -1, grid.height, -1];
  for (let r = 0; r < grid.height; r++) {
    const row = levelTenthsDbm.subarray(r * grid.width, (r + 1) * grid.width);
    const first = row.findIndex((level) => level !== NO_SIGNAL);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(
      right,
      row.findLastIndex((level) => level !== NO_SIGNAL),
    );
    top = Math.min(top, r);
    bottom = r;
  }
  if (right < 0) return nowhere();
  const [width, height] = [right - left + 1, bottom - top + 1];
  const bits = new Uint8Array(Math.ceil((width * height) / 8));
  for (let r = 0, at = 0; r < height; r++) {
    const row = (top + r) * grid.width + left;
    for (let c = 0; c < width; c++, at++) if (levelTenthsDbm[row + c] !== NO_SIGNAL) bits[at >> 3] |= 1 << (at & 7);
  }
  return { col0: left, row0: top, width, height, bits };
};

/**
 * Sweeps out of unserved points, one after another: loss is the same both ways, so what a transmitter at the receiver's
 * place would give to antennas at a mast's height tells from where a mast would serve it. The transmitter sends what
 * a mast sends in its strongest direction, less so much that a level just enough is the weakest that a sweep tells.
 */
export const createReachSweep = (scene: RolloutScene, equipment: Equipment, heightM: number) => {
  const { settings, terrain } = scene;
  const sweep: CoverageSettings = {
    technology: settings.technology,
    model: 'delta-bullington',
    zoom: Math.min(whereNextZoom, terrain.grid.zoom),
    radiusKm: Math.min(whereNextRadiusKm, settings.maxRadiusKm),
    receiverHeightM: antennaHeightOn(heightM),
    locationPercent: settings.locationPercent,
    clutter: settings.clutter,
  };
  const lines = linesOf(scene, sweep);
  const eirpDbm = strongestEirpDbm(equipment, { ...scene, technology: settings.technology });
  const referenceSignalEirpDbm = eirpDbm - (settings.thresholdDbm + samplingMarginDb - weakestDbm);
  return {
    grid: lines.grid,
    /** Null where the point lies outside the terrain. */
    from: ({ position }: Pick<Demand, 'position'>): Reach | null => {
      if (Number.isNaN(terrainHeightM(terrain, ...position))) return null;
      const { frequencyMHz } = equipment;
      const transmitter = { position, heightM: settings.receiverHeightM, frequencyMHz, referenceSignalEirpDbm };
      const station = baseStationOfTransmitter(transmitter, terrain);
      const best = new BestServers(lines, sweep);
      for (const annulus of annuli) if (!best.add(station, 0, annulus)) return null;
      return reachIn(best.levelTenthsDbm, lines.grid);
    },
  };
};
