import type { ChoiceObjective } from './greedy.ts';
import { createSelection, type MergeProblem } from './merge-problem.ts';

/** One row of a linear model: lower ≤ Σ values · columns ≤ upper. */
export interface Row {
  lower: number;
  upper: number;
  columns: number[];
  values: number[];
}

/** A mixed-integer model: a binary column for each option, then one for each unshared host, 1 where it becomes shared. */
export interface MergeModel {
  columns: number;
  /** Host of each column after the options. */
  becomesShared: readonly number[];
  rows: readonly Row[];
  /** Rate numerator less rate · denominator is `constant` + Σ `gain` · columns. */
  rateRow: (rate: number) => { constant: number; gain: Float64Array };
}

const vndPerUnit = 1e6;
/** Money goes into the model in millions of đồng, for the numbers of a model to be of one size. */
export const toUnits = (vnd: number): number => vnd / vndPerUnit;

const groupBy = (count: number, keys: readonly number[]): number[][] => {
  const groups = Array.from({ length: count }, (): number[] => []);
  keys.forEach((key, option) => {
    groups[key].push(option);
  });
  return groups;
};

const ones = (columns: readonly number[]): number[] => columns.map(() => 1);
const atMost = (upper: number, columns: number[], values = ones(columns)): Row => ({
  lower: Number.NEGATIVE_INFINITY,
  upper,
  columns,
  values,
});

/**
 * The rules of a choice of merges as rows. With x = 1 for a chosen merge and z = 1 for an unshared host with a co-located tenant, the
 * rate's numerator and denominator are linear in x and z, so "rate at least r" is one row: numerator − r · denominator ≥ 0.
 */
export const buildMergeModel = (problem: MergeProblem, objective: ChoiceObjective): MergeModel => {
  const { tenants, operators, options, maxTenants, definition, conflicts } = problem;
  const byDonor = groupBy(
    tenants.length,
    options.map(({ donor }) => donor),
  );
  const byHost = groupBy(
    tenants.length,
    options.map(({ host }) => host),
  );
  const becomesShared = byHost.flatMap((coLocated, host) => (coLocated.length > 0 && tenants[host] < 2 ? [host] : []));
  const rows: Row[] = [];

  tenants.forEach((_, site) => {
    const leaving = byDonor[site];
    const coLocated = byHost[site];
    // a site moves at most once, and not at all when it hosts
    if (leaving.length > 1) rows.push(atMost(1, leaving));
    if (coLocated.length === 0) return;
    if (leaving.length > 0) for (const tenant of coLocated) rows.push(atMost(1, [tenant, ...leaving]));
    const load = coLocated.map((option) => tenants[options[option].donor]);
    if (load.reduce((sum, count) => sum + count, 0) > maxTenants - tenants[site])
      rows.push(atMost(maxTenants - tenants[site], coLocated, load));
    // no operator comes twice
    const present = coLocated.reduce((mask, option) => mask | operators[options[option].donor], 0);
    for (let bit = 1; bit > 0 && bit <= present; bit <<= 1) {
      const same = coLocated.filter((option) => (operators[options[option].donor] & bit) !== 0);
      if (same.length > 1) rows.push(atMost(1, same));
    }
  });
  for (const conflict of conflicts) rows.push(atMost(conflict.length - 1, [...conflict]));
  // z is 1 only with a co-located tenant
  becomesShared.forEach((host, k) => {
    const coLocated = byHost[host];
    rows.push(atMost(0, [options.length + k, ...coLocated], [1, ...coLocated.map(() => -1)]));
  });
  if (objective === 'each-operator-gains') {
    const all = options.map((_, option) => option);
    options[0]?.accountVnd.forEach((_, operator) => {
      const values = options.map(({ accountVnd }) => toUnits(accountVnd[operator]));
      rows.push({ lower: 0, upper: Number.POSITIVE_INFINITY, columns: all, values });
    });
  }

  const columns = options.length + becomesShared.length;
  const today = createSelection(problem).tally();
  return {
    columns,
    becomesShared,
    rows,
    rateRow: (rate) => {
      const gain = new Float64Array(columns);
      options.forEach(({ donor }, option) => {
        if (definition === 'D1') gain[option] = rate - (tenants[donor] < 2 ? 0 : 1);
        else gain[option] = tenants[donor] < 2 ? tenants[donor] : 0;
      });
      becomesShared.forEach((host, k) => {
        gain[options.length + k] = definition === 'D1' ? 1 : tenants[host];
      });
      return { constant: today.shared - rate * today.all, gain };
    },
  };
};
