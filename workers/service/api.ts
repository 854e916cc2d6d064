import {
  computeService,
  createServiceEvaluator,
  type ServiceEvaluator,
  type ServiceScene,
} from '../../src/coverage/service/service.ts';
import type { ServiceResult, ServiceSettings } from '../../src/coverage/service/service-types.ts';

export const createServiceApi = () => {
  let evaluator: ServiceEvaluator | null = null;
  return {
    setUp: (scene: ServiceScene, settings: ServiceSettings): void => {
      evaluator = createServiceEvaluator(scene, settings);
    },
    /** Service at the points [from, to). */
    run: (from: number, to: number): ServiceResult => {
      if (!evaluator) throw new Error('Service was asked for before the scene was given');
      return computeService(evaluator, from, to);
    },
  };
};
export type ServiceApi = ReturnType<typeof createServiceApi>;
