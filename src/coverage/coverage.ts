import type { Grid } from '../model/raster.ts';
import type { Violation } from '../radio/empirical/model.ts';
import { empiricalModel, outsideRange } from '../radio/path-model.ts';
import {
  type CoverageLayer,
  type CoverageScene,
  type CoverageSettings,
  NO_SERVER,
  NO_SIGNAL,
  type Server,
} from './coverage-types.ts';
import { type Station, stationOf } from './network.ts';
import { BestServers } from './sweep/best-server.ts';
import { rings } from './sweep/fan.ts';
import { FourLines } from './sweep/four-lines.ts';
import { type Ground, type GroundRoom, groundAt, groundGrid } from './sweep/ground.ts';

/** A station and the number of its first emitter among its layer's servers. */
interface NumberedStation {
  station: Station;
  firstServer: number;
}

/** One operator's stations and the cells they number. */
export interface LayerPlan {
  operator: string;
  stations: readonly NumberedStation[];
  servers: readonly Server[];
}

/** Some stations of a layer, computed in one go: `stations[from]` to before `stations[to]` of the plan's order. */
export interface CoverageTask {
  layer: number;
  from: number;
  to: number;
}

/** Best servers of a task's stations in the window of the grid they reach. */
export interface CoveragePart {
  layer: number;
  window: Grid;
  rsrp: Int16Array;
  server: Uint16Array;
  /** Sites off the known terrain. */
  offTerrain: number[];
}

/** Position along a curve that fills the square, so that neighbours in order are neighbours on the map. */
const curvePosition = ([lon, lat]: readonly [number, number]): number => {
  const side = 1 << 15;
  let x = Math.floor(((lon + 180) / 360) * side);
  let y = Math.floor(((lat + 90) / 180) * side);
  let at = 0;
  // Hilbert's curve, quarter by quarter
  for (let s = side / 2; s > 0; s /= 2) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    at += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = side - 1 - x;
        y = side - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return at;
};

/**
 * Who takes part in a run, operator by operator: stations in an order that keeps neighbours together.
 *
 * @throws RangeError when an operator has more cells than a layer can number
 */
export const planLayers = (scene: CoverageScene, settings: Pick<CoverageSettings, 'technology'>): LayerPlan[] =>
  scene.operators.map((operator): LayerPlan => {
    const servers: Server[] = [];
    const stations: NumberedStation[] = [];
    scene.sites.forEach((site, s) => {
      for (const tenant of site.tenants) {
        if (tenant.operator !== operator) continue;
        const station = stationOf(site, s, tenant, { ...scene, technology: settings.technology });
        if (!station) continue;
        stations.push({ station, firstServer: servers.length });
        for (const { index } of station.emitters) servers.push({ site: s, cell: index });
      }
    });
    if (servers.length > NO_SERVER) {
      throw new RangeError(`${operator} has ${servers.length} cells; a layer numbers ${NO_SERVER} at most`);
    }
    const along = stations
      .map((numbered) => ({ numbered, at: curvePosition(numbered.station.position) }))
      .sort((a, b) => a.at - b.at || a.numbered.firstServer - b.numbered.firstServer)
      .map(({ numbered }) => numbered);
    return { operator, stations: along, servers };
  });

/**
 * The work of a run, the longest tasks first. Stations of one task shade each other out, so a layer is cut only where
 * there are more workers than layers; how it is cut does not show in the result.
 */
