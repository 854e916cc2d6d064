import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import type { TaskOptions } from '../../workers/progress.ts';
import { assessInWorker, type ProposalFile } from '../../workers/proposal/client.ts';
import type { Language } from '../i18n/languages.ts';
import { describeProblem } from '../i18n/problems.ts';
import type { Assessment } from '../proposal/assessment.ts';
import { runStudy, type StudyRun } from '../runs/study-run.ts';
import type { SharingLocks } from '../sharing/plan/plan-types.ts';
import type { settingsOf } from '../study/apply-scenario.ts';
import type { OpenedPack } from '../study/study.ts';
import type { CommandIo } from './command.ts';
import { readPackFolder } from './pack-folder.ts';
import type { Progress } from './progress.ts';

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
export const runOf = async ({ pack, checksum, settings, locks }: Asked, following: TaskOptions): Promise<StudyRun> => {
  installNodeWorkers();
  const asked = settings && { settings: settings.service, rules: settings.sharing, objective: settings.objective };
  return runStudy({ pack, checksum }, { ...asked, ...(locks && { locks }), ...following });
};

/** Carriers' files beside what a run found; rows that can't be read go to stderr. */
export const assessmentOf = async (
  { pack, checksum }: OpenedPack,
  { service, findings }: Pick<StudyRun, 'service' | 'findings'>,
  files: readonly ProposalFile[],
  lang: Language,
  io: CommandIo,
  onProgress: (progress: Progress) => void,
): Promise<Assessment> => {
  const { service: settings, sharing } = findings;
  const { assessment } = await assessInWorker({ pack, checksum, service, settings, rules: sharing.rules }, files, {
    signal: io.signal,
    onProgress: (done, total) => onProgress({ phase: 'assessing', done, total }),
  });
  for (const { problems } of assessment.files)
    for (const problem of problems) io.stderr(`${describeProblem(problem, lang)}\n`);
  return assessment;
};
