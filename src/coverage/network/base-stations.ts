import KDBush from 'kdbush';
import { metresPerDegree } from '../../geo/ellipsoid.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { Antenna, Band } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import type { Cell, Site, Technology, Tenant } from '../../model/site.ts';
import { highestGainDbi } from '../../radio/antenna/pattern.ts';
import { defaultLinkLosses, powerPerResourceElementDbm } from '../../radio/link-budget.ts';

/** A cell with everything its level at a receiver depends on but the path. */
export interface Emitter {
  /** Index into the tenant's cells. */
  index: number;
  cell: Cell;
  antenna: Antenna;
  frequencyMHz: number;
  /** Per resource element, less the losses of feeder and receiver. */
  powerPerReDbm: number;
}

/** One operator's cells of one technology at one site. */
export interface Station {
  /** Index into the sites. */
  site: number;
  position: LonLat;
  /** Altitude of the ground it stands on; NaN off the known terrain. */
  footM: number;
  antennaHeightM: number;
  /** Altitude of the antennas above sea level. */
  antennaAltitudeM: number;
  emitters: readonly Emitter[];
  /** No direction gets more than this from any emitter, antenna gain included, per resource element. */
  strongestEirpDbm: number;
  lowestFrequencyMHz: number;
}

export interface StationCatalogue {
  bands: readonly Band[];
  antennas: readonly Antenna[];
  technology: Technology;
  terrain: TerrainRaster;
}

const lookUp = <T extends { id: string }>(table: readonly T[], id: string, what: string, cellId: string): T => {
  const found = table.find((entry) => entry.id === id);
  if (!found) throw new Error(`Cell ${cellId} names ${what} '${id}', which the pack's facts do not have`);
  return found;
};

const lossesDb = defaultLinkLosses.feederDb + defaultLinkLosses.receiverDb;

/** The station a tenant makes at a site; null when it has no cell of the technology. */
export const stationOf = (
  site: Site,
  siteIndex: number,
  tenant: Tenant,
  catalogue: StationCatalogue,
): Station | null => {
  const emitters: Emitter[] = [];
  tenant.cells.forEach((cell, index) => {
    if (cell.technology !== catalogue.technology) return;
    emitters.push({
      index,
      cell,
      antenna: lookUp(catalogue.antennas, cell.antenna, 'antenna', cell.id),
      frequencyMHz: lookUp(catalogue.bands, cell.band, 'band', cell.id).downlinkMHz,
      powerPerReDbm: powerPerResourceElementDbm(cell) - lossesDb,
    });
  });
  if (emitters.length === 0) return null;
  const footM = terrainHeightM(catalogue.terrain, ...site.position);
  return {
    site: siteIndex,
    position: site.position,
    footM,
    antennaHeightM: tenant.antennaHeightM,
    antennaAltitudeM: footM + tenant.antennaHeightM,
    emitters,
    strongestEirpDbm: Math.max(...emitters.map((e) => e.powerPerReDbm + highestGainDbi(e.antenna))),
    lowestFrequencyMHz: Math.min(...emitters.map((e) => e.frequencyMHz)),
  };
};

/** An operator's stations, found by distance. */
export interface StationIndex {
  /** Stations within a radius, nearest first; ties in the order of the sites. */
  near: (position: LonLat, radiusM: number) => { station: Station; distanceM: number }[];
}

/** Flat metres around a reference latitude: true to 0.5 % over a province, enough to preselect. */
const flatten = (latDeg: number) => {
  const { eastM, northM } = metresPerDegree(latDeg);
  return ([lon, lat]: LonLat): [number, number] => [lon * eastM, lat * northM];
};

/** Preselection is wider by this than the radius asked for; the exact distance then decides. */
const preselectionSlack = 1.01;

export const indexStations = (
  stations: readonly Station[],
  latDeg: number,
  distanceM: (a: LonLat, b: LonLat) => number,
): StationIndex => {
  const flat = flatten(latDeg);
  const index = new KDBush(stations.length);
  for (const station of stations) index.add(...flat(station.position));
  index.finish();
  return {
    near: (position, radiusM) =>
      index
        .within(...flat(position), radiusM * preselectionSlack)
        .map((i) => ({ i, station: stations[i], distanceM: distanceM(stations[i].position, position) }))
        .filter((found) => found.distanceM <= radiusM)
        .sort((a, b) => a.distanceM - b.distanceM || a.i - b.i),
  };
};
