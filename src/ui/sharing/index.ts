import { later } from '../kit/later.tsx';

export { followPlanCoverage, planLevelAt, planOverlay } from './coverage/plan-coverage.ts';
export { PlanLegend } from './coverage/plan-legend.tsx';
export { planLevelText } from './coverage/plan-level.ts';

export const Sharing = later(async () => (await import('./sharing.tsx')).Sharing);
