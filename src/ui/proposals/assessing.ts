import { computed, effect, signal } from '@preact/signals';
import { askedOf } from '../../coverage/service/asked.ts';
import type { ImportChoice } from '../../files/import/guess/propose.ts';
import { InputError } from '../../model/problem.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { type AssessedProposals, createProposalRunner, type ProposalFile } from '../../runs/proposals.ts';
import { asked } from '../app-state/asked.ts';
import { createJob } from '../app-state/job.ts';
import { run } from '../app-state/run.ts';
import { opened } from '../app-state/study.ts';
import { unitsOf } from '../app-state/told-by.ts';
import { openTask } from '../app-state/view.ts';
import { refuse } from '../problems/index.ts';

/** Carriers' files, in the order they came. */
export const proposalFiles = signal<readonly ProposalFile[]>([]);

/** Assesses them all together, on what the last run found. */
export const assessing = createJob<AssessedProposals, 'assessing'>({ key: () => run.shown.value?.key ?? null });

/** Whether there are files that came before there were figures. */
export const isAwaitingRun = signal(false);

/** What the files come to, on the study as it stands or as it was; null while they are being assessed. */
export const assessed = computed(() => {
  const { kind } = assessing.state.value;
  const result = kind === 'done' || kind === 'stale' ? assessing.result.value : null;
  const read = opened.value && unitsOf(opened.value.pack);
  if (!result || !read) return result;
  return { ...result, assessment: read.telling.proposalsByUnits(result.assessment, read.units) };
});

/** What the shown assessment is of: while it is stale, not what the study asks for now. */
export const assessedFor = computed(() => {
  const assessment = assessed.value?.assessment;
  return assessment ? askedOf(assessment.service) : asked.value;
});

/** Whether what is shown was assessed on another state of the study. */
export const proposalsStale = computed(() => assessed.value !== null && assessing.isStale.value);

/** What is known of the files on the study as it stands; null while it is not. */
export const currentAssessment = computed((): Assessment | null =>
  run.settled.value ? (assessing.settled.value?.assessment ?? null) : null,
);

const choiceOf = ({ name, choice }: ProposalFile) => [name, choice];
/** What that is an assessment of, as text; null while there is none. */
export const assessmentKey = computed(
  () =>
    currentAssessment.value &&
    JSON.stringify([currentAssessment.value.files.map(({ checksum }) => checksum), proposalFiles.value.map(choiceOf)]),
);

const runner = createProposalRunner();

/** @param last the files to go back to where one of these can't be read */
const assess = async (files: readonly ProposalFile[], last: readonly ProposalFile[]): Promise<void> => {
  const [pack, found] = [opened.peek(), run.settled.peek()];
  proposalFiles.value = files;
  isAwaitingRun.value = files.length > 0 && !found;
  if (files.length === 0 || !pack || !found) {
    assessing.reset();
    return;
  }
  await assessing.ask({
    stage: 'assessing',
    work: ({ signal, tell }) =>
      runner.assess(pack, found, files, { signal, onProgress: (done, total) => tell('assessing', done, total) }),
    onFault: (error) => {
      if (!(error instanceof InputError)) return false;
      proposalFiles.value = last;
      return refuse(error);
    },
  });
};

/** Assesses files together with those that are there; one of the same name takes the other's place. */
const addProposals = (files: readonly ProposalFile[]): Promise<void> => {
  const known = proposalFiles.peek();
  const names = new Set(files.map(({ name }) => name));
  return assess([...known.filter(({ name }) => !names.has(name)), ...files], known);
};

/**
 * Opens the proposals with files of any format among them. A choice of columns and system goes with the file, and is kept
 * for as long as it is there.
 */
export const assessFiles = async (files: readonly File[], choice?: ImportChoice): Promise<void> => {
  try {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        ...(choice && { choice }),
      })),
    );
    openTask('proposals');
    await addProposals(read);
  } catch (error) {
    refuse(error);
  }
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
export const cancelAssessment = (): void => assessing.reset();

/** Assesses files that came before there were figures, once there are; returns what ends it. */
export const followProposals = (): (() => void) =>
  effect(() => {
    if (run.settled.value && isAwaitingRun.peek()) void assessAgain();
  });
