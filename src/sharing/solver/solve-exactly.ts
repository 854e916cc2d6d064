import type { Highs, Model } from 'highs';
import { type ComponentTables, componentTables } from './component-tables.ts';
import { type ChoiceObjective, chooseGreedily } from './greedy.ts';
import { type Goal, goalsOf, worthUnder } from './merge-goals.ts';
import { buildMergeModel, type MergeModel } from './merge-model.ts';
import { isPlan, type MergeProblem, rateOfTally, reaches, selectionOf } from './merge-problem.ts';

/** A choice with what is proven of it: `gap` 0 is the best there is, null says nothing. */
export interface Choice {
  chosen: number[];
  gap: number | null;
}

/** `infeasible` is proven; `out-of-time` says that nothing was found or proven. */
export type Outcome = Choice | 'infeasible' | 'out-of-time';

export interface SolveOptions {
  secondsLeft: number;
  /** Whether the easiest of equally good choices is sought too; without it any of them will do. */
  settleTies: boolean;
  /** Told the seconds that have passed, a few times a second. */
  onTime?: ((secondsPassed: number) => void) | undefined;
}

/** Solves a choice within a time. */
export type MergeSolver = (problem: MergeProblem, objective: ChoiceObjective, options: SolveOptions) => Outcome;

/** Progress is told no oftener than this. */
const tellEveryMs = 200;

/** How far a goal may fall behind its best while later goals are sought: rounding of the solver, not of the figures. */
const slack = 1e-7;

const createClock = (seconds: number, onTime: SolveOptions['onTime']) => {
  const startMs = performance.now();
  let toldMs = startMs;
  return {
    left: (): number => seconds - (performance.now() - startMs) / 1000,
    tell: (): undefined => {
      const nowMs = performance.now();
      if (nowMs - toldMs < tellEveryMs) return;
      toldMs = nowMs;
      onTime?.((nowMs - startMs) / 1000);
    },
  };
};

interface Found {
  columns: Float64Array;
  best: number;
  gap: number;
}

/** Relative gap to a bound; null where the bound says nothing. */
const gapTo = (bound: number, reached: number): number | null =>
  Number.isFinite(bound) ? Math.abs(bound - reached) / Math.max(1, Math.abs(reached)) : null;
const widest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(a, b);

/**
 * Mixed-integer programming over HiGHS, with what tables over components prove as its bound and start.
 *
 * @param tabulate gives the tables; null leaves all to the solver
 */
