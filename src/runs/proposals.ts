import {
  type AssessedProposals,
  assessmentDocxInWorker,
  openProposals,
  type ProposalFile,
  type ProposalSession,
} from '../../workers/proposal/client.ts';
import type { OpenedPack } from '../study/study.ts';
import type { StudyRun } from './study-run.ts';

export type { AssessedProposals, ProposalFile };

interface AssessOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Assesses files over one run after another. Over the same run a file is read, and each of its sites assessed, once. */
export interface ProposalRunner {
  /** @throws InputError where one of the files can't be read */
  assess: (
    opened: OpenedPack,
    run: StudyRun,
    files: readonly ProposalFile[],
    options?: AssessOptions,
  ) => Promise<AssessedProposals>;
}

export const createProposalRunner = (): ProposalRunner => {
  let open: { run: StudyRun; session: ProposalSession } | null = null;
  return {
    assess: ({ pack, checksum }, run, files, options) => {
      if (open?.run !== run) {
        open?.session.close();
        const { service, findings } = run;
        const network = { pack, checksum, service, settings: findings.service, rules: findings.sharing.rules };
        open = { run, session: openProposals(network) };
      }
      return open.session.assess(files, options);
    },
  };
};

/** The assessment as a Word document. */
export const writeAssessment = assessmentDocxInWorker;
