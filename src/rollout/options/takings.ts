import { type BaseStationCatalogue, baseStationOf } from '../../coverage/network/base-stations.ts';
import type { ServiceEvaluator } from '../../coverage/service/service.ts';
import { distanceM } from '../../geo/distance.ts';
import type { Site, Technology, Tenant } from '../../model/site.ts';
import { evaluatorOfAll } from '../demand.ts';
import type { RolloutScene } from '../rollout-types.ts';

/**
 * Tells whether a change of an operator's antennas on a site takes service from anybody: at every centre and cluster that the
 * site reaches today in any technology that it changes, it or another site of the operator reaches it after.
 */
export const createTakings = (scene: RolloutScene) => {
  const evaluators = new Map<Technology, ServiceEvaluator>();
  const evaluatorOf = (technology: Technology): ServiceEvaluator => {
    const known = evaluators.get(technology) ?? evaluatorOfAll(scene, technology).evaluator;
    evaluators.set(technology, known);
    return known;
  };
  const siteIndex = new Map(scene.sites.map(({ id }, s) => [id, s]));
  const radiusM = scene.settings.maxRadiusKm * 1000;

  const takesIn = (technology: Technology, site: Site, before: Tenant, after: Tenant): boolean => {
    const evaluator = evaluatorOf(technology);
    const catalogue: BaseStationCatalogue = { ...scene, technology };
    const index = siteIndex.get(site.id)!;
    const old = baseStationOf(site, index, before, catalogue);
    const changed = baseStationOf(site, index, after, catalogue);
    if (!old) return false;
    const operator = scene.operators.indexOf(before.operator);
    const itself = new Set([index]);
    return evaluator.points.some(
      (position, point) =>
        distanceM(site.position, position) <= radiusM &&
        evaluator.reaches(old, position) &&
        !(changed && evaluator.reaches(changed, position)) &&
        evaluator.serving(point, operator, 1, itself).length === 0,
    );
  };

  return (site: Site, before: Tenant, after: Tenant): boolean => {
    const changed = new Set(
      before.cells
        .filter((cell, c) => after.cells[c] !== cell || after.antennaHeightM !== before.antennaHeightM)
        .map(({ technology }) => technology),
    );
    return [...changed].some((technology) => takesIn(technology, site, before, after));
  };
};
