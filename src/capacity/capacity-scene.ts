import { sceneOf } from '../coverage/service/scene.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import { peopleOf } from '../model/hamlet.ts';
import type { Pack } from '../model/pack.ts';
import { InputError, type Problem } from '../model/problem.ts';
import type { CapacityQuestion, CapacityScene } from './capacity-types.ts';

export const mostLayers = 4;

const problem = (
  place: string,
  value: string,
  rule: Problem['rule'],
  ruleValues: Problem['ruleValues'] = {},
): Problem => ({ file: 'capacity', place, value, rule, ruleValues, severity: 'error' });

const problemsOf = (pack: Pack, { technology }: ServiceSettings, question: CapacityQuestion): Problem[] => {
  const { operator, load, layers, indoorPercent } = question;
  const operators = pack.facts.operators.map(({ id }) => id);
  const found: Problem[] = [];
  if (operator !== null && !operators.includes(operator))
    found.push(problem('operator', operator, 'not-one-of', { allowed: operators.join(', ') }));
  // a rate is that of resource blocks, which 2G and 3G have none of
  if (technology !== '4G' && technology !== '5G')
    found.push(problem('technology', technology, 'not-one-of', { allowed: '4G, 5G' }));
  if (load !== null && !(load >= 0 && load <= 1))
    found.push(problem('load', String(load), 'out-of-range', { min: 0, max: 1 }));
  if (!(Number.isInteger(layers) && layers >= 1 && layers <= mostLayers))
    found.push(problem('layers', String(layers), 'out-of-range', { min: 1, max: mostLayers }));
  if (!(indoorPercent > 0 && indoorPercent < 100))
    found.push(problem('indoor percent', String(indoorPercent), 'out-of-range', { min: 0, max: 100 }));
  return found;
};

/**
 * What a capacity run needs of a pack: the hamlets asked about, and every site.
 *
 * @throws InputError where the operator is unknown, the technology has no resource blocks, a load or another figure can't be,
 * or nobody lives in the area
 */
export const capacitySceneOf = (pack: Pack, settings: ServiceSettings, question: CapacityQuestion): CapacityScene => {
  const problems = problemsOf(pack, settings, question);
  if (problems.length > 0) throw new InputError(problems);
  const { communeCodes } = question;
  const hamlets = pack.hamlets.filter(
    (hamlet) => peopleOf(hamlet) > 0 && (communeCodes === null || communeCodes.includes(hamlet.communeCode)),
  );
  if (hamlets.length === 0) throw new InputError([problem('hamlets', '', 'no-hamlets')]);
  const { points: _, ...network } = sceneOf(pack);
  return { ...network, hamlets, parameters: pack.facts.parameters, settings };
};
