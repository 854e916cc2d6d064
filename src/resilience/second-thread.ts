import { baseStationOf } from '../coverage/network/base-stations.ts';
import type { ServiceEvaluator } from '../coverage/service/service.ts';
import { isServed } from '../coverage/service/status.ts';
import { bearingDeg, distanceM } from '../geo/distance.ts';
import type { LonLat } from '../model/place.ts';
import type { Tenant } from '../model/site.ts';
import { placeAntennas } from '../sharing/candidates/place-antennas.ts';
import { defaultSharingRules } from '../sharing/plan/plan-types.ts';
import { resilienceParameters } from './parameters.ts';
import type { ResilienceScene, SecondThread } from './resilience-types.ts';

/** Standing sites that are tried for a hamlet, nearest first. Farther ones seldom reach where these do not. */
const triedSites = 12;

/** A place that hangs by one site. */
export interface ThinPlace {
  site: number;
  position: LonLat;
}

/** A tenant's cells of a technology turned towards a place, one a band. */
const turnedTo = (tenant: Tenant, technology: string, azimuthDeg: number): Tenant => {
  const bands = new Map(tenant.cells.filter((cell) => cell.technology === technology).map((cell) => [cell.band, cell]));
  const cells = [...bands.values()].map((cell) => ({
    ...cell,
    azimuthDeg,
    mechanicalTiltDeg: 0,
    electricalTiltDeg: 0,
  }));
  return { ...tenant, cells };
};

/**
 * Finds the cheapest second thread of a hamlet: the nearest standing site from which cells such as those it hangs on
 * reach all of its places that hang by one site; a new mast where there is none.
 */
export const secondThreads = (scene: ResilienceScene, evaluator: ServiceEvaluator) => {
  const { sites, settings } = scene;
  const { addedTenantVnd, stationVnd } = resilienceParameters(scene.parameters);

  return (centre: LonLat, thin: readonly ThinPlace[], operators: readonly number[]): SecondThread | null => {
    const asked = new Set(operators.map((operator) => scene.operators[operator]));
    const tenant = sites[thin[0].site].tenants.find(
      ({ operator, cells }) =>
        asked.has(operator) && cells.some(({ technology }) => technology === settings.technology),
    );
    if (!tenant) return null;
    const { operator } = tenant;
    const holds = new Set(thin.map(({ site }) => site));
    const near = sites
      .map((site, s) => ({ site, s, awayM: distanceM(site.position, centre) }))
      .filter(({ s, awayM }) => !holds.has(s) && awayM <= settings.maxRadiusKm * 1000)
      .sort((a, b) => a.awayM - b.awayM || a.s - b.s)
      .slice(0, triedSites);
    for (const { site, s, awayM } of near) {
      const own = site.tenants.find((candidate) => candidate.operator === operator);
      if (!own && site.tenants.length >= defaultSharingRules.maxTenants) continue;
      const turned = turnedTo(tenant, settings.technology, bearingDeg(site.position, centre));
      const placed = own
        ? [{ ...turned, antennaHeightM: own.antennaHeightM }]
        : placeAntennas(site, site.tenants, [turned], defaultSharingRules.tenantSpacingM);
      const station = placed && baseStationOf(site, s, placed[0], { ...scene, technology: settings.technology });
      if (!station) continue;
      const levels = thin.map(({ position }) => evaluator.from(station, position).levelDbm);
      if (!levels.every((level) => isServed(level, settings.thresholdDbm))) continue;
      return {
        means: own ? 'cell-on-own-site' : 'tenancy',
        operator,
        siteId: site.id,
        distanceKm: awayM / 1000,
        levelDbm: Math.min(...levels),
        costVnd: addedTenantVnd,
      };
    }
    return { means: 'new-mast', operator, siteId: null, distanceKm: null, levelDbm: null, costVnd: stationVnd };
  };
};
