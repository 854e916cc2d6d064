import { bearingDeg, distanceM } from '../../geo/distance.ts';
import { landCoverAt, terrainHeightM } from '../../geo/sample.ts';
import type { Antenna, Band } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../model/raster.ts';
import type { Site, Technology, Tenant } from '../../model/site.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../radio/antenna.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { freeSpaceLossDb, slantDistanceKm } from '../../radio/free-space.ts';
import { locationCorrectionDb } from '../../radio/location-variability.ts';
import { empiricalModel, excessOverFreeSpaceDb, followsTerrain } from '../../radio/path-model.ts';
import {
  type BaseStation,
  type BaseStationCatalogue,
  baseStationOf,
  indexBaseStations,
} from '../network/base-stations.ts';
import { BaseStationPath } from './base-station-path.ts';
import { emptyServiceResult, type ServiceResult, type ServiceSettings } from './service-types.ts';
import { isServed } from './status.ts';

/** More than rounding can make a least loss exceed the loss. */
const roundingDb = 1e-3;

/** Less than any difference between levels: a search from below the threshold by it finds those that just reach it. */
const nextBelowDb = 1e-9;

/** What a service run looks at. Plain data: it crosses to workers. */
export interface ServiceScene {
  terrain: TerrainRaster;
  /** Null on a surface model, which has its clutter already, or where there is none. */
  landCover: LandCoverRaster | null;
  /** Places where service is asked for. */
  points: readonly LonLat[];
  sites: readonly Site[];
  bands: readonly Band[];
  antennas: readonly Antenna[];
  /** Technologies that serve nobody on the date of the pack; absent where there are none. */
  switchedOff?: readonly Technology[];
  /** Operator ids, in the order of every result. */
  operators: readonly string[];
}

/** Best cell of one operator at one point; NaN and −1 where no site could be received. */
export interface PointService {
  levelDbm: number;
  site: number;
  cell: number;
}

/** A network that differs from the scene's: sites taken down, tenants added to a site. Both by site index. */
export interface NetworkChange {
  removed?: ReadonlySet<number>;
  added?: ReadonlyMap<number, readonly Tenant[]>;
}

export interface ServiceEvaluator {
  points: readonly LonLat[];
  operators: readonly string[];
  /** Exact best service of `operators[operator]` at a point, in the scene's network or a changed one. */
  best: (point: number, operator: number, change?: NetworkChange) => PointService;
  /** Every cell of `operators[operator]` that arrives at a point above a level, nearest sites first. */
  received: (point: number, operator: number, aboveDbm: number) => PointService[];
  /**
   * Sites that serve a point for `operators[operator]`, nearest first: each alone reaches the threshold of the settings.
   * The search ends at `most` of them.
   */
  serving: (point: number, operator: number, most: number, removed: ReadonlySet<number>) => number[];
  /** What arrives at any place from one station alone, however far. */
  from: (station: BaseStation, position: LonLat) => PointService;
  /** Whether one station alone reaches the threshold of the settings at any place: sooner told than how strongly. */
  reaches: (station: BaseStation, position: LonLat) => boolean;
}

/**
 * Finds the best server of every operator at every point: nearest stations first, a profile only for one that
 * free space, its antennas and a few points of the path would let win, and none beyond the distance at which free space
 * could not beat what is found. The result is that of trying every station within the radius.
 */