export const planTasks = (layers: readonly LayerPlan[], workers: number): CoverageTask[] => {
  const all = layers.reduce((sum, { stations }) => sum + stations.length, 0);
  const fill = workers <= layers.length ? all : all / (2 * workers);
  return layers
    .flatMap(({ stations }, layer): CoverageTask[] => {
      const count = Math.ceil(stations.length / fill);
      const edge = (i: number): number => Math.round((stations.length * i) / count);
      return Array.from({ length: count }, (_, i) => ({ layer, from: edge(i), to: edge(i + 1) }));
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.layer - b.layer);
};

/** The ground a run walks over. A model without a profile has its clutter inside and takes none on the terrain. */
export const groundOf = (scene: CoverageScene, { zoom, clutter, model }: CoverageSettings, room?: GroundRoom): Ground =>
  groundAt(scene.terrain, scene.landCover, zoom, clutter && empiricalModel(model) === null, room);

/** The lines that a run walks. */
export const linesOf = (scene: CoverageScene, settings: CoverageSettings): FourLines =>
  new FourLines(groundGrid(scene.terrain.grid, settings.zoom), settings.radiusKm, (room) =>
    groundOf(scene, settings, room),
  );

/** The smallest window of a grid that holds every cell with a signal; a single cell where there is none. */
const windowOf = ({ width, height, zoom, col0, row0 }: Grid, rsrp: Int16Array): Grid => {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let r = 0; r < height; r++) {
    const row = rsrp.subarray(r * width, (r + 1) * width);
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

/** Computes a task's stations. `onStations` is told after each ring of each how many stations' worth of work is done. */
export const runCoverageTask = (
  settings: CoverageSettings,
  lines: FourLines,
  plan: LayerPlan,
  { layer, from, to }: CoverageTask,
  onStations: (done: number) => void = () => {},
): CoveragePart => {
  const best = new BestServers(lines, settings);
  const offTerrain = new Set<number>();
  const stations = plan.stations.slice(from, to);
  let served = 0;
  for (const ring of rings) {
    for (const { station, firstServer } of stations) {
      if (!best.add(station, firstServer, ring)) offTerrain.add(station.site);
      onStations(++served / rings.length);
    }
  }
  const { grid } = lines;
  const window = windowOf(grid, best.rsrp);
  return {
    layer,
    window,
    rsrp: cut(best.rsrp, grid, window),
    server: window.width * window.height === best.server.length ? best.server : cut(best.server, grid, window),
    offTerrain: [...offTerrain],
  };
};

/** Takes a part into its layer: the stronger level stays, of equals the lower number. Parts may come in any order. */
export const mergePart = ({ rsrp, server }: CoverageLayer, grid: Grid, { window, ...part }: CoveragePart): void => {
  for (let r = 0, p = 0; r < window.height; r++) {
    let i = (window.row0 - grid.row0 + r) * grid.width + window.col0 - grid.col0;
    for (let c = 0; c < window.width; c++, i++, p++) {
      const level = part.rsrp[p];
      if (level > rsrp[i] || (level === rsrp[i] && part.server[p] < server[i])) {
        rsrp[i] = level;
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
  const whole = part?.rsrp.length === cells ? part : null;
  const layer: CoverageLayer = {
    operator: plan.operator,
    technology: settings.technology,
    rsrp: whole?.rsrp ?? new Int16Array(cells).fill(NO_SIGNAL),
    server: whole?.server ?? new Uint16Array(cells).fill(NO_SERVER),
    servers: plan.servers,
  };
  if (part && !whole) mergePart(layer, grid, part);
  return layer;
};

/** Where the stations of a run lie outside the ranges of the model asked for; `radiusKm` is the farthest looked at. */
export const outsideModelOf = (
  layers: readonly LayerPlan[],
  { model: id, radiusKm, receiverHeightM }: Pick<CoverageSettings, 'model' | 'radiusKm' | 'receiverHeightM'>,
): Violation[] => {
  const model = empiricalModel(id);
  if (!model) return [];
  const stations = layers.flatMap((layer) => layer.stations.map(({ station }) => station));
  return outsideRange(model, {
    frequencyMHz: stations.flatMap(({ emitters }) => emitters.map(({ frequencyMHz }) => frequencyMHz)),
    distanceKm: [radiusKm],
    txHeightM: stations.map(({ antennaHeightM }) => antennaHeightM),
    rxHeightM: [receiverHeightM],
  });
};
