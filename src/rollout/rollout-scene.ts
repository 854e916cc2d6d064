import { sceneOf } from '../coverage/service/scene.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import { peopleOf } from '../model/hamlet.ts';
import type { Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import { InputError, type Problem } from '../model/problem.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { holdingsNeeded, withHoldings } from './later-holdings.ts';
import type { RolloutQuestion, RolloutScene } from './rollout-types.ts';

/** A mast lower than this serves nobody a pole would not; none of the country's is higher. */
export const mastHeightsM = { min: 6, max: 150 } as const;

const problem = (
  place: string,
  value: string,
  rule: Problem['rule'],
  ruleValues: Problem['ruleValues'] = {},
): Problem => ({ file: 'rollout', place, value, rule, ruleValues, severity: 'error' });

const problemsOf = (pack: Pack, { model }: ServiceSettings, question: RolloutQuestion): Problem[] => {
  const { operator, heightsM, goal, phases } = question;
  const operators = pack.facts.operators.map(({ id }) => id);
  const found: Problem[] = [];
  if (operator !== null && !operators.includes(operator))
    found.push(problem('operator', operator, 'not-one-of', { allowed: operators.join(', ') }));
  // the way back is as long as the way there only where the terrain alone decides
  if (model !== 'delta-bullington') found.push(problem('model', model, 'not-one-of', { allowed: 'delta-bullington' }));
  for (const heightM of heightsM) {
    if (!(heightM >= mastHeightsM.min && heightM <= mastHeightsM.max))
      found.push(problem('height', String(heightM), 'out-of-range', mastHeightsM));
  }
  if (goal.kind === 'budget' && !(goal.vnd > 0)) found.push(problem('budget', String(goal.vnd), 'not-above-zero'));
  if (goal.kind === 'share' && !(goal.share > 0 && goal.share <= 1))
    found.push(problem('share', String(goal.share), 'out-of-range', { min: 0, max: 1 }));
  if (phases && !(phases.yearlyVnd > 0))
    found.push(problem('yearly budget', String(phases.yearlyVnd), 'not-above-zero'));
  if (litPlaces(pack).length === 0) found.push(problem('fibre nodes', '', 'no-lit-node'));
  return found;
};

/** Fibre nodes, and sites that are said to have fibre. */
const litPlaces = ({ fibreNodes, sites }: Pack): RolloutScene['lit'] => [
  ...fibreNodes.features.map(({ geometry: { coordinates }, properties: { id } }) => {
    const [lon, lat] = coordinates;
    return { id, position: [lon, lat] as LonLat };
  }),
  ...sites.filter(({ fibre }) => fibre === 'yes').map(({ id, position }) => ({ id, position })),
];

/**
 * What a rollout needs of a pack.
 *
 * @param takenDown where the scenario at work has taken sites down
 * @throws InputError where the operator is unknown, the model is not one that both ways of a path agree in, money or heights
 * can't be, nothing is lit, or nobody lives in the area
 */
export const rolloutSceneOf = (
  pack: Pack,
  settings: ServiceSettings,
  rules: SharingRules,
  question: RolloutQuestion,
  takenDown: readonly LonLat[] = [],
): RolloutScene => {
  const problems = problemsOf(pack, settings, question);
  if (problems.length > 0) throw new InputError(problems);
  const { communeCodes } = question;
  const asked = pack.hamlets.flatMap((hamlet, h) =>
    peopleOf(hamlet) > 0 && (communeCodes === null || communeCodes.includes(hamlet.communeCode)) ? [h] : [],
  );
  if (asked.length === 0) throw new InputError([problem('hamlets', '', 'no-hamlets')]);
  const { points: _, ...network } = sceneOf(pack);
  const later = holdingsNeeded(network.bands, settings.technology);
  return {
    ...network,
    bands: withHoldings(network.bands, later),
    laterHoldings: later,
    hamlets: pack.hamlets,
    asked,
    takenDown,
    province: pack.communes.features.map(({ geometry }) => geometry),
    lit: litPlaces(pack),
    roads: pack.roads.features.map(({ geometry }) => geometry.coordinates),
    ground: pack.landCover,
    parameters: pack.facts.parameters,
    settings,
    rules,
  };
};
