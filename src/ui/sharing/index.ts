export { followPlanCoverage, planHeardAt, planPicture } from './coverage/plan-coverage.ts';
export { planHeardText } from './coverage/plan-heard.ts';
export { PlanLegend } from './coverage/plan-legend.tsx';
export { Sharing } from './sharing.tsx';
