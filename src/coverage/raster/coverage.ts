import type { Grid } from '../../model/raster.ts';
import { followsTerrain } from '../../radio/path-model.ts';
import { BestServers } from '../sweep/best-server.ts';
import { RadialSweep } from '../sweep/radial-sweep.ts';
import { annuli } from '../sweep/radials.ts';
import { type SweepTerrain, sweepGrid, sweepTerrainAt, type TerrainBuffers } from '../sweep/sweep-terrain.ts';
import {
  type CoverageLayer,
  type CoverageScene,
  type CoverageSettings,
  NO_SERVER,
  NO_SIGNAL,
} from './coverage-types.ts';
import type { CoverageTask, LayerPlan } from './layer-plan.ts';

/** Best servers of a task's stations in the window of the grid they reach. */
export interface CoveragePart {
  layer: number;
  window: Grid;
  levelTenthsDbm: Int16Array;
  server: Uint16Array;
  /** Sites outside the DEM. */
  outsideDem: number[];
}

/** The ground a run walks over. A model without a profile has its clutter inside and takes none on the terrain. */
export const sweepTerrainOf = (
  scene: CoverageScene,
  { zoom, clutter, model }: CoverageSettings,
  room?: TerrainBuffers,
): SweepTerrain => sweepTerrainAt(scene.terrain, scene.landCover, zoom, clutter && followsTerrain(model), room);

/** The lines that a run walks. */
export const linesOf = (scene: CoverageScene, settings: CoverageSettings): RadialSweep =>
  new RadialSweep(sweepGrid(scene.terrain.grid, settings.zoom), settings.radiusKm, (room) =>
    sweepTerrainOf(scene, settings, room),
  );

/** The smallest window of a grid that holds every cell with a signal; a single cell where there is none. */
const windowOf = ({ width, height, zoom, col0, row0 }: Grid, levelTenthsDbm: Int16Array): Grid => {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let r = 0; r < height; r++) {
    const row = levelTenthsDbm.subarray(r * width, (r + 1) * width);
    const first = row.findIndex((level) => level !== NO_SIGNAL);
    if (first < 0) continue;
    const last = row.findLastIndex((level) => level !== NO_SIGNAL);
    left = Math.min(left, first);
    right = Math.max(right, last);
    top = Math.min(top, r);
    bottom = r;
  }
  if (right < 0) return { zoom, col0, row0, width: 1, height: 1 };
  return { zoom, col0: col0 + left, row0: row0 + top, width: right - left + 1, height: bottom - top + 1 };
};

const cut = <T extends Int16Array | Uint16Array>(data: T, grid: Grid, window: Grid): T => {
  const part = new (data.constructor as new (length: number) => T)(window.width * window.height);
  for (let r = 0; r < window.height; r++) {
    const from = (window.row0 - grid.row0 + r) * grid.width + window.col0 - grid.col0;
    part.set(data.subarray(from, from + window.width), r * window.width);
  }
  return part;
};

/** Computes a task's stations. `onStations` is told after each annulus of each how many stations' worth of work is done. */
export const runCoverageTask = (
  settings: CoverageSettings,
  lines: RadialSweep,
  plan: LayerPlan,
  { layer, from, to }: CoverageTask,
  onStations: (done: number) => void = () => {},
): CoveragePart => {
  const best = new BestServers(lines, settings);
  const outsideDem = new Set<number>();
  const stations = plan.stations.slice(from, to);
  let served = 0;
  for (const annulus of annuli) {
    for (const { station, firstServer } of stations) {
      if (!best.add(station, firstServer, annulus)) outsideDem.add(station.site);
      onStations(++served / annuli.length);
    }
  }
  const { grid } = lines;
  const window = windowOf(grid, best.levelTenthsDbm);
  return {
    layer,
    window,
    levelTenthsDbm: cut(best.levelTenthsDbm, grid, window),
    server: window.width * window.height === best.server.length ? best.server : cut(best.server, grid, window),
    outsideDem: [...outsideDem],
  };
};

/** Takes a part into its layer: the stronger level stays, of equals the lower number. Parts may come in any order. */
export const mergePart = (
  { levelTenthsDbm, server }: CoverageLayer,
  grid: Grid,
  { window, ...part }: CoveragePart,
): void => {
  for (let r = 0, p = 0; r < window.height; r++) {
    let i = (window.row0 - grid.row0 + r) * grid.width + window.col0 - grid.col0;
    for (let c = 0; c < window.width; c++, i++, p++) {
      const level = part.levelTenthsDbm[p];
      if (level > levelTenthsDbm[i] || (level === levelTenthsDbm[i] && part.server[p] < server[i])) {
        levelTenthsDbm[i] = level;
        server[i] = part.server[p];
      }
    }
  }
};

/** A layer of one part, or of none. A part as large as the grid becomes the layer. */
export const layerOf = (
  plan: LayerPlan,
  settings: CoverageSettings,
  grid: Grid,
  part?: CoveragePart,
): CoverageLayer => {
  const cells = grid.width * grid.height;
  const whole = part?.levelTenthsDbm.length === cells ? part : null;
  const layer: CoverageLayer = {
    operator: plan.operator,
    technology: settings.technology,
    levelTenthsDbm: whole?.levelTenthsDbm ?? new Int16Array(cells).fill(NO_SIGNAL),
    server: whole?.server ?? new Uint16Array(cells).fill(NO_SERVER),
    servers: plan.servers,
  };
  if (part && !whole) mergePart(layer, grid, part);
  return layer;
};
