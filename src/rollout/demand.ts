import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import { createServiceEvaluator, type ServiceEvaluator } from '../coverage/service/service.ts';
import type { Demand, RolloutScene } from './rollout-types.ts';

/** Every place of the hamlets that are asked about, hamlet by hamlet: the centre first, then its clusters. */
export const placesOf = ({ hamlets, asked }: Pick<RolloutScene, 'hamlets' | 'asked'>): Demand[] =>
  asked.flatMap((hamlet) => {
    const { centre, clusters } = hamlets[hamlet];
    return [
      { hamlet, place: 'centre', position: centre, people: 0 },
      ...clusters.map(({ position, people }, place): Demand => ({ hamlet, place, position, people })),
    ];
  });

/** Tells of the places [from, to) which have no service, over the plain path, as indices into the places. */
export const createDemandFinder = (scene: RolloutScene, operator: string | null) => {
  const places = placesOf(scene);
  const evaluator = createServiceEvaluator(
    { ...scene, points: places.map(({ position }) => position) },
    scene.settings,
  );
  const operators = operatorsAsked(scene, operator);
  const isServed = (place: number): boolean =>
    operators.some((o) => evaluator.serving(place, o, 1, new Set()).length > 0);
  return {
    places,
    unserved: (from: number, to: number): number[] => {
      const found: number[] = [];
      for (let place = from; place < to; place++) if (!isServed(place)) found.push(place);
      return found;
    },
  };
};

/** Indices of the operators that are asked. */
const operatorsAsked = ({ operators }: Pick<RolloutScene, 'operators'>, operator: string | null): number[] =>
  operators.flatMap((id, o) => (operator === null || operator === id ? [o] : []));

/** An evaluator over all places of all hamlets: for what a change of a site does to anybody. */
export const evaluatorOfAll = (
  scene: RolloutScene,
  technology = scene.settings.technology,
): { evaluator: ServiceEvaluator; positions: ServiceEvaluator['points'] } => {
  const { positions } = hamletPoints(scene.hamlets);
  return {
    evaluator: createServiceEvaluator({ ...scene, points: positions }, { ...scene.settings, technology }),
    positions,
  };
};
