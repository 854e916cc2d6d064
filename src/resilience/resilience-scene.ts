import { sceneOf } from '../coverage/service/scene.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import { peopleOf } from '../model/hamlet.ts';
import type { Pack } from '../model/pack.ts';
import { InputError, type Problem } from '../model/problem.ts';
import type { ResilienceQuestion, ResilienceScene } from './resilience-types.ts';

/** Longer than any set of batteries stands for: a month. */
export const mostBatteryHours = 720;

const problem = (
  place: string,
  value: string,
  rule: Problem['rule'],
  ruleValues: Problem['ruleValues'] = {},
): Problem => ({
  file: 'resilience',
  place,
  value,
  rule,
  ruleValues,
  severity: 'error',
});

const problemsOf = (pack: Pack, { operator, batteryHours, backhaul }: ResilienceQuestion): Problem[] => {
  const operators = pack.facts.operators.map(({ id }) => id);
  const sites = new Set(pack.sites.map(({ id }) => id));
  const nodes = new Set(pack.fibreNodes.features.map(({ properties }) => properties.id));
  const expected = 'sites.geojson';
  return [
    ...(operator === null || operators.includes(operator)
      ? []
      : [problem('operator', operator, 'not-one-of', { allowed: operators.join(', ') })]),
    ...(batteryHours >= 0 && batteryHours <= mostBatteryHours
      ? []
      : [problem('battery hours', String(batteryHours), 'out-of-range', { min: 0, max: mostBatteryHours })]),
    ...backhaul.flatMap(({ siteId, parentId }) => [
      ...(sites.has(siteId) ? [] : [problem('backhaul', siteId, 'unknown-reference', { expected })]),
      ...(sites.has(parentId) || nodes.has(parentId)
        ? []
        : [problem('backhaul', parentId, 'unknown-reference', { expected: `${expected}, fibre nodes` })]),
    ]),
  ];
};

/**
 * What a resilience run needs of a pack: the hamlets asked about, and every site.
 *
 * @throws InputError where the operator is unknown, hours can't be, a link names what is not there, or nobody lives in the area
 */
export const resilienceSceneOf = (
  pack: Pack,
  settings: ServiceSettings,
  question: ResilienceQuestion,
): ResilienceScene => {
  const problems = problemsOf(pack, question);
  if (problems.length > 0) throw new InputError(problems);
  const { communeCodes } = question;
  const hamlets = pack.hamlets.filter(
    (hamlet) => peopleOf(hamlet) > 0 && (communeCodes === null || communeCodes.includes(hamlet.communeCode)),
  );
  if (hamlets.length === 0) throw new InputError([problem('hamlets', '', 'no-hamlets')]);
  const { points: _, ...network } = sceneOf(pack);
  return {
    ...network,
    hamlets,
    communes: pack.communes.features.map(({ properties: { code, name, districtName } }) => ({
      code,
      name,
      districtName,
    })),
    parameters: pack.facts.parameters,
    settings,
  };
};
