import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import type { Findings } from '../findings/findings.ts';
import { type OpenedPack, runStudy } from '../runs/study-run.ts';
import type { SharingLocks } from '../sharing/plan/plan-types.ts';
import type { settingsOf } from '../study/apply-scenario.ts';
import type { CommandIo } from './command.ts';
import { readPackFolder } from './pack-folder.ts';

export const defaultPack = 'public/packs/thai-nguyen-2020';

/** The pack of a folder; the built-in one is made where it is asked for and not there yet. */
export const openPackFolder = async (folder: string, io: CommandIo): ReturnType<typeof readPackFolder> => {
  if (folder === defaultPack && !existsSync(join(folder, 'pack.json'))) {
    io.stderr(`There is no built-in pack in ${folder} yet: making it first.\n`);
    const { packCommand } = await import('./pack/pack.ts');
    await packCommand.run(['--quiet'], io);
  }
  return readPackFolder(folder, io);
};

/** What a run is made of: a pack, and what a study asks of it; the defaults where it asks nothing. */
interface Asked extends OpenedPack {
  settings?: ReturnType<typeof settingsOf>;
  locks?: SharingLocks;
}

/** The main job: service at every hamlet, the sharing plan, everything found. */
export const findingsOf = async (
  { pack, checksum, settings, locks }: Asked,
  following: TaskOptions,
): Promise<Findings> => {
  installNodeWorkers();
  const asked = settings && { settings: settings.service, rules: settings.sharing, objective: settings.objective };
  return (await runStudy({ pack, checksum }, { ...asked, ...(locks && { locks }), ...following })).findings;
};
