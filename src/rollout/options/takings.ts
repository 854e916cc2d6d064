import { type BaseStationCatalogue, baseStationOf } from '../../coverage/network/base-stations.ts';
import type { ServiceEvaluator } from '../../coverage/service/service.ts';
import { distanceM } from '../../geo/distance.ts';
import type { Site, Technology, Tenant } from '../../model/site.ts';
import { evaluatorOfAll } from '../demand.ts';
import type { RolloutOption, RolloutScene } from '../rollout-types.ts';

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

  return (site: Site, before: Tenant, after: Tenant): boolean =>
    changedTechnologies(before, after).some((technology) => takesIn(technology, site, before, after));
};

const changedTechnologies = (before: Tenant, after: Tenant): Technology[] => [
  ...new Set(
    before.cells
      .filter((cell, c) => after.cells[c] !== cell || after.antennaHeightM !== before.antennaHeightM)
      .map(({ technology }) => technology),
  ),
];

/**
 * Whether several retunes that take nothing each take service from somebody together: a place that one no longer reaches and
 * that another was to reach in its stead. Looked for at all hamlets, operator by operator, in every technology they change.
 */
export const takeTogether = (
  scene: RolloutScene,
  retunes: readonly Pick<RolloutOption, 'operator' | 'site'>[],
  sitesAfter: readonly Site[],
): boolean => {
  const standing = new Map(scene.sites.map((site) => [site.id, site]));
  const ownOn = (site: Site, operator: string): Tenant => site.tenants.find((tenant) => tenant.operator === operator)!;
  const changes = retunes.map(({ operator, site }) => {
    const [before, after] = [ownOn(standing.get(site.id)!, operator), ownOn(site, operator)];
    return { operator, site, before, after, technologies: changedTechnologies(before, after) };
  });
  const radiusM = scene.settings.maxRadiusKm * 1000;
  return [...new Set(changes.flatMap(({ technologies }) => technologies))].some((technology) => {
    const changed = changes.filter(({ technologies }) => technologies.includes(technology));
    if (changed.length < 2) return false;
    const { evaluator } = evaluatorOfAll({ ...scene, sites: sitesAfter }, technology);
    const catalogue: BaseStationCatalogue = { ...scene, technology };
    return changed.some(({ operator, site, before, after }) => {
      const [old, now] = [before, after].map((tenant) => baseStationOf(site, 0, tenant, catalogue));
      return (
        old !== null &&
        evaluator.points.some(
          (position, point) =>
            distanceM(site.position, position) <= radiusM &&
            evaluator.reaches(old, position) &&
            !(now && evaluator.reaches(now, position)) &&
            evaluator.serving(point, scene.operators.indexOf(operator), 1, new Set()).length === 0,
        )
      );
    });
  });
};
