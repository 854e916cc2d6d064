import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Cover, type CoverGoal, type CoverProblem } from '../../src/rollout/plan/cover-problem.ts';
import { coverGreedily } from '../../src/rollout/plan/greedy-cover.ts';
import { type CoverSolver, createCoverSolver } from '../../src/rollout/plan/solve-cover.ts';
import { aLockedCover, aRandomCover, bestOfAll } from './random-cover.ts';

let solve: CoverSolver;
beforeAll(async () => {
  solve = createCoverSolver(await loadHighs());
});

const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);

/** Every other one with options that are forced, forbidden and in conflict. */
const aCover = (seed: number): CoverProblem => (seed % 2 === 0 ? aLockedCover(seed) : aRandomCover(seed));

const isAllowed = (problem: CoverProblem, taken: readonly number[]): boolean => {
  const groups = taken.map((o) => problem.options[o].group);
  return (
    new Set(groups).size === groups.length &&
    taken.every((o) => !problem.forbidden.includes(o)) &&
    problem.forced.every((o) => taken.includes(o)) &&
    !problem.conflicts.some((set) => set.every((o) => taken.includes(o)))
  );
};

const budgetFor = (problem: CoverProblem, share: number): CoverGoal => ({
  kind: 'budget',
  cost: Math.floor(share * problem.options.reduce((sum, { cost }) => sum + cost, 0)),
});

describe('a proven cover', () => {
  it('is that of trying all choices, on 100 small ones', () => {
    for (const seed of seeds) {
      const problem = aCover(seed);
      const best = bestOfAll(problem, { kind: 'all' })!;
      const found = solve(problem, { kind: 'all' }, 10)!;
      const cover = new Cover(problem, found.taken);
      expect({ seed, cost: cover.cost, covered: cover.covered, gap: found.gap }).toEqual({
        seed,
        cost: best.cost,
        covered: best.covered,
        gap: 0,
      });
      expect(isAllowed(problem, found.taken)).toBe(true);
    }
  });

  it('is that of trying all choices within a budget, on 100 small ones', () => {
    for (const seed of seeds) {
      const problem = aCover(seed);
      const goal = budgetFor(problem, 0.05 + ((seed * 7) % 30) / 100);
      const best = bestOfAll(problem, goal);
      const found = solve(problem, goal, 10);
      // what is forced costs more than there is
      if (!best || !found) {
        expect({ seed, best, found }).toEqual({ seed, best: null, found: null });
        continue;
      }
      const cover = new Cover(problem, found.taken);
      expect(isAllowed(problem, found.taken)).toBe(true);
      expect({ seed, cost: cover.cost, weight: cover.weight, gap: found.gap }).toEqual({
        seed,
        cost: best.cost,
        weight: best.weight,
        gap: 0,
      });
    }
  });

  it('costs least of all that give every part its share', () => {
    for (const seed of seeds.slice(0, 30)) {
      const problem = aCover(seed);
      const partOf = problem.weights.map((_, e) => e % 2);
      const within = [0, 0];
      for (const e of new Set(problem.options.flatMap(({ covers }) => covers))) within[partOf[e]] += problem.weights[e];
      const goal: CoverGoal = { kind: 'share', partOf, needs: within.map((weight) => Math.floor(weight * 0.6)) };
      const best = bestOfAll(problem, goal);
      if (!best) continue;
      const found = solve(problem, goal, 10)!;
      expect({ seed, cost: found.reached, gap: found.gap }).toEqual({ seed, cost: best.cost, gap: 0 });
    }
  });

  it('never serves fewer for more money', () => {
    for (const seed of seeds.slice(0, 30)) {
      const problem = aRandomCover(seed);
      const served = [0.05, 0.1, 0.2, 0.4, 0.8].map((share) => solve(problem, budgetFor(problem, share), 10)!.reached);
      expect(served).toEqual([...served].sort((a, b) => a - b));
    }
  });

  it('is never better where an option is forbidden, nor dearer where one is added', () => {
    for (const seed of seeds.slice(0, 30)) {
      const problem = aRandomCover(seed);
      const [first] = solve(problem, { kind: 'all' }, 10)!.taken;
      const without = { ...problem, forbidden: [first] };
      const whole = new Cover(problem, solve(problem, { kind: 'all' }, 10)!.taken);
      const less = new Cover(problem, solve(without, { kind: 'all' }, 10)!.taken);
      expect(less.isTaken[first]).toBe(0);
      expect(less.covered).toBeLessThanOrEqual(whole.covered);
      if (less.covered === whole.covered) expect(less.cost).toBeGreaterThanOrEqual(whole.cost);
    }
  });

  it('never costs more with the options of all operators than with those of one', () => {
    for (const seed of seeds.slice(0, 30)) {
      const any = aRandomCover(seed);
      // a forbidden option is one of another operator
      const one = { ...any, forbidden: any.options.flatMap((_, o) => (o % 2 === 0 ? [o] : [])) };
      const ofOne = new Cover(one, solve(one, { kind: 'all' }, 10)!.taken);
      // everybody whom the one reaches, by anybody
      const needs = [...ofOne.times.keys()].map((e) => (ofOne.times[e] > 0 ? 1 : 0));
      const same = { ...any, weights: needs.map(() => 1) };
      const goal: CoverGoal = { kind: 'share', partOf: needs.map((_, e) => e), needs };
      expect(solve(same, goal, 10)!.reached).toBeLessThanOrEqual(ofOne.cost);
    }
  });

  it('takes what is forced, and nothing where that costs more than there is', () => {
    const problem = { ...aRandomCover(3), forced: [0] };
    expect(solve(problem, { kind: 'all' }, 10)!.taken).toContain(0);
    expect(solve(problem, { kind: 'budget', cost: problem.options[0].cost - 1 }, 10)).toBeNull();
  });

  it('does not take together what conflicts', () => {
    const problem: CoverProblem = {
      weights: [10, 20],
      options: [
        { cost: 1e6, covers: [0], group: 0 },
        { cost: 1e6, covers: [1], group: 1 },
        { cost: 9e6, covers: [1], group: 2 },
      ],
      forced: [],
      forbidden: [],
      conflicts: [[0, 1]],
    };
    expect(solve(problem, { kind: 'all' }, 10)!.taken.sort()).toEqual([0, 2]);
    expect(coverGreedily(problem, { kind: 'all' })!.sort()).toEqual([0, 2]);
  });
});

describe('a greedy cover', () => {
  it('keeps the rules, and is no better than the proven one', () => {
    let [sum, best] = [0, 0];
    for (const seed of seeds) {
      const problem = aCover(seed);
      const greedy = coverGreedily(problem, { kind: 'all' })!;
      const proven = solve(problem, { kind: 'all' }, 10)!;
      expect(isAllowed(problem, greedy)).toBe(true);
      const cover = new Cover(problem, greedy);
      const least = new Cover(problem, proven.taken);
      expect(cover.covered).toBeLessThanOrEqual(least.covered);
      if (cover.covered < least.covered) continue;
      expect(cover.cost).toBeGreaterThanOrEqual(least.cost);
      sum += cover.cost;
      best += least.cost;
    }
    expect(sum / best).toBeLessThan(1.05);
  });

  it('never spends more than the budget', () => {
    for (const seed of seeds) {
      const problem = aRandomCover(seed);
      const goal = budgetFor(problem, 0.2);
      const cover = new Cover(problem, coverGreedily(problem, goal)!);
      expect(cover.cost).toBeLessThanOrEqual(goal.kind === 'budget' ? goal.cost : 0);
    }
  });
});
