import { type BaseStation, baseStationOf } from '../network/base-stations.ts';
import type { TransmitHeight } from '../network/outside-model.ts';
import { type CoverageScene, type CoverageSettings, NO_SERVER, type Server } from './coverage-types.ts';

/** A station and the number of its first transmit cell among its layer's servers. */
interface NumberedBaseStation {
  station: BaseStation;
  firstServer: number;
}

/** One operator's stations and the cells they number. */
export interface LayerPlan {
  operator: string;
  stations: readonly NumberedBaseStation[];
  servers: readonly Server[];
}

/** Some stations of a layer, computed in one go: `stations[from]` to before `stations[to]` of the plan's order. */
export interface CoverageTask {
  layer: number;
  from: number;
  to: number;
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
    const stations: NumberedBaseStation[] = [];
    scene.sites.forEach((site, s) => {
      for (const tenant of site.tenants) {
        if (tenant.operator !== operator) continue;
        const station = baseStationOf(site, s, tenant, { ...scene, technology: settings.technology });
        if (!station) continue;
        stations.push({ station, firstServer: servers.length });
        for (const { index } of station.transmitCells) servers.push({ site: s, cell: index });
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

/** Every transmit cell of a run. */
export const transmitHeightsIn = (layers: readonly LayerPlan[]): TransmitHeight[] =>
  layers.flatMap(({ stations }) =>
    stations.flatMap(({ station: { antennaHeightM, transmitCells } }) =>
      transmitCells.map(({ frequencyMHz }) => ({ frequencyMHz, antennaHeightM })),
    ),
  );
