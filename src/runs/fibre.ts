import { planFibreInWorker } from '../../workers/fibre/client.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { fibreSceneOf } from '../fibre/fibre-scene.ts';
import { defaultFibreQuestion, type FibreFinding, type FibreQuestion, type LitPlace } from '../fibre/fibre-types.ts';
import type { Pack } from '../model/pack.ts';

export interface FibreRunOptions extends TaskOptions {
  question?: Partial<FibreQuestion>;
  /** Sites that are said to have fibre. */
  alsoLit?: readonly LitPlace[];
}

/**
 * Fibre to the hamlets of a pack that lack it. Rejects with an AbortError when cancelled.
 *
 * @throws InputError as `planFibre` does
 */
export const runFibre = (
  pack: Pack,
  { question, alsoLit = [], signal, onProgress }: FibreRunOptions = {},
): Promise<FibreFinding> =>
  planFibreInWorker(fibreSceneOf(pack, alsoLit), { ...defaultFibreQuestion, ...question }, { signal, onProgress });
