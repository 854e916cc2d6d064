import { computeFindingsInWorker } from '../../workers/findings/client.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { sceneOf } from '../coverage/scene.ts';
import { defaultServiceSettings, type ServiceResult, type ServiceSettings } from '../coverage/service-types.ts';
import type { Pack } from '../model/pack.ts';
import type { Findings } from '../report/findings.ts';
import { defaultSharingRules, type SharingRules } from '../sharing/plan-types.ts';

/** A pack that has passed every check, and the SHA-256 of its manifest. */
export interface OpenedPack {
  pack: Pack;
  checksum: string;
}

interface RunOptions extends TaskOptions {
  settings?: ServiceSettings;
  rules?: SharingRules;
}

/**
 * The main job on an open pack: service at every hamlet, then what follows from it.
 * Rejects with an AbortError when cancelled; the pack is never changed.
 */
export const runStudy = async (
  { pack, checksum }: OpenedPack,
  { signal, onProgress, settings = defaultServiceSettings, rules = defaultSharingRules }: RunOptions = {},
): Promise<{ service: ServiceResult; findings: Findings }> => {
  const service = await computeServiceInWorkers(sceneOf(pack), settings, { signal, onProgress });
  const findings = await computeFindingsInWorker({ pack, checksum, service, settings, rules }, { signal, onProgress });
  return { service, findings };
};
