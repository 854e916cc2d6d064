import { later } from '../kit/later.tsx';

export { followPlanCoverage, planHeardAt, planPicture } from './coverage/plan-coverage.ts';
export { planHeardText } from './coverage/plan-heard.ts';
export { PlanLegend } from './coverage/plan-legend.tsx';

export const Sharing = later(async () => (await import('./sharing.tsx')).Sharing);
