import { distanceM } from '../../geo/distance.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { plus } from '../../money/range.ts';
import { medianDeltaN } from '../../radio/constants.ts';
import { explainPath } from '../../radio/explain-path.ts';
import { type Equipment, equipmentOfAsked } from '../equipment.ts';
import type { FibreWay } from '../feed/fibre-ways.ts';
import { satelliteVnd, subscriptionVndPerYear } from '../feed/satellite.ts';
import { rolloutParameters } from '../parameters.ts';
import { mastHeightsM } from '../rollout-scene.ts';
import type {
  Demand,
  LeftOut,
  LeftOutReason,
  Obstacle,
  RolloutGoal,
  RolloutOption,
  RolloutScene,
} from '../rollout-types.ts';

const nothing = { low: 0, central: 0, high: 0 };
/** Sea-level refractivity where no measurement is at hand, N-units: the middle of the tropics' range. */
const refractivityN0 = 350;

/** The path that stands nearest to serving a place: from the nearest site of an operator that is asked. */
const nearestSite = (sites: readonly Site[], position: LonLat, operators: ReadonlySet<string>): Site | null => {
  let best: Site | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const site of sites) {
    const away = distanceM(site.position, position);
    if (away < least && site.tenants.some(({ operator }) => operators.has(operator))) [best, least] = [site, away];
  }
  return best;
};

const obstacleOf = (scene: RolloutScene, { frequencyMHz }: Equipment, site: Site, to: LonLat): Obstacle | null => {
  const { terrain, landCover, settings } = scene;
  const heightM = Math.max(...site.tenants.map(({ antennaHeightM }) => antennaHeightM));
  const { points, worst, profile, distanceKm } = explainPath(
    terrain,
    settings.clutter ? landCover : null,
    { position: site.position, heightM },
    { position: to, heightM: settings.receiverHeightM },
    {
      frequencyMHz,
      polarisation: 'vertical',
      timePercent: 50,
      locationPercent: settings.locationPercent,
      locationSigmaDb: 0,
      deltaN: medianDeltaN,
      refractivityN0,
    },
  );
  if (!(worst.clearance < 0)) return null;
  const receiverM = profile.heightM[profile.heightM.length - 1] + settings.receiverHeightM;
  // the line from the receiver over each point, drawn on to the site
  const overM = points.map(
    ({ raisedM, distanceKm: d1 }) => receiverM + ((raisedM - receiverM) * distanceKm) / (distanceKm - d1),
  );
  const neededM = Math.max(...overM) - profile.heightM[0];
  return {
    altitudeM: worst.terrainM + worst.clutterM,
    position: between(site.position, to, worst.distanceKm / distanceKm),
    distanceKm: worst.distanceKm,
    fromSiteId: site.id,
    mastNeededM: neededM <= mastHeightsM.max ? Math.ceil(neededM) : null,
  };
};

const between = ([lonA, latA]: LonLat, [lonB, latB]: LonLat, share: number): LonLat => [
  lonA + (lonB - lonA) * share,
  latA + (latB - latA) * share,
];

/** Why each of some demands has no service after a plan, and what else there is for it. */
export const leftOutOf = (
  scene: RolloutScene,
  operator: string | null,
  goal: RolloutGoal,
  demands: readonly Demand[],
  missing: readonly number[],
  options: readonly RolloutOption[],
  wayTo: (demand: number) => FibreWay | null,
): LeftOut[] => {
  const parameters = rolloutParameters(scene.parameters);
  const equipment = equipmentOfAsked(scene, scene.settings, operator);
  const operators = new Set(equipment.map((kit) => kit.operator));
  const cheapest = new Map<number, RolloutOption>();
  for (const option of options) {
    for (const d of option.serves) {
      const known = cheapest.get(d);
      if (!known || option.costVnd.central < known.costVnd.central) cheapest.set(d, option);
    }
  }
  const satellite = plus(satelliteVnd(parameters), parameters.wifiVnd);
  const alternative = (demand: number): LeftOut['alternative'] => {
    const way = wayTo(demand);
    const fibre = way && plus(way.costVnd, parameters.wifiVnd);
    return fibre && fibre.central <= satellite.central
      ? { means: 'fibre-and-wifi', costVnd: fibre, vndPerYear: nothing }
      : { means: 'satellite', costVnd: satellite, vndPerYear: subscriptionVndPerYear(parameters) };
  };
  return missing.map((demand): LeftOut => {
    const { position } = demands[demand];
    const isKnown = !Number.isNaN(terrainHeightM(scene.terrain, ...position));
    const site = isKnown ? nearestSite(scene.sites, position, operators) : null;
    const option = cheapest.get(demand);
    return {
      demand,
      reason: reasonOf(isKnown, option, goal),
      cheapestOptionId: option?.id ?? null,
      obstacle: site && obstacleOf(scene, equipment[0], site, position),
      alternative: alternative(demand),
    };
  });
};

const reasonOf = (isKnown: boolean, option: RolloutOption | undefined, { kind }: RolloutGoal): LeftOutReason => {
  if (!isKnown) return 'outside-terrain';
  if (!option) return 'no-option';
  return kind === 'budget' ? 'budget' : kind === 'share' ? 'not-asked' : 'not-confirmed';
};
