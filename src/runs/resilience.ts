import type { TaskOptions } from '../../workers/progress.ts';
import { findResilienceInWorkers } from '../../workers/resilience/client.ts';
import { defaultServiceSettings, type ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';
import { resilienceParameters } from '../resilience/parameters.ts';
import { resilienceSceneOf } from '../resilience/resilience-scene.ts';
import type { ResilienceFinding, ResilienceQuestion } from '../resilience/resilience-types.ts';

export interface ResilienceRunOptions extends TaskOptions {
  settings?: ServiceSettings;
  question?: Partial<ResilienceQuestion>;
}

/**
 * What one failure takes from the hamlets of a pack, and how those that hang by one site would get a second.
 * Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `resilienceSceneOf` does, and where a parameter is missing
 */
export const runResilience = async (
  pack: Pack,
  { settings = defaultServiceSettings, question, signal, onProgress }: ResilienceRunOptions = {},
): Promise<ResilienceFinding> => {
  const { batteryHours } = resilienceParameters(pack.facts.parameters);
  const whole: ResilienceQuestion = {
    operator: null,
    communeCodes: null,
    batteryHours: batteryHours.central,
    backhaul: [],
    ...question,
  };
  return findResilienceInWorkers(resilienceSceneOf(pack, settings, whole), whole, { signal, onProgress });
};
