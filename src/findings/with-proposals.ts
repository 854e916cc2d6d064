import type { ProposalFindings } from '../proposal/proposal-findings.ts';
import type { Findings } from './findings.ts';
import { proposalLineage } from './lineage.ts';

/** What was found, and what comes of the carriers' proposals beside it. */
export const withProposals = (findings: Findings, { files, joint, totals }: ProposalFindings): Findings => ({
  ...findings,
  proposals: { files, joint, totals },
  lineage: [...findings.lineage, ...proposalLineage],
});