export const createMergeSolver = (highs: Highs, tabulate: typeof componentTables = componentTables): MergeSolver => {
  const { modelStatus, variableType, objectiveSense, callbackType } = highs.constants;

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
    loaded.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-7,
      mip_feasibility_tolerance: 1e-9,
    });
    return loaded;
  };

  const every = (columns: number) => ({ kind: 'range', from: 0, to: columns - 1 }) as const;

  /** Runs with a goal from a start; null when nothing is known at the end of the time. */
  const run = (
    solver: Model,
    goal: Pick<Goal, 'sense' | 'cost'>,
    seconds: number,
    start: Float64Array | null,
    onTime: () => undefined,
  ): Found | 'infeasible' | null => {
    if (seconds <= 0) return null;
    solver.changeObjectiveSense(goal.sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
    solver.changeColsCost(every(goal.cost.length), goal.cost);
    solver.clearSolver();
    if (start) solver.setSolution({ colValue: start });
    // the clock of a model runs over all its solves
    solver.zeroAllClocks();
    solver.options.set('time_limit', seconds);
    solver.run({ [callbackType.mipInterrupt]: onTime });
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

  let kept: { problem: MergeProblem; conflicts: number; tables: ComponentTables | null } | null = null;
  /** The tables of a problem, kept for the next question about it: they answer for any target. */
  const tablesOf = (problem: MergeProblem): ComponentTables | null => {
    const isSame =
      kept !== null &&
      kept.problem.options === problem.options &&
      kept.problem.forced === problem.forced &&
      kept.problem.conflicts === problem.conflicts &&
      // conflicts are added to the same list as they are found
      kept.conflicts === problem.conflicts.length;
    if (!isSame || !kept) kept = { problem, conflicts: problem.conflicts.length, tables: tabulate(problem) };
    return kept.tables;
  };

  const byGoals: MergeSolver = (problem, objective, { secondsLeft, settleTies, onTime }) => {
    const hasTarget = objective !== 'all-that-pay';
    const clock = createClock(secondsLeft, onTime);
    const known = objective === 'reach-target' ? tablesOf(problem)?.leastMerges(problem.targetRate) : undefined;
    if (known === null) return 'infeasible';
    const isSettled = known !== undefined && known.mostValueVnd === known.valueVnd;
    if (isSettled && (!settleTies || known.chosen.length === 0)) return { chosen: known.chosen, gap: 0 };
    const model = buildMergeModel(problem, objective);
    const greedy = known?.chosen ?? chooseGreedily(problem, objective);
    const isStart = isPlan(problem, greedy, { hasTarget, isFair: objective === 'each-operator-gains' });
    const solver = load(problem, model);
    try {
      if (hasTarget) {
        const { constant, gain } = model.rateRow(problem.targetRate);
        const indices = [...gain.keys()];
        solver.addRow(-constant, highs.infinity, { indices, values: [...gain] });
      }
      let start: Float64Array | null = isStart ? columnsOf(problem, model, greedy) : null;
      let found: Found | null = null;
      let gap: number | null = 0;
      let before = 0;
      for (const goal of goalsOf(problem, objective, model, settleTies, known)) {
        const bound = goal.bound(before, gap === 0);
        if (!found && bound === Number.POSITIVE_INFINITY && goal.sense === 'least') return 'infeasible';
        // what can't be bettered need not be sought
        const next: Found | 'infeasible' | null =
          start && Math.abs(worthUnder(goal, start) - bound) < slack
            ? { columns: start, best: bound, gap: 0 }
            : run(solver, goal, clock.left(), start, clock.tell);
        if (next === 'infeasible') return found ? { chosen: chosenOf(problem, found.columns), gap } : 'infeasible';
        if (!next) {
          // what the choice so far has of this goal was not sought: only the bound tells how far from the best it may be
          if (found && !goal.isTie) gap = widest(gap, gapTo(bound, worthUnder(goal, found.columns)));
          break;
        }
        found = next;
        if (!goal.isTie) gap = widest(gap, Math.min(next.gap, gapTo(bound, next.best) ?? next.gap));
        start = next.columns;
        before = Math.round(next.best);
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
  const highestRate: MergeSolver = (problem, _, { secondsLeft, onTime }) => {
    const tables = tablesOf(problem);
    if (tables) {
      const highest = tables.highestRate();
      return highest ? { chosen: highest, gap: 0 } : 'infeasible';
    }
    const model = buildMergeModel(problem, 'highest-rate');
    const solver = load(problem, model);
    const clock = createClock(secondsLeft, onTime);
    let chosen = chooseGreedily(problem, 'highest-rate');
    try {
      for (;;) {
        const rate = rateOfTally(selectionOf(problem, chosen).tally());
        const goal = { sense: 'most', cost: model.rateRow(rate).gain } as const;
        const next = run(solver, goal, clock.left(), columnsOf(problem, model, chosen), clock.tell);
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

  return (problem, objective, options) => {
    if (problem.options.length === 0) {
      const isThere = objective === 'all-that-pay' || objective === 'highest-rate';
      return isThere || reaches(selectionOf(problem, []).tally(), problem.targetRate)
        ? { chosen: [], gap: 0 }
        : 'infeasible';
    }
    return (objective === 'highest-rate' ? highestRate : byGoals)(problem, objective, options);
  };
};
