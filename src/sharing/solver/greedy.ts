import type { SharingObjective } from '../plan/plan-types.ts';
import {
  accountsOf,
  createSelection,
  type MergeProblem,
  rateOfTally,
  reaches,
  type Selection,
  selectionOf,
} from './merge-problem.ts';

/** What a choice can be made for: a planner's objective, or the highest rate there is. */
export type ChoiceObjective = SharingObjective | 'highest-rate';

/** Passes of swaps; each betters the choice, and few are needed. */
const mostPasses = 4;

/**
 * A good choice at once, unproven: forced options, then merges in the order of what they bring, then swaps of one merge
 * for two or for a better one, then every merge dropped that the target does not need.
 */
export const chooseGreedily = (problem: MergeProblem, objective: ChoiceObjective): number[] => {
  if (objective === 'each-operator-gains') return chooseFairly(problem);
  const selection = selectionOf(problem, problem.forced);
  const order = orderOf(problem, objective);
  const hasTarget = objective === 'reach-target' || objective === 'fewest-moves';
  const enough = (): boolean => hasTarget && reaches(selection.tally(), problem.targetRate);
  const worth = (option: number): boolean =>
    objective === 'all-that-pay'
      ? problem.options[option].valueVnd > 0
      : rateOfTally(selection.tallyWith(option)) > rateOfTally(selection.tally());

  const none = createSelection(problem);
  // a second co-located tenant on a host that has just become shared brings less than it seemed to: it waits for the second round
  const bringsAll = (option: number) =>
    objective === 'all-that-pay' ||
    selection.tallyWith(option).shared - selection.tally().shared >=
      none.tallyWith(option).shared - none.tally().shared;
  for (const ready of [bringsAll, () => true]) {
    for (const option of order) {
      if (enough()) break;
      if (ready(option) && worth(option) && selection.fits(option)) selection.add(option);
    }
  }
  const swaps = createSwaps(problem, selection, order);
  for (let pass = 0; pass < mostPasses && !enough() && swaps.oneForTwo(worth, enough); pass++);
  if (enough()) {
    swaps.drop();
    for (let pass = 0; pass < mostPasses && swaps.forValue(); pass++);
  }
  return [...selection.chosen];
};

/** Options by what they bring, best first; equal ones by value, then the nearest, then as they stand. */
const orderOf = (problem: MergeProblem, objective: ChoiceObjective): number[] => {
  const { options, tenants } = problem;
  const none = createSelection(problem);
  const firstKey = options.map(({ donor, valueVnd }, option) => {
    if (objective === 'all-that-pay') return valueVnd;
    const gain = rateOfTally(none.tallyWith(option)) - rateOfTally(none.tally());
    return objective === 'fewest-moves' ? gain / tenants[donor] : gain;
  });
  // a site with few partners is served first, or it may find none left
  const partners = new Int32Array(tenants.length);
  for (const { host, donor } of options) {
    partners[host]++;
    partners[donor]++;
  }
  const conflicts = ({ host, donor }: (typeof options)[number]) =>
    objective === 'highest-rate' ? partners[host] + partners[donor] : 0;
  return options
    .map((_, option) => option)
    .sort(
      (a, b) =>
        firstKey[b] - firstKey[a] ||
        conflicts(options[a]) - conflicts(options[b]) ||
        options[b].valueVnd - options[a].valueVnd ||
        options[a].effort - options[b].effort ||
        a - b,
    );
};

const createSwaps = (problem: MergeProblem, selection: Selection, order: readonly number[]) => {
  const { options, targetRate } = problem;
  const kept = new Set(problem.forced);
  const touching = problem.tenants.map((): number[] => []);
  for (const option of order) {
    touching[options[option].host].push(option);
    touching[options[option].donor].push(option);
  }
  const around = (option: number) => [...touching[options[option].host], ...touching[options[option].donor]];
  const loose = () => [...selection.chosen].filter((option) => !kept.has(option));

  return {
    /** Gives one merge up where two others then fit. */
    oneForTwo: (worth: (option: number) => boolean, enough: () => boolean): boolean => {
      let better = false;
      for (const out of loose()) {
        if (enough()) break;
        selection.remove(out);
        const before = rateOfTally(selection.tally());
        const came: number[] = [];
        for (const option of around(out)) {
          if (option !== out && worth(option) && selection.fits(option)) {
            selection.add(option);
            came.push(option);
          }
        }
        const gained = rateOfTally(selection.tally()) - before;
        for (const option of came) if (came.length < 2 || gained <= 0) selection.remove(option);
        if (came.length < 2 || gained <= 0) selection.add(out);
        else better = true;
      }
      return better;
    },
    /** Drops merges the target does not need, the least worth first. */
    drop: (): void => {
      for (const option of loose().sort((a, b) => options[a].valueVnd - options[b].valueVnd || b - a)) {
        selection.remove(option);
        if (!reaches(selection.tally(), targetRate)) selection.add(option);
      }
    },
    /** Puts a merge of more worth in the place of one of less, the target still reached. */
    forValue: (): boolean => {
      let better = false;
      const byValue = [...order].sort((a, b) => options[b].valueVnd - options[a].valueVnd);
      const cheapest = () => loose().sort((a, b) => options[a].valueVnd - options[b].valueVnd)[0];
      for (const option of byValue) {
        if (selection.chosen.has(option)) continue;
        const out = selection.fits(option)
          ? cheapest()
          : around(option).find((other) => selection.chosen.has(other) && !kept.has(other));
        if (out === undefined || options[out].valueVnd >= options[option].valueVnd) continue;
        selection.remove(out);
        if (selection.fits(option) && reaches(selection.tallyWith(option), targetRate)) {
          selection.add(option);
          better = true;
        } else selection.add(out);
      }
      return better;
    },
  };
};

/**
 * Merges that leave every operator's account at zero or above: each step helps the operator who is worst off, until the
 * target is reached and nobody loses; short of that the choice is left where it stands.
 */
const chooseFairly = (problem: MergeProblem): number[] => {
  const { options, targetRate } = problem;
  const selection = selectionOf(problem, problem.forced);
  const accounts = accountsOf(problem, problem.forced);
  const order = orderOf(problem, 'reach-target');
  const isFair = () => accounts.every((vnd) => vnd >= 0);
  let lastFair = isFair() ? [...selection.chosen] : [];
  while (!(reaches(selection.tally(), targetRate) && isFair())) {
    let best = -1;
    let bestWorst = Number.NEGATIVE_INFINITY;
    for (const option of order) {
      if (!selection.fits(option)) continue;
      const worst = Math.min(...accounts.map((vnd, o) => vnd + options[option].accountVnd[o]));
      if (worst > bestWorst) {
        best = option;
        bestWorst = worst;
      }
    }
    if (best < 0) return lastFair;
    selection.add(best);
    options[best].accountVnd.forEach((vnd, o) => {
      accounts[o] += vnd;
    });
    if (isFair()) lastFair = [...selection.chosen];
  }
  return [...selection.chosen];
};
