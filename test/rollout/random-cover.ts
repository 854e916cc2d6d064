import type { CoverGoal, CoverProblem } from '../../src/rollout/plan/cover-problem.ts';
import { seededRandom } from '../support/random.ts';

/** A small cover: elements with people, options at sites that exclude each other. */
export const aRandomCover = (seed: number): CoverProblem => {
  const random = seededRandom(seed);
  const elements = 4 + Math.floor(random() * 5);
  const options = Array.from({ length: 5 + Math.floor(random() * 6) }, (_, o) => ({
    cost: 1e6 * (1 + Math.floor(random() * 40)),
    covers: Array.from({ length: elements }, (_, e) => e).filter(() => random() < 0.35),
    group: random() < 0.3 ? 0 : o + 1,
  }));
  return {
    weights: Array.from({ length: elements }, () => (random() < 0.2 ? 0 : 1 + Math.floor(random() * 300))),
    options: options.filter(({ covers }) => covers.length > 0),
    forced: [],
    forbidden: [],
    conflicts: [],
  };
};

/** The same with an option that has to be taken, one that may not, and some that may not be taken together. */
export const aLockedCover = (seed: number): CoverProblem => {
  const problem = aRandomCover(seed);
  const random = seededRandom(seed + 1000);
  const any = (): number => Math.floor(random() * problem.options.length);
  const [forced, forbidden] = [any(), any()];
  const together = [...new Set([any(), any(), any()])];
  return {
    ...problem,
    forced: [forced],
    forbidden: forbidden === forced ? [] : [forbidden],
    conflicts: together.length > 1 ? [together] : [],
  };
};

export interface Enumerated {
  cost: number;
  covered: number;
  weight: number;
}

/** The best of all choices, by trying each. */
export const bestOfAll = (problem: CoverProblem, goal: CoverGoal): Enumerated | null => {
  const { options, weights, forbidden } = problem;
  let best: Enumerated | null = null;
  for (let choice = 0; choice < 1 << options.length; choice++) {
    const taken = options.flatMap((_, o) => (choice & (1 << o) ? [o] : []));
    if (taken.some((o) => forbidden.includes(o)) || problem.forced.some((o) => !taken.includes(o))) continue;
    const groups = taken.map((o) => options[o].group);
    if (new Set(groups).size < groups.length) continue;
    if (problem.conflicts.some((set) => set.every((o) => taken.includes(o)))) continue;
    const covered = new Set(taken.flatMap((o) => options[o].covers));
    const found = {
      cost: taken.reduce((sum, o) => sum + options[o].cost, 0),
      covered: covered.size,
      weight: [...covered].reduce((sum, e) => sum + weights[e], 0),
    };
    if (isBetter(found, best, goal, covered, weights)) best = found;
  }
  return best;
};

const isBetter = (
  found: Enumerated,
  best: Enumerated | null,
  goal: CoverGoal,
  covered: ReadonlySet<number>,
  weights: readonly number[],
): boolean => {
  if (goal.kind === 'budget') {
    if (found.cost > goal.cost) return false;
    return !best || found.weight > best.weight || (found.weight === best.weight && found.cost < best.cost);
  }
  if (goal.kind === 'share') {
    const isEnough = goal.needs.every(
      (need, part) => [...covered].reduce((sum, e) => sum + (goal.partOf[e] === part ? weights[e] : 0), 0) >= need,
    );
    return isEnough && (!best || found.cost < best.cost);
  }
  return !best || found.covered > best.covered || (found.covered === best.covered && found.cost < best.cost);
};
