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
export { Proposals } from './proposals.tsx';
export { StaleNotice } from './stale-notice.tsx';
export { TemplateLinks } from './template-links.tsx';
