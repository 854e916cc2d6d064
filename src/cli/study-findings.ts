import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { computeFindingsInWorker } from '../../workers/findings/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { sceneOf } from '../coverage/scene.ts';
import { defaultServiceSettings } from '../coverage/service-types.ts';
import type { Pack } from '../model/pack.ts';
import type { Findings } from '../report/findings.ts';
import { defaultSharingRules } from '../sharing/plan-types.ts';
import type { CommandIo } from './command.ts';
import { readPackFolder } from './pack-folder.ts';

export const defaultPack = 'public/packs/thai-nguyen-2020';

/** The pack of a folder; the built-in one is made where it is asked for and not there yet. */
export const openPackFolder = async (folder: string, io: CommandIo): Promise<{ pack: Pack; checksum: string }> => {
  if (folder === defaultPack && !existsSync(join(folder, 'pack.json'))) {
    io.stderr(`There is no built-in pack in ${folder} yet: making it first.\n`);
    const { packCommand } = await import('./pack.ts');
    await packCommand.run(['--quiet'], io);
  }
  return readPackFolder(folder, io);
};

/** The main job on a pack as it stands: service at every hamlet, then everything found. */
export const findingsOf = async (
  { pack, checksum }: { pack: Pack; checksum: string },
  options: TaskOptions,
): Promise<Findings> => {
  installNodeWorkers();
  const settings = defaultServiceSettings;
  const service = await computeServiceInWorkers(sceneOf(pack), settings, options);
  return computeFindingsInWorker({ pack, checksum, service, settings, rules: defaultSharingRules }, options);
};
