import { computed } from '@preact/signals';
import type { Findings, HamletFinding } from '../../findings/findings.ts';
import type { Phase, TaskOptions } from '../../runs/progress.ts';
import { createStudyRunner, type RunOptions, runStudy, type StudyRun } from '../../runs/study-run.ts';
import { applyScenario, locksOf, settingsOf } from '../../study/apply-scenario.ts';
import { currentScenario, type Study } from '../../study/study.ts';
import { createJob } from './job.ts';
import { runKeyOf } from './run-keys.ts';
import { solverUrl } from './solver.ts';
import { opened, study } from './study.ts';
import { toldFindings } from './told-by.ts';

/**
 * The main calculation on the open study: service, the sharing plan, findings. While the next one works, what is shown is
 * of the study before its latest change.
 */
export const run = createJob<StudyRun, Phase>({
  key: () => study.value && runKeyOf(study.value),
  keeps: { most: 6 },
  // where the page is drawn in software, drawing progress takes the cores from the work
  tellEveryMs: 500,
  isAnnounced: true,
});

/** What was found, by the units that are asked for. */
export const findings = computed<Findings | null>(() => {
  const [found, pack] = [run.result.value?.findings, opened.value?.pack];
  return found && pack ? toldFindings(found, pack) : null;
});

/** Findings that are of the study as it stands; null while they are not. */
export const currentFindings = computed<Findings | null>(() => (run.settled.value ? findings.value : null));

export const findingOf = computed(
  () => new Map<string, HamletFinding>(findings.value?.hamlets.map((hamlet) => [hamlet.id, hamlet])),
);

/** What a run goes by, as the scenario at work has it. */
export const runSettingsOf = (of: Study): Pick<RunOptions, 'settings' | 'rules' | 'objective' | 'locks'> => {
  const { service: settings, sharing: rules, objective } = settingsOf(of);
  return { settings, rules, objective, locks: locksOf(of) };
};

/** Keeps the service of the last run, and what it knows of merges. */
export const runner = createStudyRunner(solverUrl);

/** Runs a study by itself, beside the one that is open. */
export const runSeparately = (of: Study, options: TaskOptions): Promise<StudyRun> => {
  const { pack, checksum } = of.base;
  const applied = applyScenario(pack, currentScenario(of));
  return runStudy({ pack: applied, checksum }, { ...options, ...runSettingsOf(of), solverUrl });
};
