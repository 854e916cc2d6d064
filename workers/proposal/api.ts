import type { ImportContext } from '../../src/files/import/context.ts';
import type { Findings } from '../../src/findings/findings.ts';
import type { Pack } from '../../src/model/pack.ts';
import { assessProposals } from '../../src/proposal/assess.ts';
import type { Assessment } from '../../src/proposal/assessment.ts';
import { type Proposal, readProposal } from '../../src/proposal/read-proposal.ts';
import type { AssessmentDocumentInput } from '../../src/report/proposals/assessment-document.ts';
import { writeAssessmentDocx } from '../../src/report/proposals/write-assessment-docx.ts';

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

export const proposalApi = {
  /** Reads every file and assesses all of them together; one that can't be read refuses them all. */
  assess: async (
    { pack, findings, files }: ProposalInput,
    onProgress: (done: number, total: number) => void,
  ): Promise<AssessedProposals> => {
    const context: ImportContext = { communes: pack.communes, facts: pack.facts, box: pack.manifest.boundingBox };
    const proposals: Proposal[] = [];
    for (const { name, bytes } of files) proposals.push(await readProposal(bytes, name, context, pack.sites));
    return { proposals, assessment: assessProposals({ pack, findings, proposals, onProgress }) };
  },
  document: (input: AssessmentDocumentInput): Promise<Uint8Array> => writeAssessmentDocx(input),
};
