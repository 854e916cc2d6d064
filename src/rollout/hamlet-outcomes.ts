import type { Range } from '../model/facts.ts';
import { scaled, total } from '../money/range.ts';
import type { LeftOut, PlannedOption, RolloutFinding } from './rollout-types.ts';

/** What a plan does to one hamlet that lacks service somewhere. */
export interface HamletOutcome {
  /** Index into the scene's hamlets. */
  hamlet: number;
  isCentreUnserved: boolean;
  peopleUnserved: number;
  /** Of these, whom the plan serves. */
  peopleServed: number;
  isCentreServed: boolean;
  /** What serves them, the one that serves most of it first. */
  options: readonly PlannedOption[];
  /** Its part of their cost: each option's is shared among its hamlets by people, a centre counting as one. */
  costVnd: Range | null;
  /** Of its places that stay without, the one with most people. */
  leftOut: LeftOut | null;
}

/** The plan hamlet by hamlet, in the order of the hamlets. */
export const hamletOutcomes = ({ demands, plan, served, leftOut }: RolloutFinding): HamletOutcome[] => {
  const isServed = new Set(served);
  const leftAt = new Map(leftOut.map((left) => [left.demand, left]));
  const weightOf = (of: readonly number[]): number => of.reduce((sum, d) => sum + Math.max(1, demands[d].people), 0);
  const byHamlet = new Map<number, number[]>();
  demands.forEach(({ hamlet }, d) => {
    const there = byHamlet.get(hamlet);
    if (there) there.push(d);
    else byHamlet.set(hamlet, [d]);
  });
  const peopleIn = (of: readonly number[]): number => of.reduce((sum, d) => sum + demands[d].people, 0);

  return [...byHamlet]
    .sort(([a], [b]) => a - b)
    .map(([hamlet, own]): HamletOutcome => {
      const ownSet = new Set(own);
      const serving = plan
        .map((option) => ({ option, weight: weightOf(option.serves.filter((d) => ownSet.has(d))) }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || a.option.order - b.option.order);
      const shares = serving.map(({ option, weight }) => scaled(option.costVnd, weight / weightOf(option.serves)));
      const left = own
        .flatMap((d) => leftAt.get(d) ?? [])
        .sort((a, b) => demands[b.demand].people - demands[a.demand].people);
      const centre = own.find((d) => demands[d].place === 'centre');
      return {
        hamlet,
        isCentreUnserved: centre !== undefined,
        peopleUnserved: peopleIn(own),
        peopleServed: peopleIn(own.filter((d) => isServed.has(d))),
        isCentreServed: centre !== undefined && isServed.has(centre),
        options: serving.map(({ option }) => option),
        costVnd: serving.length > 0 ? total(shares) : null,
        leftOut: left[0] ?? null,
      };
    });
};
