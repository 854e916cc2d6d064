import type { ChosenMerges } from '../solver/choose.ts';
import { reaches, selectionOf } from '../solver/merge-problem.ts';
import type { RejectedPair, RejectReason, SharingObjective } from './plan-types.ts';
import { hamletOfPoint, type PreparedSharing } from './prepare.ts';

/** Why each allowed merge is not in the plan. */
export const rejectUnchosen = (
  { pack, allowed, rules }: PreparedSharing,
  { problem, chosen, conflictPoints }: Pick<ChosenMerges, 'problem' | 'chosen' | 'conflictPoints'>,
  objective: SharingObjective,
): RejectedPair[] => {
  const selection = selectionOf(problem, chosen);
  const taken = new Set(chosen.flatMap((option) => [problem.options[option].donor, problem.options[option].host]));
  const movedAway = new Set(chosen.map((option) => problem.options[option].donor));
  const isReached = reaches(selection.tally(), rules.targetRate);
  const reasonFor = (option: number): RejectReason => {
    const { host, donor, valueVnd } = problem.options[option];
    if (objective === 'all-that-pay' && valueVnd <= 0) return 'does-not-pay';
    if (selection.fits(option) || (isReached && !taken.has(host) && !taken.has(donor))) return 'not-needed';
    if (movedAway.has(host) || taken.has(donor)) return 'site-already-used';
    const coLocated = chosen.filter((other) => problem.options[other].host === host);
    const operators = coLocated.reduce((mask, g) => mask | problem.operators[problem.options[g].donor], 0);
    if ((operators & problem.operators[donor]) !== 0) return 'same-operator';
    const load = coLocated.reduce((sum, g) => sum + problem.tenants[problem.options[g].donor], problem.tenants[host]);
    return load + problem.tenants[donor] > problem.maxTenants ? 'too-many-tenants' : 'loses-service';
  };
  const hamletOf = hamletOfPoint(pack);
  /** The hamlet that would lose service beside what is chosen. */
  const loserBy = (option: number): string | undefined => {
    const conflict = problem.conflicts.findIndex(
      (together) =>
        together.includes(option) && together.every((other) => other === option || selection.chosen.has(other)),
    );
    const point = conflictPoints[conflict] ?? -1;
    return point >= 0 ? hamletOf(point) : undefined;
  };
  return allowed.flatMap(({ host, donor, distanceM }, option): RejectedPair[] => {
    if (selection.chosen.has(option)) return [];
    const reason = reasonFor(option);
    const hamletId = reason === 'loses-service' ? loserBy(option) : undefined;
    const pair = { hostId: pack.sites[host].id, donorId: pack.sites[donor].id, distanceM, reason };
    return [hamletId === undefined ? pair : { ...pair, hamletId }];
  });
};
