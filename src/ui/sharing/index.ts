import { later } from '../kit/later.tsx';

export { followPlanCoverage, planLevelAt, planOverlay } from './coverage/plan-coverage.ts';
export { planLevelText } from './coverage/plan-heard.ts';
export { PlanLegend } from './coverage/plan-legend.tsx';

export const Sharing = later(async () => (await import('./sharing.tsx')).Sharing);
