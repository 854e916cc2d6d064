import * as Comlink from 'comlink';
import { version } from '../../package.json';
import type { AssessedNetwork } from '../../src/proposal/assess.ts';
import type { AssessmentDocumentInput } from '../../src/report/proposals/assessment-document.ts';
import { openSession } from '../session.ts';
import { runTask } from '../task.ts';
import type { AssessedProposals, ProposalApi, ProposalFile } from './api.ts';

export type { AssessedProposals, ProposalFile };
export type ProposalNetwork = Omit<AssessedNetwork, 'appVersion'>;

interface AssessOptions {
  /** Aborting ends the work at once and rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface ProposalSession {
  /**
   * Reads operators' files and assesses them together, off the page's thread. A file that was among those before, the
   * same object, is neither read nor assessed again.
   *
   * @throws InputError where one of them can't be read
   */
  assess: (files: readonly ProposalFile[], options?: AssessOptions) => Promise<AssessedProposals>;
  close: () => void;
}

const inline = async (): Promise<ProposalApi> => (await import('./api.ts')).createProposalApi();
const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Between two files the worker waits; a province's rasters are too much to keep for long. */
const idleTimeoutMs = 60_000;

export const openProposals = (network: ProposalNetwork): ProposalSession => {
  const numbers = new WeakMap<ProposalFile, number>();
  let count = 0;
  const numberOf = (file: ProposalFile): number => {
    const number = numbers.get(file) ?? count++;
    numbers.set(file, number);
    return number;
  };
  /** Files that the worker has. */
  let given = new Set<number>();
  const session = openSession<ProposalApi>({
    name: 'proposal',
    spawn,
    inline,
    setUp: async (api, hand) => {
      given = new Set();
      await api.setUp(hand({ ...network, appVersion: version }));
    },
    idleTimeoutMs,
  });
  return {
    assess: (files, { signal, onProgress } = {}) =>
      session.ask(async (api) => {
        const numbered = files.map((file) => ({ id: numberOf(file), file }));
        const answer = await api.assess(
          numbered.map(({ id, file }) => ({ id, file: given.has(id) ? null : file })),
          Comlink.proxy((done: number, total: number) => onProgress?.(done, total)),
        );
        given = new Set(numbered.map(({ id }) => id));
        return answer as AssessedProposals;
      }, signal),
    close: session.close,
  };
};

/** One assessment by itself. */
export const assessInWorker = async (
  network: ProposalNetwork,
  files: readonly ProposalFile[],
  options: AssessOptions = {},
): Promise<AssessedProposals> => {
  const session = openProposals(network);
  try {
    return await session.assess(files, options);
  } finally {
    session.close();
  }
};

/** The assessment as a Word document, made off the page's thread. */
export const assessmentDocxInWorker = (input: AssessmentDocumentInput): Promise<Uint8Array> =>
  runTask<ProposalApi, Uint8Array>({
    name: 'proposal',
    spawn,
    inline,
    run: (api) => api.document(input),
  });
