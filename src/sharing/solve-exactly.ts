import type { Highs, Model } from 'highs';
import { type ChoiceObjective, chooseGreedily } from './greedy.ts';
import { buildMergeModel, type MergeModel, toUnits } from './merge-model.ts';
import { type MergeProblem, rateOfTally, reaches, selectionOf } from './merge-problem.ts';

/** A choice with what is proven of it: `gap` 0 is the best there is, null says nothing. */
export interface Choice {
  chosen: number[];
  gap: number | null;
}

/** `infeasible` is proven; `out-of-time` says that nothing was found or proven. */
export type Outcome = Choice | 'infeasible' | 'out-of-time';

/** Solves a choice within a time in seconds. */
export type MergeSolver = (problem: MergeProblem, objective: ChoiceObjective, secondsLeft: number) => Outcome;

/** One goal after another: the next is sought among the best for those before. */
interface Goal {
  sense: 'least' | 'most';
  cost: Float64Array;
}

const goalsOf = (problem: MergeProblem, objective: ChoiceObjective, columns: number): Goal[] => {
  const { options, tenants } = problem;
  const costs = (of: (option: (typeof options)[number]) => number): Float64Array => {
    const cost = new Float64Array(columns);
    options.forEach((option, k) => {
      cost[k] = of(option);
    });
    return cost;
  };
  const value: Goal = { sense: 'most', cost: costs(({ valueVnd }) => toUnits(valueVnd)) };
  const effort: Goal = { sense: 'least', cost: costs(({ effort }) => effort / 1000) };
  if (objective === 'all-that-pay') return [value, effort];
  const merges = costs(({ moved }) => (objective === 'fewest-moves' ? tenants[moved] : 1));
  return [{ sense: 'least', cost: merges }, value, effort];
};

/** How far a goal may fall behind its best while later goals are sought: rounding of the solver, not of the figures. */
const slack = 1e-7;

