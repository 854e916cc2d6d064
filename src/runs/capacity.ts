import { findCapacityInWorkers } from '../../workers/capacity/client.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { capacitySceneOf } from '../capacity/capacity-scene.ts';
import { type CapacityFinding, type CapacityQuestion, defaultCapacityQuestion } from '../capacity/capacity-types.ts';
import { capacityParameters } from '../capacity/parameters.ts';
import { defaultServiceSettings, type ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';

export interface CapacityRunOptions extends TaskOptions {
  settings?: ServiceSettings;
  question?: Partial<CapacityQuestion>;
}

/**
 * What people get where they live, in Mbit/s, and how full the cells are. Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `capacitySceneOf` does, and where a parameter is missing
 */
export const runCapacity = async (
  pack: Pack,
  { settings = defaultServiceSettings, question, signal, onProgress }: CapacityRunOptions = {},
): Promise<CapacityFinding> => {
  const whole: CapacityQuestion = { ...defaultCapacityQuestion, ...question };
  // before the terrain is walked for minutes
  capacityParameters(pack.facts.parameters);
  return findCapacityInWorkers(capacitySceneOf(pack, settings, whole), whole, { signal, onProgress });
};
