import { capacityFinding } from '../../src/capacity/capacity-finding.ts';
import type {
  CapacityFinding,
  CapacityPlace,
  CapacityQuestion,
  CapacityScene,
} from '../../src/capacity/capacity-types.ts';
import { createReceiver } from '../../src/capacity/receive.ts';

export const createCapacityApi = () => {
  let given: { scene: CapacityScene; question: CapacityQuestion } | null = null;
  let receiver: ReturnType<typeof createReceiver> | null = null;
  const start = () => {
    if (!given) throw new Error('Capacity was asked for before the scene was given');
    return given;
  };
  return {
    setUp: (scene: CapacityScene, question: CapacityQuestion): void => {
      given = { scene, question };
    },
    /** What arrives at the places of the hamlets [from, to). */
    receive: (from: number, to: number): CapacityPlace[] => {
      const { scene, question } = start();
      receiver ??= createReceiver(scene, question);
      const found: CapacityPlace[] = [];
      for (let hamlet = from; hamlet < to; hamlet++) found.push(...receiver(hamlet));
      return found;
    },
    finding: (places: readonly CapacityPlace[]): CapacityFinding => {
      const { scene, question } = start();
      return capacityFinding(scene, question, places);
    },
  };
};
export type CapacityApi = ReturnType<typeof createCapacityApi>;
