import { describe, expect, it } from 'vitest';
import { componentTables } from '../../src/sharing/solver/component-tables.ts';
import { componentsOf } from '../../src/sharing/solver/components.ts';
import { isPlan, type MergeProblem } from '../../src/sharing/solver/merge-problem.ts';
import { everyChoice, randomProblem, rateAfter } from './random-problem.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
const worth = ({ options }: MergeProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, option) => sum + options[option].valueVnd, 0);

/** Several small problems beside each other that have nothing to do with one another. */
const sideBySide = (problems: readonly MergeProblem[]): MergeProblem => {
  const [first] = problems;
  let sites = 0;
  let options = 0;
  const all = problems.map((problem) => {
    const donor = {
      tenants: problem.tenants,
      operators: problem.operators,
      options: problem.options.map((one) => ({ ...one, host: one.host + sites, donor: one.donor + sites })),
      conflicts: problem.conflicts.map((conflict) => conflict.map((option) => option + options)),
    };
    sites += problem.tenants.length;
    options += problem.options.length;
    return donor;
  });
  return {
    ...first,
    tenants: all.flatMap(({ tenants }) => tenants),
    operators: all.flatMap(({ operators }) => operators),
    options: all.flatMap((one) => one.options),
    conflicts: all.flatMap(({ conflicts }) => conflicts),
    forced: [],
  };
};

describe('clusters', () => {
  it('hold every option once, and no site and no conflict lies in two', () => {
    for (const seed of seeds) {
      const problem = sideBySide([
        randomProblem(seed, 4),
        randomProblem(seed + 1000, 4),
        randomProblem(seed + 2000, 4),
      ]);
      const components = componentsOf(problem);
      expect(components.flat().sort((a, b) => a - b)).toEqual([...problem.options.keys()]);
      const componentOf = new Map(
        components.flatMap((component, c) => component.map((option) => [option, c] as const)),
      );
      const componentOfSite = new Map<number, number>();
      problem.options.forEach(({ host, donor }, option) => {
        for (const site of [host, donor]) {
          const component = componentOf.get(option)!;
          expect(componentOfSite.get(site) ?? component).toBe(component);
          componentOfSite.set(site, component);
        }
      });
      for (const conflict of problem.conflicts) {
        expect(new Set(conflict.map((option) => componentOf.get(option))).size).toBe(1);
      }
    }
  });
});

describe('the tables over clusters', () => {
  it('give for any rate the fewest merges, and bound what as few are worth', () => {
    let settled = 0;
    let asked = 0;
    for (const seed of seeds) {
      const maxTenants = randomProblem(seed).maxTenants;
      const problem = {
        ...sideBySide([randomProblem(seed, 5), randomProblem(seed + 1000, 5)]),
        maxTenants,
      };
      const all = everyChoice(problem);
      const tables = componentTables(problem)!;
      for (const rate of [0.2, 0.4, 0.55, 0.7, 0.9]) {
        const enough = all.filter((chosen) => rateAfter(problem, chosen) >= rate - 1e-12);
        const found = tables.leastMerges(rate);
        if (enough.length === 0) {
          expect(found, `instance ${seed}, ${rate}`).toBeNull();
          continue;
        }
        asked++;
        const count = Math.min(...enough.map((chosen) => chosen.length));
        const best = Math.max(...enough.filter(({ length }) => length === count).map((c) => worth(problem, c)));
        expect(found!.count, `instance ${seed}, ${rate}`).toBe(count);
        expect(found!.chosen).toHaveLength(count);
        expect(isPlan({ ...problem, targetRate: rate }, found!.chosen, { hasTarget: true, isFair: false })).toBe(true);
        expect(found!.valueVnd).toBe(worth(problem, found!.chosen));
        expect(found!.valueVnd).toBeLessThanOrEqual(best);
        expect(found!.mostValueVnd, `instance ${seed}, ${rate}`).toBeGreaterThanOrEqual(best);
        if (found!.mostValueVnd === found!.valueVnd) settled++;
      }
      const highest = tables.highestRate()!;
      expect(rateAfter(problem, highest)).toBeCloseTo(Math.max(...all.map((c) => rateAfter(problem, c))), 12);
    }
    // the bound is nearly always met
    expect(settled / asked).toBeGreaterThan(0.8);
    expect(asked).toBeGreaterThan(300);
  });
});
