import type { AssessmentDocumentInput } from '../../src/report/proposals/assessment-document.ts';
import { runTask } from '../task.ts';
import { type AssessedProposals, type ProposalFile, type ProposalInput, proposalApi } from './api.ts';

export type { AssessedProposals, ProposalFile };

interface AssessOptions {
  /** Aborting ends the work at once and rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * Reads carriers' files and assesses them off the page's thread.
 * @throws InputError where one of them can't be read
 */
export const assessInWorker = (
  input: ProposalInput,
  { signal, onProgress }: AssessOptions = {},
): Promise<AssessedProposals> =>
  runTask<typeof proposalApi, AssessedProposals>({
    name: 'proposal',
    spawn,
    inline: proposalApi,
    run: (api, report) => api.assess(input, report),
    onProgress: (done, total) => onProgress?.(done, total),
    signal,
  });

/** The assessment as a Word document, made off the page's thread. */
export const assessmentDocxInWorker = (input: AssessmentDocumentInput): Promise<Uint8Array> =>
  runTask<typeof proposalApi, Uint8Array>({
    name: 'proposal',
    spawn,
    inline: proposalApi,
    run: (api) => api.document(input),
    onProgress: () => {},
  });
