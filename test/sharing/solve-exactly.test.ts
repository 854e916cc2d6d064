// @module-tag slow
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { componentTables } from '../../src/sharing/solver/component-tables.ts';
import { type ChoiceObjective, chooseGreedily } from '../../src/sharing/solver/greedy.ts';
import { isPlan, type MergeProblem } from '../../src/sharing/solver/merge-problem.ts';
import { createMergeSolver, type MergeSolver } from '../../src/sharing/solver/solve-exactly.ts';
import { budget } from '../support/budget.ts';
import { everyChoice, randomProblem, rateAfter } from './random-problem.ts';

let solve: MergeSolver;
let searching: MergeSolver;
beforeAll(async () => {
  const highs = await loadHighs();
  solve = createMergeSolver(highs);
  searching = createMergeSolver(highs, () => null);
});

const options = { secondsLeft: 30, settleTies: true };
const seeds = Array.from({ length: budget(80, 200) }, (_, seed) => seed + 1);

const worth = ({ options: merges }: MergeProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, option) => sum + merges[option].valueVnd, 0);
const effort = ({ options: merges }: MergeProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, option) => sum + merges[option].effort, 0);
const tenancies = ({ options: merges, tenants }: MergeProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, option) => sum + tenants[merges[option].donor], 0);
const reachesTarget = (problem: MergeProblem) => (chosen: readonly number[]) =>
  rateAfter(problem, chosen) >= problem.targetRate - 1e-12;
const nobodyLoses = ({ options: merges }: MergeProblem, chosen: readonly number[]): boolean =>
  [0, 1, 2, 3].every((operator) => chosen.reduce((sum, option) => sum + merges[option].accountVnd[operator], 0) >= 0);

/** The figures an objective goes by, best first wins: fewest, then most worth, then least effort. */
const figures = (problem: MergeProblem, objective: ChoiceObjective, chosen: readonly number[]): number[] => {
  const last = [-worth(problem, chosen), effort(problem, chosen)];
  if (objective === 'all-that-pay') return last;
  return [objective === 'fewest-moves' ? tenancies(problem, chosen) : chosen.length, ...last];
};
const isBetter = (a: readonly number[], b: readonly number[]): boolean => {
  const k = a.findIndex((figure, i) => figure !== b[i]);
  return k >= 0 && a[k] < b[k];
};
const bestOf = (problem: MergeProblem, objective: ChoiceObjective): number[] | null => {
  const allowed = everyChoice(problem).filter(
    (chosen) =>
      (objective === 'all-that-pay' || reachesTarget(problem)(chosen)) &&
      (objective !== 'each-operator-gains' || nobodyLoses(problem, chosen)),
  );
  let best: number[] | null = null;
  for (const chosen of allowed) {
    const now = figures(problem, objective, chosen);
    if (best === null || isBetter(now, best)) best = now;
  }
  return best;
};

