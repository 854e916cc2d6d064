import type { Hamlet } from '../../model/hamlet.ts';
import type { Demand, RolloutGoal, RolloutLocks, RolloutOption } from '../rollout-types.ts';
import type { CoverGoal, CoverProblem } from './cover-problem.ts';

/** Options as a cover of the demands. At one site one thing is built. */
export const coverProblemOf = (
  options: readonly RolloutOption[],
  demands: readonly Demand[],
  { forced, forbidden }: RolloutLocks,
  conflicts: CoverProblem['conflicts'],
): CoverProblem => {
  const groups = new Map<string, number>();
  const groupOf = (siteId: string): number => {
    const known = groups.get(siteId) ?? groups.size;
    groups.set(siteId, known);
    return known;
  };
  const indexOf = new Map(options.map(({ id }, i) => [id, i]));
  const indices = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => {
      const i = indexOf.get(id);
      return i === undefined ? [] : [i];
    });
  return {
    weights: demands.map(({ people }) => people),
    options: options.map(({ costVnd, serves, site }) => ({
      cost: Math.round(costVnd.central),
      covers: serves,
      group: groupOf(site.id),
    })),
    forced: indices(forced),
    forbidden: indices(forbidden),
    conflicts,
  };
};

/**
 * The goal of a rollout as that of a cover. A share of every commune's people counts those who are served today; where options
 * reach fewer, it asks for those.
 */
export const coverGoalOf = (
  goal: RolloutGoal,
  hamlets: readonly Hamlet[],
  asked: readonly number[],
  demands: readonly Demand[],
  reachable: ReadonlySet<number>,
): CoverGoal => {
  if (goal.kind === 'all') return { kind: 'all' };
  if (goal.kind === 'budget') return { kind: 'budget', cost: goal.vnd };
  const parts = new Map<string, number>();
  const partOfHamlet = (h: number): number => {
    const { communeCode } = hamlets[h];
    const known = parts.get(communeCode) ?? parts.size;
    parts.set(communeCode, known);
    return known;
  };
  const people: number[] = [];
  for (const h of asked) {
    const part = partOfHamlet(h);
    const sum = hamlets[h].clusters.reduce((all, cluster) => all + cluster.people, 0);
    people[part] = (people[part] ?? 0) + sum;
  }
  const unserved = people.map(() => 0);
  const within = people.map(() => 0);
  const partOf = demands.map(({ hamlet }) => partOfHamlet(hamlet));
  demands.forEach((demand, d) => {
    unserved[partOf[d]] += demand.people;
    if (reachable.has(d)) within[partOf[d]] += demand.people;
  });
  const needs = people.map((all, part) =>
    Math.max(0, Math.min(within[part], goal.share * all - (all - unserved[part]))),
  );
  return { kind: 'share', partOf, needs };
};
