import type { FibreFinding } from '../fibre/fibre-types.ts';
import type { ResilienceFinding } from '../resilience/resilience-types.ts';
import type { RolloutFinding } from '../rollout/rollout-types.ts';

/** What closes the gaps, as far as it was worked out on the network of the findings. Plain data: it crosses to a worker. */
export interface ClosingPlans {
  /** A plan counts hamlets by their place in this list of ids. */
  rollout: { finding: RolloutFinding; hamletIds: readonly string[] } | null;
  fibre: FibreFinding | null;
  resilience: ResilienceFinding | null;
}