/** Mixed-integer programming over HiGHS. */
export const createMergeSolver = (highs: Highs): MergeSolver => {
  const { modelStatus, variableType, objectiveSense } = highs.constants;

  const load = (problem: MergeProblem, model: MergeModel): Model => {
    const forced = new Set(problem.forced);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const row of model.rows) {
      indices.push(...row.columns);
      values.push(...row.values);
      starts.push(indices.length);
    }
    const bound = (limit: number) => (Number.isFinite(limit) ? limit : Math.sign(limit) * highs.infinity);
    const loaded = highs.createModel({
      numCols: model.columns,
      numRows: model.rows.length,
      colCost: new Float64Array(model.columns),
      colLower: Float64Array.from({ length: model.columns }, (_, column) => (forced.has(column) ? 1 : 0)),
      colUpper: new Float64Array(model.columns).fill(1),
      rowLower: Float64Array.from(model.rows, ({ lower }) => bound(lower)),
      rowUpper: Float64Array.from(model.rows, ({ upper }) => bound(upper)),
      matrix: {
        format: 'csr',
        numRows: model.rows.length,
        numCols: model.columns,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: new Int32Array(model.columns).fill(variableType.integer),
    });
    loaded.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-7 });
    return loaded;
  };

  const every = (columns: number) => ({ kind: 'range', from: 0, to: columns - 1 }) as const;

  /** Runs with a goal from a start; null when nothing is known at the end of the time. */
  const run = (
    solver: Model,
    goal: Goal,
    seconds: number,
    start: Float64Array | null,
  ): { columns: Float64Array; best: number; gap: number } | 'infeasible' | null => {
    if (seconds <= 0) return null;
    solver.changeObjectiveSense(goal.sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
    solver.changeColsCost(every(goal.cost.length), goal.cost);
    solver.clearSolver();
    if (start) solver.setSolution({ colValue: start });
    // the clock of a model runs over all its solves
    solver.zeroAllClocks();
    solver.options.set('time_limit', seconds);
    solver.run();
    const status = solver.getModelStatus();
    if (status === modelStatus.infeasible) return 'infeasible';
    const gap = status === modelStatus.optimal ? 0 : Number(solver.info.get('mip_gap'));
    const columns = solver.getSolution().colValue;
    if (!Number.isFinite(gap) || columns.length === 0) return null;
    return { columns, best: solver.getObjectiveValue(), gap };
  };

  const chosenOf = (problem: MergeProblem, columns: Float64Array): number[] =>
    problem.options.map((_, option) => option).filter((option) => columns[option] > 0.5);

  const columnsOf = (problem: MergeProblem, model: MergeModel, chosen: readonly number[]): Float64Array => {
    const columns = new Float64Array(model.columns);
    for (const option of chosen) {
      columns[option] = 1;
      const at = model.becomesShared.indexOf(problem.options[option].host);
      if (at >= 0) columns[problem.options.length + at] = 1;
    }
    return columns;
  };

  /** Keeps a row at its best while later goals are sought. */
  const hold = (solver: Model, goal: Goal, best: number): void => {
    const indices = [...goal.cost.keys()].filter((column) => goal.cost[column] !== 0);
    const entries = { indices, values: indices.map((column) => goal.cost[column]) };
    if (goal.sense === 'least') solver.addRow(-highs.infinity, best + slack, entries);
    else solver.addRow(best - slack, highs.infinity, entries);
  };

  const byGoals: MergeSolver = (problem, objective, secondsLeft) => {
    const model = buildMergeModel(problem, objective);
    const solver = load(problem, model);
    const deadline = performance.now() + secondsLeft * 1000;
    const left = () => (deadline - performance.now()) / 1000;
    try {
      const hasTarget = objective !== 'all-that-pay';
      if (hasTarget) {
        const { constant, gain } = model.rateRow(problem.targetRate);
        const indices = [...gain.keys()];
        solver.addRow(-constant, highs.infinity, { indices, values: [...gain] });
      }
      const greedy = chooseGreedily(problem, objective);
      const isStart = !hasTarget || reaches(selectionOf(problem, greedy).tally(), problem.targetRate);
      let start: Float64Array | null = isStart ? columnsOf(problem, model, greedy) : null;
      let found: { columns: Float64Array; best: number; gap: number } | null = null;
      let gap = 0;
      for (const goal of goalsOf(problem, objective, model.columns)) {
        const next = run(solver, goal, left(), start);
        if (next === 'infeasible') return found ? { chosen: chosenOf(problem, found.columns), gap } : 'infeasible';
        if (!next) break;
        found = next;
        gap = Math.max(gap, next.gap);
        start = next.columns;
        hold(solver, goal, next.best);
      }
      return found ? { chosen: chosenOf(problem, found.columns), gap } : 'out-of-time';
    } finally {
      solver.dispose();
    }
  };

  /**
   * The highest rate by Dinkelbach's method: with r the rate of the best choice so far, a choice that makes numerator
   * less r times denominator largest either has a higher rate or proves that r is the highest.
   */
  const highestRate: MergeSolver = (problem, _, secondsLeft) => {
    const model = buildMergeModel(problem, 'highest-rate');
    const solver = load(problem, model);
    const deadline = performance.now() + secondsLeft * 1000;
    let chosen = chooseGreedily(problem, 'highest-rate');
    try {
      for (;;) {
        const rate = rateOfTally(selectionOf(problem, chosen).tally());
        const goal: Goal = { sense: 'most', cost: model.rateRow(rate).gain };
        const next = run(solver, goal, (deadline - performance.now()) / 1000, columnsOf(problem, model, chosen));
        if (next === 'infeasible') return 'infeasible';
        if (!next || next.gap > 0) return { chosen, gap: null };
        const better = chosenOf(problem, next.columns);
        if (rateOfTally(selectionOf(problem, better).tally()) <= rate + 1e-12) return { chosen, gap: 0 };
        chosen = better;
      }
    } finally {
      solver.dispose();
    }
  };

  return (problem, objective, secondsLeft) => {
    if (problem.options.length === 0) {
      const isThere = objective === 'all-that-pay' || objective === 'highest-rate';
      return isThere || reaches(selectionOf(problem, []).tally(), problem.targetRate)
        ? { chosen: [], gap: 0 }
        : 'infeasible';
    }
    return (objective === 'highest-rate' ? highestRate : byGoals)(problem, objective, secondsLeft);
  };
};
