import { batch, computed, effect, signal } from '@preact/signals';
import {
  type AssessedProposals,
  openProposals,
  type ProposalFile,
  type ProposalSession,
} from '../../../workers/proposal/client.ts';
import type { Findings } from '../../findings/findings.ts';
import { InputError } from '../../model/problem.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { StudyRun } from '../../runs/study-run.ts';
import type { OpenedPack } from '../../study/study.ts';
import { currentFindings, currentRun, findings, opened, refusal } from '../app-state/study.ts';

export type ProposalState =
  | { kind: 'none' }
  /** Until the present state has been computed. */
  | { kind: 'waiting' }
  | { kind: 'working'; done: number; total: number }
  | { kind: 'done'; of: Findings; result: AssessedProposals }
  | { kind: 'failed'; message: string };

/** Carriers' files, in the order they came. */
export const proposalFiles = signal<readonly ProposalFile[]>([]);
export const proposalState = signal<ProposalState>({ kind: 'none' });

/** Whether what is shown was assessed on another state of the study. */
export const proposalsStale = computed(() => {
  const state = proposalState.value;
  return state.kind === 'done' && state.of !== findings.value;
});

/** What is known of the files on the study as it stands; null while it is not. */
export const currentAssessment = computed((): Assessment | null => {
  const state = proposalState.value;
  return state.kind === 'done' && state.of === currentFindings.value ? state.result.assessment : null;
});

let abort: AbortController | null = null;

/** Files are read and assessed once over the same run. */
let open: { of: StudyRun; session: ProposalSession } | null = null;
const sessionOn = ({ pack, checksum }: OpenedPack, of: StudyRun): ProposalSession => {
  if (open?.of === of) return open.session;
  open?.session.close();
  const { service, findings } = of;
  const network = { pack, checksum, service, settings: findings.service, rules: findings.sharing.rules };
  open = { of, session: openProposals(network) };
  return open.session;
};

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const assess = async (files: readonly ProposalFile[], last: readonly ProposalFile[]): Promise<void> => {
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { signal: stop } = controller;
  const before = proposalState.peek();
  const [base, found] = [opened.peek(), currentRun.peek()];
  proposalFiles.value = files;
  if (files.length === 0) {
    proposalState.value = { kind: 'none' };
    return;
  }
  if (!base || !found) {
    proposalState.value = { kind: 'waiting' };
    return;
  }
  proposalState.value = { kind: 'working', done: 0, total: 0 };
  try {
    const result = await sessionOn(base, found).assess(files, {
      signal: stop,
      onProgress: (done, total) => {
        if (!stop.aborted) proposalState.value = { kind: 'working', done, total };
      },
    });
    if (!stop.aborted) proposalState.value = { kind: 'done', of: found.findings, result };
  } catch (error) {
    if (stop.aborted || isAbort(error)) return;
    batch(() => {
      if (error instanceof InputError) {
        // the files before the one that can't be read stay as they were
        refusal.value = { problems: error.problems, message: null };
        proposalFiles.value = last;
        proposalState.value = before.kind === 'done' ? before : { kind: 'none' };
      } else proposalState.value = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
  }
};

/** Assesses files together with those that are there; one of the same name takes the other's place. */
export const addProposals = (files: readonly ProposalFile[]): Promise<void> => {
  const known = proposalFiles.peek();
  const names = new Set(files.map(({ name }) => name));
  return assess([...known.filter(({ name }) => !names.has(name)), ...files], known);
};

export const removeProposal = (name: string): Promise<void> => {
  const known = proposalFiles.peek();
  return assess(
    known.filter((file) => file.name !== name),
    known,
  );
};

export const assessAgain = (): Promise<void> => assess(proposalFiles.peek(), proposalFiles.peek());

/** Ends the assessment; what was assessed before is gone with it, the files stay. */
export const cancelAssessment = (): void => {
  abort?.abort();
  proposalState.value = { kind: 'none' };
};

/** Assesses files that came before there were figures, once there are; returns what ends it. */
export const followProposals = (): (() => void) =>
  effect(() => {
    if (currentFindings.value && proposalState.peek().kind === 'waiting') void assessAgain();
  });
