import type { Range } from '../../../model/facts.ts';
import type { RolloutFinding } from '../../../rollout/rollout-types.ts';
import type { Phase } from '../../../runs/progress.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { createJob } from '../../app-state/job.ts';
import { prospectsJob, rolloutRuns } from './rollout-jobs.ts';
import { locks } from './rollout-question.ts';

export interface CurvePoint {
  costVnd: Range;
  people: number;
}

/** Most people for a row of budgets, by plans made at once: nothing of them is proven. */
export interface MoneyCurve {
  unserved: number;
  points: readonly CurvePoint[];
}

/** Budgets as shares of what everybody costs: closer where the first money serves most. */
const budgetShares = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85];

export const curveJob = createJob<MoneyCurve, Phase>({
  key: () => prospectsJob.key.value && `${prospectsJob.key.value} ${canonicalJson(locks.value)}`,
  keeps: { most: 3 },
});

const pointOf = ({ costVnd, people: { served } }: RolloutFinding): CurvePoint => ({ costVnd, people: served });

/** A larger budget can do what a smaller one does: points that cost more for fewer people are left out. */
const frontierOf = (points: readonly CurvePoint[]): CurvePoint[] => {
  const sorted = [...points].sort((a, b) => a.costVnd.central - b.costVnd.central || b.people - a.people);
  const kept: CurvePoint[] = [];
  for (const point of sorted) {
    if (kept.length === 0 || point.people > kept[kept.length - 1].people) kept.push(point);
  }
  return kept;
};

export const drawCurve = (): void => {
  const found = prospectsJob.settled.peek();
  if (!found) return;
  const asked = locks.peek();
  void curveJob.ask({
    stage: 'rollout',
    work: async ({ signal, tell, draft }) => {
      const { runRolloutPlan } = await rolloutRuns();
      const at = (goal: RolloutFinding['question']['goal']): Promise<RolloutFinding> =>
        runRolloutPlan(found.run, { goal, locks: asked, phases: null }, { exact: false, signal });
      const total = budgetShares.length + 1;
      tell('rollout', 0, total);
      const everybody = await at({ kind: 'all' });
      const { unserved } = everybody.people;
      const points: CurvePoint[] = [{ costVnd: { low: 0, central: 0, high: 0 }, people: 0 }, pointOf(everybody)];
      for (const [done, share] of budgetShares.entries()) {
        tell('rollout', done + 1, total);
        const vnd = everybody.costVnd.central * share;
        if (vnd >= 1) points.push(pointOf(await at({ kind: 'budget', vnd })));
        draft({ unserved, points: frontierOf(points) });
      }
      return { unserved, points: frontierOf(points) };
    },
  });
};
