import { readPack } from '../../files/pack/pack-read.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import type { LonLat } from '../../model/place.ts';
import type { ReportInput } from '../../report/report-input.ts';
import type { SharingLocks } from '../../sharing/plan/plan-types.ts';
import { applyScenario, changeCount, letterheadOf, locksOf, settingsOf } from '../../study/apply-scenario.ts';
import { takenDownSites } from '../../study/operations/rollout.ts';
import type { OpenedPack } from '../../study/study.ts';
import { currentScenario, openStudy, type Study } from '../../study/study.ts';
import { attachStudy, readStudyFile } from '../../study/study-file.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { readRegularFile } from '../input-file.ts';
import { openPackFolder } from '../study-findings.ts';

/** What a report is made of: a pack as a scenario has it, and what the study says of its run and its issuer. */
export interface ReportStudy extends OpenedPack {
  settings: ReturnType<typeof settingsOf>;
  locks: SharingLocks;
  letterhead: Partial<Letterhead>;
  scenario: ReportInput['scenario'];
  /** Where the scenario has taken sites down. */
  takenDown: readonly LonLat[];
}

const ofStudy = (study: Study, lang: Language): ReportStudy => {
  const at = currentScenario(study);
  const changes = changeCount(study);
  return {
    pack: applyScenario(study.base.pack, at),
    checksum: study.base.checksum,
    settings: settingsOf(study),
    locks: locksOf(study),
    letterhead: letterheadOf(study)[lang] ?? {},
    scenario: at && changes > 0 ? { name: at.name, changes } : null,
    takenDown: takenDownSites(study).map(({ position }) => position),
  };
};

const withScenario = (study: Study, name: string | null): Study => {
  if (name === null) return study;
  const scenario = study.scenarios.find((one) => one.name === name);
  if (scenario) return { ...study, current: scenario.id };
  const names = study.scenarios.map((one) => `'${one.name}'`).join(', ') || 'none';
  throw new UsageError(`--scenario '${name}' is not in the study; it has ${names}.`);
};

/**
 * A pack in a folder as it is, or a saved study's scenario: the one named, else the one that was at work. A study saved
 * without its pack goes onto the pack in the folder.
 */
export const readReportStudy = async (
  { folder, file, scenario, lang }: { folder: string; file: string | null; scenario: string | null; lang: Language },
  io: CommandIo,
): Promise<ReportStudy> => {
  if (file === null) {
    if (scenario !== null) throw new UsageError('--scenario needs --study FILE.phusong, which holds scenarios.');
    return ofStudy(openStudy(await openPackFolder(folder, io)), lang);
  }
  const bytes = await readRegularFile(file);
  if (!bytes) throw new UsageError(`--study ${file}: there is no such file.`);
  const { stored, pack: inside } = readStudyFile(bytes, file);
  const base = inside ? await readPack(inside) : await openPackFolder(folder, io);
  return ofStudy(withScenario(attachStudy(stored, base, file), scenario), lang);
};