describe('the exact choice on small instances, against every choice there is', () => {
  it.each(['reach-target', 'all-that-pay', 'fewest-moves', 'each-operator-gains'] as const)(
    'is the best for %s',
    (objective) => {
      let solved = 0;
      for (const seed of seeds) {
        const problem = randomProblem(seed);
        const best = bestOf(problem, objective);
        const outcome = solve(problem, objective, options);
        if (best === null) {
          expect(outcome, `instance ${seed}`).toBe('infeasible');
          continue;
        }
        if (typeof outcome === 'string') throw new Error(`instance ${seed}: ${outcome}`);
        solved++;
        expect(figures(problem, objective, outcome.chosen), `instance ${seed}`).toEqual(best);
        expect(outcome.gap, `instance ${seed}`).toBe(0);
      }
      // both ways are well travelled
      expect(solved).toBeGreaterThan(0.3 * seeds.length);
    },
  );

  it.each(['reach-target', 'all-that-pay'] as const)('is the same by search alone for %s', (objective) => {
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      const [a, b] = [solve, searching].map((solver) => solver(problem, objective, options));
      const figuresOf = (outcome: typeof a) =>
        typeof outcome === 'string' ? outcome : figures(problem, objective, outcome.chosen);
      expect(figuresOf(a), `instance ${seed}`).toEqual(figuresOf(b));
    }
  });

  it.each([
    ['by tables', () => solve],
    ['by search', () => searching],
  ] as const)('finds the highest rate %s', (_, solver) => {
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      const outcome = solver()(problem, 'highest-rate', options);
      const choices = everyChoice(problem);
      if (choices.length === 0) continue;
      if (typeof outcome === 'string') throw new Error(`instance ${seed}: ${outcome}`);
      const highest = Math.max(...choices.map((chosen) => rateAfter(problem, chosen)));
      expect(rateAfter(problem, outcome.chosen), `instance ${seed}`).toBeCloseTo(highest, 12);
    }
  });

  it('keeps every rule, whatever is asked, and so does the greedy choice', () => {
    const byName = (chosen: readonly number[]) => [...chosen].sort((a, b) => a - b).join();
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      const allowed = new Set(everyChoice(problem).map(byName));
      for (const objective of ['reach-target', 'all-that-pay', 'fewest-moves', 'highest-rate'] as const) {
        const outcome = solve(problem, objective, options);
        if (typeof outcome !== 'string') expect(allowed).toContain(byName(outcome.chosen));
        expect(allowed, `greedy, instance ${seed}, ${objective}`).toContain(byName(chooseGreedily(problem, objective)));
      }
    }
  });

  it('is never better after a merge is forbidden', () => {
    for (const seed of seeds) {
      const problem = { ...randomProblem(seed), forced: [], conflicts: [] };
      const best = solve(problem, 'all-that-pay', options);
      if (typeof best === 'string') throw new Error(best);
      for (const forbidden of best.chosen) {
        const less = { ...problem, options: problem.options.filter((_, option) => option !== forbidden) };
        const outcome = solve(less, 'all-that-pay', options);
        if (typeof outcome === 'string') throw new Error(outcome);
        expect(worth(less, outcome.chosen), `instance ${seed}`).toBeLessThanOrEqual(worth(problem, best.chosen));
      }
    }
  });
});

describe('a choice without time', () => {
  it('claims no more than the bound of the goal it had no time for', async () => {
    const doubtful = createMergeSolver(await loadHighs(), (problem) => {
      const tables = componentTables(problem);
      if (!tables) return null;
      return {
        ...tables,
        leastMerges: (rate) => {
          const least = tables.leastMerges(rate);
          return least && { ...least, mostValueVnd: least.valueVnd + 50e6 };
        },
      };
    });
    let told = 0;
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      const outcome = doubtful(problem, 'reach-target', { ...options, secondsLeft: 0 });
      if (typeof outcome === 'string' || outcome.chosen.length === 0) continue;
      const value = Math.abs(worth(problem, outcome.chosen));
      expect(outcome.gap, `instance ${seed}`).toBeCloseTo(50e6 / Math.max(1e6, value), 6);
      told++;
    }
    expect(told).toBeGreaterThan(0.2 * seeds.length);
  });

  it('says so and claims nothing', () => {
    const problem = randomProblem(1);
    expect(solve(problem, 'all-that-pay', { ...options, secondsLeft: 0 })).toBe('out-of-time');
  });
});

describe('whether a choice is a plan', () => {
  it('agrees with counting it out', () => {
    for (const seed of seeds.slice(0, 60)) {
      const problem = randomProblem(seed, 6);
      const allowed = new Set(everyChoice(problem).map((chosen) => chosen.join()));
      for (let set = 0; set < 2 ** problem.options.length; set++) {
        const chosen = problem.options.map((_, option) => option).filter((option) => (set >> option) & 1);
        const expected = allowed.has(chosen.join()) && reachesTarget(problem)(chosen) && nobodyLoses(problem, chosen);
        expect(isPlan(problem, chosen, { hasTarget: true, isFair: true }), `instance ${seed}, set ${set}`).toBe(
          expected,
        );
      }
    }
  });
});
