import { type ComponentChoice, componentChoices, optionsOf } from './component-choices.ts';
import { componentsOf } from './components.ts';
import { createSelection, type MergeProblem, rateOfTally, reaches, type Tally } from './merge-problem.ts';

/** The fewest merges that reach a rate, and of those the largest present value as far as it is proven. */
export interface LeastMerges {
  chosen: number[];
  count: number;
  valueVnd: number;
  /** What no choice of as few merges that reaches the rate is worth more than. */
  mostValueVnd: number;
}

/** Answers about a problem for any rate. */
export interface ComponentTables {
  /** Null where no choice reaches the rate. */
  leastMerges: (rate: number) => LeastMerges | null;
  /** The highest rate by number of merges, from none; NaN where so many can't be chosen. */
  ratesByCount: () => number[];
  /** A choice with the highest rate there is; null where what is forced can't be. */
  highestRate: () => number[] | null;
}

/** For each number of merges the best choice over all components by one measure. */
interface Table {
  score: Float64Array;
  shared: Int32Array;
  valueVnd: Float64Array;
  /** By component and number of merges in the components up to it, which choice of the component was taken. */
  taken: Uint16Array[];
}

/** Cells a table may have, over components and numbers of merges: some hundred megabytes. */
const mostCells = 1e8;
/** Times the weight is halved between value and rate; the gap that is left is told. */
const mostTrials = 30;
/** What is shared breaks ties of value: less than a đồng over all merges. */
const tieWeight = 1e-4;

/**
 * Walks over the components of a problem with, for every number of merges, the best sum so far. As components have nothing to
 * do with each other this is the best there is, for all rates at once. Null where a component is too entangled, or there are
 * too many.
 */
export const componentTables = (problem: MergeProblem): ComponentTables | null => {
  const choices: ComponentChoice[][] = [];
  for (const component of componentsOf(problem)) {
    const found = componentChoices(problem, component);
    if (!found) return null;
    choices.push(found);
  }
  const today = createSelection(problem).tally();
  if (choices.some((found) => found.length === 0))
    return { leastMerges: () => null, ratesByCount: () => [], highestRate: () => null };
  const most = choices.reduce((sum, found) => sum + Math.max(...found.map(({ count }) => count)), 0);
  if (choices.length * most > mostCells) return null;
  const tallyOf = (count: number, shared: number): Tally => ({
    shared: today.shared + shared,
    all: today.all - (problem.definition === 'D1' ? count : 0),
  });

  /** Of each number of merges the choice with the largest value + weight · shared. */
  const tableWith = (weight: number): Table => {
    let table: Omit<Table, 'taken'> = {
      score: new Float64Array(1),
      shared: new Int32Array(1),
      valueVnd: new Float64Array(1),
    };
    const taken: Uint16Array[] = [];
    for (const found of choices) {
      const size = table.score.length + Math.max(...found.map(({ count }) => count));
      const next = {
        score: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
        shared: new Int32Array(size),
        valueVnd: new Float64Array(size),
      };
      const by = new Uint16Array(size);
      found.forEach(({ count, shared, valueVnd }, choice) => {
        const adds = valueVnd + weight * shared;
        for (let k = 0; k < table.score.length; k++) {
          const score = table.score[k] + adds;
          if (score <= next.score[k + count]) continue;
          next.score[k + count] = score;
          next.shared[k + count] = table.shared[k] + shared;
          next.valueVnd[k + count] = table.valueVnd[k] + valueVnd;
          by[k + count] = choice;
        }
      });
      table = next;
      taken.push(by);
    }
    return { ...table, taken };
  };

  const chosenOf = ({ taken }: Table, count: number): number[] => {
    const chosen: number[] = [];
    let left = count;
    for (let c = choices.length - 1; c >= 0; c--) {
      const choice = choices[c][taken[c][left]];
      chosen.push(...optionsOf(choice));
      left -= choice.count;
    }
    return chosen.sort((a, b) => a - b);
  };

  // heavier than all that value can weigh: what is shared comes first
  const heaviest =
    1 + choices.reduce((sum, found) => sum + Math.max(...found.map(({ valueVnd }) => Math.abs(valueVnd))), 0);
  let sharedFirst: Table | null = null;
  let valueFirst: Table | null = null;
  const bySharedFirst = (): Table => {
    sharedFirst ??= tableWith(heaviest);
    return sharedFirst;
  };
  const byValueFirst = (): Table => {
    valueFirst ??= tableWith(tieWeight);
    return valueFirst;
  };
  const isThere = ({ score }: Table, count: number): boolean => score[count] > Number.NEGATIVE_INFINITY;

  return {
    leastMerges: (rate) => {
      const furthest = bySharedFirst();
      const reachesBy = (table: Table, count: number): boolean =>
        isThere(table, count) && reaches(tallyOf(count, table.shared[count]), rate);
      let count = 0;
      while (count <= most && !reachesBy(furthest, count)) count++;
      if (count > most) return null;
      const found = (table: Table, mostValueVnd: number): LeastMerges => {
        const valueVnd = table.valueVnd[count];
        return { chosen: chosenOf(table, count), count, valueVnd, mostValueVnd: Math.max(valueVnd, mostValueVnd) };
      };
      const richest = byValueFirst();
      if (reachesBy(richest, count)) return found(richest, richest.valueVnd[count]);

      // how much is to be shared, priced: any price bounds the value, and a high enough one finds a choice
      let needed = furthest.shared[count];
      while (reaches(tallyOf(count, needed - 1), rate)) needed--;
      let best = furthest;
      let mostValueVnd = richest.valueVnd[count];
      let [low, high] = [tieWeight, heaviest];
      for (let trial = 0; trial < mostTrials && mostValueVnd - best.valueVnd[count] >= 1; trial++) {
        const price = (low + high) / 2;
        const table = tableWith(price);
        mostValueVnd = Math.min(mostValueVnd, Math.floor(table.score[count] - price * needed + 0.5));
        if (reachesBy(table, count)) {
          if (table.valueVnd[count] > best.valueVnd[count]) best = table;
          high = price;
        } else low = price;
      }
      return found(best, mostValueVnd);
    },
    ratesByCount: () => {
      const table = bySharedFirst();
      return Array.from({ length: most + 1 }, (_, count) =>
        isThere(table, count) ? rateOfTally(tallyOf(count, table.shared[count])) : Number.NaN,
      );
    },
    highestRate: () => {
      const table = bySharedFirst();
      let best = -1;
      const rateAt = (count: number) => rateOfTally(tallyOf(count, table.shared[count]));
      for (let count = 0; count <= most; count++) {
        if (isThere(table, count) && (best < 0 || rateAt(count) > rateAt(best))) best = count;
      }
      return best < 0 ? null : chosenOf(table, best);
    },
  };
};
