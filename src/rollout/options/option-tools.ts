import { type BaseStation, type BaseStationCatalogue, baseStationOf } from '../../coverage/network/base-stations.ts';
import { createServiceEvaluator } from '../../coverage/service/service.ts';
import { bearingDeg, distanceM } from '../../geo/distance.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site, Tenant } from '../../model/site.ts';
import { elevationAngleDeg } from '../../radio/antenna.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { cellsFor, type Equipment, equipmentOfAsked, type SectorAim } from '../equipment.ts';
import type { createHops } from '../feed/hops.ts';
import type { Demand, RolloutScene } from '../rollout-types.ts';
import { whereNextRadiusKm } from '../where-next/reach.ts';
import type { createTakings } from './takings.ts';

/** A place on a mast that antennas may hang at. */
export interface Perch {
  position: LonLat;
  antennaHeightM: number;
}

/** What all options are found with: the plain path from any station to the places without service. */
export interface OptionTools {
  scene: RolloutScene;
  demands: readonly Demand[];
  /** What those who are asked would build. */
  equipment: readonly Equipment[];
  /** Demands that a base station may reach, nearest first. */
  near: (position: LonLat) => number[];
  stationOf: (site: Site, tenant: Tenant) => BaseStation | null;
  /** Of some demands, those that a station reaches. */
  reachedBy: (station: BaseStation | null, demands: readonly number[]) => number[];
  /** Of some demands, those that a sector would reach that looked straight at them. */
  reachable: (perch: Perch, equipment: Equipment, demands: readonly number[]) => number[];
  /** How sectors look best at demands, at most so many of them. */
  aim: (perch: Perch, demands: readonly number[], sectors?: number) => SectorAim[];
  peopleOf: (demands: readonly number[]) => number;
}

/** What options on standing sites are found with besides. */
export interface StandingTools extends OptionTools {
  hops: ReturnType<typeof createHops>;
  takings: ReturnType<typeof createTakings>;
}

/** A site with one of its tenants as it is to be. */
export const withTenant = (site: Site, tenant: Tenant): Site => ({
  ...site,
  tenants: site.tenants.map((one) => (one.operator === tenant.operator ? tenant : one)),
});

/** A sector's usual beam, and how far apart sectors of a mast look. */
const beamwidthDeg = 65;
const apartDeg = 120;
const aimStepDeg = 10;
/** Antennas are not tilted beyond these, degrees down. */
const tiltsDeg = { min: -8, max: 15 } as const;

/** Degrees between two azimuths. */
export const offDeg = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

export const createOptionTools = (
  scene: RolloutScene,
  operator: string | null,
  demands: readonly Demand[],
): OptionTools => {
  const { settings, terrain } = scene;
  const catalogue: BaseStationCatalogue = { ...scene, technology: settings.technology };
  const evaluator = createServiceEvaluator({ ...scene, points: demands.map(({ position }) => position) }, settings);
  const radiusM = Math.min(settings.maxRadiusKm, whereNextRadiusKm) * 1000;
  const altitudes = demands.map(({ position }) => terrainHeightM(terrain, ...position) + settings.receiverHeightM);

  const stationOf = (site: Site, tenant: Tenant): BaseStation | null => baseStationOf(site, 0, tenant, catalogue);
  const reachedBy = (station: BaseStation | null, of: readonly number[]): number[] =>
    station ? of.filter((d) => evaluator.reaches(station, demands[d].position)) : [];

  /** Degrees down from a perch to a demand. */
  const downDeg = ({ position, antennaHeightM }: Perch, d: number): number => {
    const away = Math.max(1, distanceM(position, demands[d].position));
    const altitudeM = terrainHeightM(terrain, ...position) + antennaHeightM;
    return -elevationAngleDeg(away, altitudeM, altitudes[d], medianEffectiveEarthRadiusKm);
  };
  const tiltTowards = (perch: Perch, of: readonly number[]): number => {
    let [sum, weights] = [0, 0];
    for (const d of of) {
      const weight = demands[d].people + 1;
      sum += weight * downDeg(perch, d);
      weights += weight;
    }
    return Math.round(Math.max(tiltsDeg.min, Math.min(tiltsDeg.max, sum / weights)));
  };

  const standIn = (perch: Perch, equipment: Equipment, sectors: readonly SectorAim[]): [Site, Tenant] => {
    const tenant: Tenant = {
      operator: equipment.operator,
      antennaHeightM: perch.antennaHeightM,
      cells: cellsFor(equipment, String, sectors),
    };
    const { position } = perch;
    const structure = 'guyed';
    return [
      { id: '', position, communeCode: '', structure, heightM: perch.antennaHeightM, owner: '', tenants: [tenant] },
      tenant,
    ];
  };

  const aim = (perch: Perch, of: readonly number[], sectors = 3): SectorAim[] => {
    const azimuths = of.map((d) => bearingDeg(perch.position, demands[d].position));
    const looks = (base: number): number[] => Array.from({ length: 3 }, (_, k) => (base + k * apartDeg) % 360);
    const lossOf = (base: number): number =>
      of.reduce((sum, d, i) => {
        const off = Math.min(...looks(base).map((look) => offDeg(azimuths[i], look)));
        return sum + (demands[d].people + 1) * (off / beamwidthDeg) ** 2;
      }, 0);
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let base = 0; base < apartDeg; base += aimStepDeg) {
      const loss = lossOf(base);
      if (loss < least) [best, least] = [base, loss];
    }
    const groups = looks(best).map((azimuthDeg) => ({ azimuthDeg, of: [] as number[] }));
    of.forEach((d, i) => {
      const nearest = groups.reduce((a, b) =>
        offDeg(azimuths[i], b.azimuthDeg) < offDeg(azimuths[i], a.azimuthDeg) ? b : a,
      );
      nearest.of.push(d);
    });
    const weightOf = (some: readonly number[]): number => some.reduce((sum, d) => sum + demands[d].people + 1, 0);
    return groups
      .filter((group) => group.of.length > 0)
      .sort((a, b) => weightOf(b.of) - weightOf(a.of) || a.azimuthDeg - b.azimuthDeg)
      .slice(0, sectors)
      .map((group) => ({ azimuthDeg: group.azimuthDeg, tiltDeg: tiltTowards(perch, group.of) }));
  };

  return {
    scene,
    demands,
    equipment: equipmentOfAsked(scene, settings, operator),
    near: (position) =>
      demands
        .map((demand, d) => ({ d, awayM: distanceM(position, demand.position) }))
        .filter(({ awayM }) => awayM <= radiusM)
        .sort((a, b) => a.awayM - b.awayM || a.d - b.d)
        .map(({ d }) => d),
    stationOf,
    reachedBy,
    reachable: (perch, equipment, of) =>
      of.filter((d) => {
        const azimuthDeg = bearingDeg(perch.position, demands[d].position);
        const [site, tenant] = standIn(perch, equipment, [{ azimuthDeg, tiltDeg: tiltTowards(perch, [d]) }]);
        return reachedBy(stationOf(site, tenant), [d]).length > 0;
      }),
    aim,
    peopleOf: (of) => of.reduce((sum, d) => sum + demands[d].people, 0),
  };
};
