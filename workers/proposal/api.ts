import { otherCodesOf } from '../../data/build/other-codes.ts';
import type { ImportContext } from '../../src/files/import/context.ts';
import type { ImportChoice } from '../../src/files/import/guess/propose.ts';
import { type AssessedNetwork, type Assessor, createAssessor } from '../../src/proposal/assess.ts';
import type { Assessment } from '../../src/proposal/assessment.ts';
import { type Proposal, readProposal } from '../../src/proposal/read-proposal.ts';
import type { AssessmentDocumentInput } from '../../src/report/proposals/assessment-document.ts';
import { writeAssessmentDocx } from '../../src/report/proposals/write-assessment-docx.ts';

/** An operator's file as the user gave it. */
export interface ProposalFile {
  name: string;
  bytes: Uint8Array;
  /** Which column holds what, in which system, where the user has said so. */
  choice?: ImportChoice;
}

/** A file by a number of its own; null where it has been given before. */
export interface NumberedFile {
  id: number;
  file: ProposalFile | null;
}

export interface AssessedProposals {
  assessment: Assessment;
  /** The proposals as read, in the order of the files. */
  proposals: readonly Proposal[];
}

/** Assesses files over one network; each is read, and each of its masts assessed, only once. */
export const createProposalApi = () => {
  let open: { network: AssessedNetwork; assessor: Assessor } | null = null;
  let read = new Map<number, Proposal>();
  return {
    setUp: (network: AssessedNetwork): void => {
      open = { network, assessor: createAssessor(network) };
      read = new Map();
    },
    /** Assesses all the files together; one that can't be read refuses them all. */
    assess: async (
      files: readonly NumberedFile[],
      onProgress: (done: number, total: number) => void,
    ): Promise<AssessedProposals> => {
      if (!open) throw new Error('Proposals were to be assessed before the network was given');
      const { pack } = open.network;
      const context: ImportContext = {
        communes: pack.communes,
        otherCodes: otherCodesOf(pack.communes),
        facts: pack.facts,
        box: pack.manifest.boundingBox,
      };
      const next = new Map<number, Proposal>();
      for (const { id, file } of files) {
        const known = read.get(id);
        if (known) next.set(id, known);
        else if (file) next.set(id, await readProposal(file.bytes, file.name, context, pack.sites, file.choice));
        else throw new Error(`File ${id} was to be assessed before it was given`);
      }
      read = next;
      const proposals = [...read.values()];
      return { proposals, assessment: open.assessor.assess(proposals, onProgress) };
    },
    document: (input: AssessmentDocumentInput): Promise<Uint8Array> => writeAssessmentDocx(input),
  };
};
export type ProposalApi = ReturnType<typeof createProposalApi>;
