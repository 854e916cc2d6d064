import { type MergeProblem, reaches, selectionOf } from './merge-problem.ts';
import type { RejectedPair, RejectReason, SharingObjective } from './plan-types.ts';
import type { PreparedSharing } from './prepare.ts';

/** Why each allowed merge is not in the plan. */
export const rejectUnchosen = (
  { pack, allowed, rules }: PreparedSharing,
  problem: MergeProblem,
  chosen: readonly number[],
  objective: SharingObjective,
): RejectedPair[] => {
  const selection = selectionOf(problem, chosen);
  const taken = new Set(chosen.flatMap((option) => [problem.options[option].moved, problem.options[option].host]));
  const movedAway = new Set(chosen.map((option) => problem.options[option].moved));
  const isReached = reaches(selection.tally(), rules.targetRate);
  const reasonFor = (option: number): RejectReason => {
    const { host, moved, valueVnd } = problem.options[option];
    if (objective === 'all-that-pay' && valueVnd <= 0) return 'does-not-pay';
    if (selection.fits(option) || (isReached && !taken.has(host) && !taken.has(moved))) return 'not-needed';
    if (movedAway.has(host) || taken.has(moved)) return 'site-already-used';
    const guests = chosen.filter((other) => problem.options[other].host === host);
    const operators = guests.reduce((mask, g) => mask | problem.operators[problem.options[g].moved], 0);
    if ((operators & problem.operators[moved]) !== 0) return 'same-operator';
    const load = guests.reduce((sum, g) => sum + problem.tenants[problem.options[g].moved], problem.tenants[host]);
    return load + problem.tenants[moved] > problem.maxTenants ? 'too-many-tenants' : 'loses-service';
  };
  return allowed.flatMap(({ host, moved, distanceM }, option) =>
    selection.chosen.has(option)
      ? []
      : [{ hostId: pack.sites[host].id, movedId: pack.sites[moved].id, distanceM, reason: reasonFor(option) }],
  );
};
