import type { Findings } from './findings.ts';
import { proposalLineage } from './lineage.ts';
import type { ProposalFindings } from './proposals.ts';

/** What was found, and what comes of the carriers' proposals beside it. */
export const withProposals = (findings: Findings, { files, joint, totals }: ProposalFindings): Findings => ({
  ...findings,
  proposals: { files, joint, totals },
  lineage: [...findings.lineage, ...proposalLineage],
});
