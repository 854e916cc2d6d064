import KDBush from 'kdbush';
import { metresPerDegree } from '../../geo/ellipsoid.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { Antenna, Band } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import type { Cell, Site, Technology, Tenant } from '../../model/site.ts';
import { highestGainDbi } from '../../radio/antenna/pattern.ts';
import { defaultLinkLosses, referenceSignalPowerDbm } from '../../radio/link-budget.ts';

/** A cell with everything its level at a receiver depends on but the path. */
export interface TransmitCell {
  /** Index into the tenant's cells. */
  index: number;
  cell: Cell;
  antenna: Antenna;
  frequencyMHz: number;
  /** Per resource element, less the losses of feeder and receiver. */
  referenceSignalPowerDbm: number;
}

/** One operator's cells of one technology at one site. */
export interface BaseStation {
  /** Index into the sites. */
  site: number;
  position: LonLat;
  /** Altitude of the ground it stands on; NaN outside the DEM. */
  groundElevationM: number;
  antennaHeightM: number;
  /** Altitude of the antennas above sea level. */
  antennaAltitudeM: number;
  transmitCells: readonly TransmitCell[];
  /** No direction gets more than this from any transmit cell, antenna gain included, per resource element. */
  strongestEirpDbm: number;
  lowestFrequencyMHz: number;
}

export interface BaseStationCatalogue {
  bands: readonly Band[];
  antennas: readonly Antenna[];
  technology: Technology;
  /** Technologies whose cells serve nobody on the date of the pack; absent where there are none. */
  switchedOff?: readonly Technology[];
  terrain: TerrainRaster;
}

const lookUp = <T extends { id: string }>(table: readonly T[], id: string, what: string, cellId: string): T => {
  const found = table.find((entry) => entry.id === id);
  if (!found) throw new Error(`Cell ${cellId} names ${what} '${id}', which the pack's facts do not have`);
  return found;
};

const lossesDb = defaultLinkLosses.feederDb + defaultLinkLosses.receiverDb;

/** The station a tenant makes at a site; null when it has no cell of the technology, or that is switched off. */
export const baseStationOf = (
  site: Site,
  siteIndex: number,
  tenant: Tenant,
  catalogue: BaseStationCatalogue,
): BaseStation | null => {
  if (catalogue.switchedOff?.includes(catalogue.technology)) return null;
  const transmitCells: TransmitCell[] = [];
  tenant.cells.forEach((cell, index) => {
    if (cell.technology !== catalogue.technology) return;
    transmitCells.push({
      index,
      cell,
      antenna: lookUp(catalogue.antennas, cell.antenna, 'antenna', cell.id),
      frequencyMHz: lookUp(catalogue.bands, cell.band, 'band', cell.id).downlinkMHz,
      referenceSignalPowerDbm: referenceSignalPowerDbm(cell) - lossesDb,
    });
  });
  if (transmitCells.length === 0) return null;
  const groundElevationM = terrainHeightM(catalogue.terrain, ...site.position);
  return {
    site: siteIndex,
    position: site.position,
    groundElevationM,
    antennaHeightM: tenant.antennaHeightM,
    antennaAltitudeM: groundElevationM + tenant.antennaHeightM,
    transmitCells,
    strongestEirpDbm: Math.max(...transmitCells.map((e) => e.referenceSignalPowerDbm + highestGainDbi(e.antenna))),
    lowestFrequencyMHz: Math.min(...transmitCells.map((e) => e.frequencyMHz)),
  };
};

/** An operator's stations, found by distance. */
export interface BaseStationIndex {
  /** Stations within a radius, nearest first; ties in the order of the sites. */
  near: (position: LonLat, radiusM: number) => { station: BaseStation; distanceM: number }[];
}

/** Flat metres around a reference latitude: true to 0.5 % over a province, enough to preselect. */
const flatten = (latDeg: number) => {
  const { eastM, northM } = metresPerDegree(latDeg);
  return ([lon, lat]: LonLat): [number, number] => [lon * eastM, lat * northM];
};

/** Preselection is wider by this than the radius asked for; the exact distance then decides. */
const preselectionSlack = 1.01;

export const indexBaseStations = (
  stations: readonly BaseStation[],
  latDeg: number,
  distanceM: (a: LonLat, b: LonLat) => number,
): BaseStationIndex => {
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