export const createServiceEvaluator = (scene: ServiceScene, settings: ServiceSettings): ServiceEvaluator => {
  const { terrain, points, sites, operators } = scene;
  // a model without a profile has its clutter inside and takes none on the terrain
  const landCover = settings.clutter && followsTerrain(settings.model) ? scene.landCover : null;
  const catalogue: BaseStationCatalogue = { ...scene, technology: settings.technology };
  const radiusM = settings.maxRadiusKm * 1000;
  const latDeg = points[0]?.[1] ?? 0;
  const model = empiricalModel(settings.model);
  // the only one that a few points of a path tell a bound of
  const isDiffraction = settings.model === 'delta-bullington';

  const stations = operators.map((operator) =>
    sites.flatMap((site, s) =>
      site.tenants
        .filter((tenant) => tenant.operator === operator)
        .map((tenant) => baseStationOf(site, s, tenant, catalogue))
        .filter((station) => station !== null),
    ),
  );
  const indexes = stations.map((own) => indexBaseStations(own, latDeg, distanceM));

  const addedStations = (operator: number, position: LonLat, change: NetworkChange | undefined) => {
    const found: { station: BaseStation; distanceM: number }[] = [];
    for (const [s, tenants] of change?.added ?? []) {
      const away = distanceM(sites[s].position, position);
      if (away > radiusM) continue;
      for (const tenant of tenants) {
        if (tenant.operator !== operators[operator]) continue;
        const station = baseStationOf(sites[s], s, tenant, catalogue);
        if (station) found.push({ station, distanceM: away });
      }
    }
    return found;
  };

  const best = (point: number, operator: number, change?: NetworkChange): PointService => {
    const position = points[point];
    const receiverAltitudeM = terrainHeightM(terrain, ...position) + settings.receiverHeightM;
    const found: PointService = { levelDbm: Number.NaN, site: -1, cell: -1 };
    const candidates = indexes[operator].near(position, radiusM);
    const extra = addedStations(operator, position, change);
    if (extra.length > 0) {
      candidates.push(...extra);
      candidates.sort((a, b) => a.distanceM - b.distanceM || a.station.site - b.station.site);
    }
    const strongest = Math.max(...candidates.map((c) => c.station.strongestEirpDbm));
    const lowestMHz = Math.min(...candidates.map((c) => c.station.lowestFrequencyMHz));

    for (const { station, distanceM: awayM } of candidates) {
      if (change?.removed?.has(station.site)) continue;
      // no station this far or farther can beat what is found
      if (strongest - freeSpaceLossDb(Math.max(awayM, 1) / 1000, lowestMHz) <= found.levelDbm) break;
      tryStation(station, awayM, position, receiverAltitudeM, found);
    }
    return found;
  };

  /** What arrives from each cell of a station, in their order, where free space lets it exceed the floor of the moment. */
  const eachLevel = (
    station: BaseStation,
    awayM: number,
    position: LonLat,
    receiverAltitudeM: number,
    floorDbm: () => number,
    take: (cell: number, levelDbm: number) => void,
  ): void => {
    const distanceKm = Math.max(awayM, 1) / 1000;
    const azimuth = bearingDeg(station.position, position);
    const elevation = elevationAngleDeg(
      distanceKm * 1000,
      station.antennaAltitudeM,
      receiverAltitudeM,
      medianEffectiveEarthRadiusKm,
    );
    const slantKm = slantDistanceKm(distanceKm, station.antennaAltitudeM, receiverAltitudeM);
    let path: BaseStationPath | null = null;

    for (const { index, cell, antenna, frequencyMHz, referenceSignalPowerDbm } of station.transmitCells) {
      const inFreeSpaceDbm =
        referenceSignalPowerDbm +
        antennaGainDbi(antenna, cell, azimuth, elevation) -
        freeSpaceLossDb(slantKm, frequencyMHz) -
        locationCorrectionDb(settings.locationPercent, frequencyMHz);
      if (inFreeSpaceDbm <= floorDbm()) continue;
      path ??= new BaseStationPath(terrain, landCover, station, position, settings.receiverHeightM);
      if (isDiffraction && inFreeSpaceDbm - path.diffractionLowerBoundDb(frequencyMHz) < floorDbm() - roundingDb)
        continue;
      const levelDbm =
        inFreeSpaceDbm -
        (model
          ? excessOverFreeSpaceDb(model, {
              frequencyMHz,
              txHeightM: station.antennaHeightM,
              rxHeightM: settings.receiverHeightM,
              distanceKm,
              txAltitudeM: station.antennaAltitudeM,
              rxAltitudeM: receiverAltitudeM,
              lineOfSight: model.usesLineOfSight && path.isClear(),
              landCover: scene.landCover ? landCoverAt(scene.landCover, ...position) : 0,
            })
          : isDiffraction
            ? path.diffractionDb(frequencyMHz)
            : path.itmExcessDb(frequencyMHz));
      take(index, levelDbm);
    }
  };

  const tryStation = (
    station: BaseStation,
    awayM: number,
    position: LonLat,
    receiverAltitudeM: number,
    found: PointService,
  ): void =>
    eachLevel(
      station,
      awayM,
      position,
      receiverAltitudeM,
      () => found.levelDbm,
      (cell, levelDbm) => {
        if (!(levelDbm > found.levelDbm) && !(Number.isNaN(found.levelDbm) && !Number.isNaN(levelDbm))) return;
        found.levelDbm = levelDbm;
        found.site = station.site;
        found.cell = cell;
      },
    );

  const received = (point: number, operator: number, aboveDbm: number): PointService[] => {
    const position = points[point];
    const receiverAltitudeM = terrainHeightM(terrain, ...position) + settings.receiverHeightM;
    const found: PointService[] = [];
    for (const { station, distanceM: awayM } of indexes[operator].near(position, radiusM)) {
      const inFreeSpaceDb = freeSpaceLossDb(Math.max(awayM, 1) / 1000, station.lowestFrequencyMHz);
      if (station.strongestEirpDbm - inFreeSpaceDb < aboveDbm) continue;
      eachLevel(
        station,
        awayM,
        position,
        receiverAltitudeM,
        () => aboveDbm,
        (cell, levelDbm) => {
          if (levelDbm > aboveDbm) found.push({ levelDbm, site: station.site, cell });
        },
      );
    }
    return found;
  };

  const reachesAt = (station: BaseStation, awayM: number, position: LonLat, receiverAltitudeM: number): boolean => {
    const { thresholdDbm } = settings;
    const inFreeSpaceDb = freeSpaceLossDb(Math.max(awayM, 1) / 1000, station.lowestFrequencyMHz);
    if (station.strongestEirpDbm - inFreeSpaceDb < thresholdDbm) return false;
    const one: PointService = { levelDbm: thresholdDbm - nextBelowDb, site: -1, cell: -1 };
    tryStation(station, awayM, position, receiverAltitudeM, one);
    return one.site >= 0 && isServed(one.levelDbm, thresholdDbm);
  };

  const serving = (point: number, operator: number, most: number, removed: ReadonlySet<number>): number[] => {
    const position = points[point];
    const receiverAltitudeM = terrainHeightM(terrain, ...position) + settings.receiverHeightM;
    const found: number[] = [];
    for (const { station, distanceM: awayM } of indexes[operator].near(position, radiusM)) {
      if (found.length >= most) break;
      if (removed.has(station.site)) continue;
      if (reachesAt(station, awayM, position, receiverAltitudeM)) found.push(station.site);
    }
    return found;
  };

  const from = (station: BaseStation, position: LonLat): PointService => {
    const found: PointService = { levelDbm: Number.NaN, site: -1, cell: -1 };
    const receiverAltitudeM = terrainHeightM(terrain, ...position) + settings.receiverHeightM;
    tryStation(station, distanceM(station.position, position), position, receiverAltitudeM, found);
    return found;
  };

  const reaches = (station: BaseStation, position: LonLat): boolean =>
    reachesAt(
      station,
      distanceM(station.position, position),
      position,
      terrainHeightM(terrain, ...position) + settings.receiverHeightM,
    );

  return { points, operators, best, received, serving, from, reaches };
};

/** Service of every operator at the points [from, to); the result counts from `from`. */
export const computeService = (evaluator: ServiceEvaluator, from: number, to: number): ServiceResult => {
  const operators = evaluator.operators.length;
  const result = emptyServiceResult(evaluator.operators, to - from);
  for (let point = from; point < to; point++) {
    for (let operator = 0; operator < operators; operator++) {
      const { levelDbm, site, cell } = evaluator.best(point, operator);
      const at = (point - from) * operators + operator;
      result.levelDbm[at] = levelDbm;
      result.site[at] = site;
      result.cell[at] = cell;
    }
  }
  return result;
};
