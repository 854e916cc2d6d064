import type { ImportContext } from '../../src/files/import/context.ts';
import type { Pack } from '../../src/model/pack.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { assessProposals } from '../../src/proposal/assess.ts';
import type { Assessment } from '../../src/proposal/assessment.ts';
import type { AssessmentDocumentInput } from '../../src/proposal/document.ts';
import { type Proposal, readProposal } from '../../src/proposal/read-proposal.ts';
import { writeAssessmentDocx } from '../../src/proposal/write-docx.ts';
import type { Findings } from '../../src/report/findings.ts';

/** A carrier's file as the user gave it. */
export interface ProposalFile {
  name: string;
  bytes: Uint8Array;
}

export interface ProposalInput {
  pack: Pack;
  findings: Findings;
  files: readonly ProposalFile[];
}

export interface AssessedProposals {
  assessment: Assessment;
  /** The proposals as read, in the order of the files. */
  proposals: readonly Proposal[];
}

/** An error's problems don't survive the way out of a worker; as plain data they do. */
export type ProposalAnswer = ({ ok: true } & AssessedProposals) | { ok: false; problems: readonly Problem[] };

export const proposalApi = {
  /** Reads every file and assesses all of them together; one that can't be read refuses them all. */
  assess: async (
    { pack, findings, files }: ProposalInput,
    onProgress: (done: number, total: number) => void,
  ): Promise<ProposalAnswer> => {
    const context: ImportContext = { communes: pack.communes, facts: pack.facts, box: pack.manifest.boundingBox };
    try {
      const proposals: Proposal[] = [];
      for (const { name, bytes } of files) proposals.push(await readProposal(bytes, name, context, pack.sites));
      return { ok: true, proposals, assessment: assessProposals({ pack, findings, proposals, onProgress }) };
    } catch (error) {
      if (error instanceof InputError) return { ok: false, problems: error.problems };
      throw error;
    }
  },
  document: (input: AssessmentDocumentInput): Promise<Uint8Array> => writeAssessmentDocx(input),
};
