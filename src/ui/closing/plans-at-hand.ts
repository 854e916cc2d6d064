import type { ClosingPlans } from '../../report/closing-plans.ts';
import { fibreJob } from './fibre/fibre-job.ts';
import { resilienceJob } from './resilience/resilience-job.ts';
import { planJob } from './rollout/rollout-jobs.ts';

/** What was worked out of the network as it stands, for the report; the options that a plan was chosen from stay behind. */
export const plansAtHand = (): ClosingPlans => {
  const planned = planJob.settled.peek();
  return {
    rollout: planned && {
      finding: { ...planned.finding, options: [], parameters: [] },
      hamletIds: planned.network.hamlets.map(({ id }) => id),
    },
    fibre: fibreJob.settled.peek()?.finding ?? null,
    resilience: resilienceJob.settled.peek()?.finding ?? null,
  };
};
