import { later } from '../kit/later.tsx';

export {
  assessAgain,
  assessed,
  assessFiles,
  assessing,
  assessmentKey,
  currentAssessment,
  followProposals,
  isAwaitingRun,
  proposalFiles,
} from './assessing.ts';
export { StaleNotice } from './stale-notice.tsx';
export { TemplateLinks } from './template-links.tsx';

export const Proposals = later(async () => (await import('./proposals.tsx')).Proposals);
