import type { Highs, Model } from 'highs';
import { allowedOptions, Cover, type CoverGoal, type CoverProblem, coverable, weightByPart } from './cover-problem.ts';
import { coverGreedily } from './greedy-cover.ts';

/** A choice of options, and what is proven of it. */
export interface SolvedCover {
  taken: number[];
  /** Cost for `all` and `share`, weight for `budget`. */
  reached: number;
  /** What no choice betters; null where nothing is proven. */
  bound: number | null;
  gap: number | null;
  method: 'greedy' | 'milp';
}

export type CoverSolver = (problem: CoverProblem, goal: CoverGoal, seconds: number) => SolvedCover | null;

/** Costs go into the model in millions, for the numbers of a model to be of one size. */
const costUnit = 1e6;
/**
 * How far a goal may fall behind its best while the next is sought, people or elements: rounding of the solver. As little as
 * the solver's own tolerance, 1e-6, would let its presolve take a best that can't be bettered for one that can't be reached.
 */
const slack = 1e-3;
/** Rounding of the solver's costs, in their unit. */
const costSlack = 1e-6;

interface Found {
  taken: number[];
  best: number;
  bound: number;
}

const relativeGap = (reached: number, bound: number): number =>
  Math.abs(reached - bound) / Math.max(1e-9, Math.abs(reached), Math.abs(bound));

/**
 * Mixed-integer programming over HiGHS, from a greedy start: a binary column an option, and a column an element that is at
 * most the options taken that cover it.
 */
export const createCoverSolver = (highs: Highs): CoverSolver => {
  const { modelStatus, variableType, objectiveSense } = highs.constants;

  const load = (problem: CoverProblem): Model => {
    const { options, weights, forced, conflicts } = problem;
    const allowed = new Set(allowedOptions(problem));
    const isForced = new Set(forced);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const upper: number[] = [];
    const addRow = (columns: readonly number[], of: readonly number[], limit: number): void => {
      indices.push(...columns);
      values.push(...of);
      starts.push(indices.length);
      upper.push(limit);
    };
    const coverers: number[][] = weights.map(() => []);
    const groups = new Map<number, number[]>();
    for (const option of allowed) {
      const { covers, group } = options[option];
      for (const e of covers) coverers[e].push(option);
      const there = groups.get(group);
      if (there) there.push(option);
      else groups.set(group, [option]);
    }
    coverers.forEach((of, e) => {
      addRow([options.length + e, ...of], [1, ...of.map(() => -1)], 0);
    });
    for (const of of groups.values())
      if (of.length > 1)
        addRow(
          of,
          of.map(() => 1),
          1,
        );
    for (const of of conflicts)
      addRow(
        of,
        of.map(() => 1),
        of.length - 1,
      );
    const columns = options.length + weights.length;
    const model = highs.createModel({
      numCols: columns,
      numRows: upper.length,
      colCost: new Float64Array(columns),
      colLower: Float64Array.from({ length: columns }, (_, column) => (isForced.has(column) ? 1 : 0)),
      colUpper: Float64Array.from({ length: columns }, (_, column) =>
        column < options.length && !allowed.has(column) ? 0 : 1,
      ),
      rowLower: new Float64Array(upper.length).fill(-highs.infinity),
      rowUpper: Float64Array.from(upper),
      matrix: {
        format: 'csr',
        numRows: upper.length,
        numCols: columns,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: Int32Array.from({ length: columns }, (_, column) =>
        column < options.length ? variableType.integer : variableType.continuous,
      ),
    });
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-7 });
    return model;
  };

  const solution = ({ options, weights }: CoverProblem, taken: readonly number[]): Float64Array => {
    const colValue = new Float64Array(options.length + weights.length);
    for (const option of taken) {
      colValue[option] = 1;
      for (const e of options[option].covers) colValue[options.length + e] = 1;
    }
    return colValue;
  };

  /** Null where the time ends before anything is found. */
  const run = (
    model: Model,
    problem: CoverProblem,
    cost: Float64Array,
    sense: 'least' | 'most',
    seconds: number,
    start: readonly number[],
  ): Found | null => {
    if (seconds <= 0) return null;
    model.changeObjectiveSense(sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
    model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
    model.clearSolver();
    model.setSolution({ colValue: solution(problem, start) });
    model.zeroAllClocks();
    model.options.set('time_limit', seconds);
    model.run();
    const columns = model.getSolution().colValue;
    if (model.getModelStatus() === modelStatus.infeasible || columns.length === 0) return null;
    const taken = problem.options.flatMap((_, option) => (columns[option] > 0.5 ? [option] : []));
    const best = model.getObjectiveValue();
    const isDone = model.getModelStatus() === modelStatus.optimal;
    const bound = isDone ? best : Number(model.info.get('mip_dual_bound'));
    return { taken, best, bound };
  };

  const costs = ({ options, weights }: CoverProblem): Float64Array =>
    Float64Array.from({ length: options.length + weights.length }, (_, column) =>
      column < options.length ? options[column].cost / costUnit : 0,
    );
  const worths = ({ options }: CoverProblem, of: readonly number[]): Float64Array =>
    Float64Array.from([...options.map(() => 0), ...of]);
  /** Adds a row over columns with a value. */
  const hold = (model: Model, row: Float64Array, lower: number, upper: number): void => {
    const indices = [...row.keys()].filter((column) => row[column] !== 0);
    model.addRow(lower, upper, { indices, values: indices.map((column) => row[column]) });
  };

  /** Covers that cost least among those that hold what the model holds. */
  const cheapest = (
    model: Model,
    problem: CoverProblem,
    seconds: number,
    start: readonly number[],
    isStart: boolean,
  ): SolvedCover => {
    const found = run(model, problem, costs(problem), 'least', seconds, start);
    const greedy = new Cover(problem, start);
    if (!found || (isStart && greedy.cost < (found.best - costSlack) * costUnit)) {
      return { taken: [...start], reached: greedy.cost, bound: null, gap: null, method: 'greedy' };
    }
    const reached = new Cover(problem, found.taken).cost;
    const isBound = Number.isFinite(found.bound);
    const bound = isBound ? Math.min(reached, found.bound * costUnit) : null;
    return {
      taken: found.taken,
      reached,
      bound,
      gap: bound === null ? null : found.best === found.bound ? 0 : relativeGap(reached, bound),
      method: 'milp',
    };
  };

  return (problem, goal, seconds) => {
    const greedy = coverGreedily(problem, goal);
    if (!greedy) return null;
    if (problem.options.length === 0) return { taken: [], reached: 0, bound: 0, gap: 0, method: 'milp' };
    const startMs = performance.now();
    const left = (): number => seconds - (performance.now() - startMs) / 1000;
    const model = load(problem);
    try {
      const can = coverable(problem);
      const count = can.reduce((sum, is) => sum + is, 0);
      if (goal.kind === 'all') {
        const ones = worths(
          problem,
          problem.weights.map(() => 1),
        );
        let start = greedy;
        let most = new Cover(problem, greedy).covered;
        // options that exclude each other may leave something out: how little is sought first
        if (most < count) {
          const found = run(model, problem, ones, 'most', left() / 2, greedy);
          if (found && found.best > most + slack) {
            start = found.taken;
            most = Math.round(found.best);
          }
        }
        hold(model, ones, most - slack, highs.infinity);
        return cheapest(model, problem, left(), start, true);
      }
      if (goal.kind === 'share') {
        goal.needs.forEach((need, part) => {
          const row = worths(
            problem,
            problem.weights.map((weight, e) => (goal.partOf[e] === part ? weight : 0)),
          );
          if (need > 0) hold(model, row, need - slack, highs.infinity);
        });
        const has = weightByPart(problem, goal.partOf, goal.needs.length, (e) => can[e] === 1);
        const isStart = goal.needs.every((need, part) => need <= has[part]);
        return cheapest(model, problem, left(), greedy, isStart);
      }
      const weights = worths(problem, problem.weights);
      hold(model, costs(problem), -highs.infinity, goal.cost / costUnit + 1e-9);
      const found = run(model, problem, weights, 'most', left() * 0.9, greedy);
      const before = new Cover(problem, greedy).weight;
      if (!found || found.best < before - slack)
        return { taken: greedy, reached: before, bound: null, gap: null, method: 'greedy' };
      const reached = new Cover(problem, found.taken).weight;
      const bound = Number.isFinite(found.bound) ? Math.max(reached, found.bound) : null;
      const gap = bound === null ? null : found.best === found.bound ? 0 : relativeGap(reached, bound);
      // of covers with as much weight, the cheapest
      hold(model, weights, found.best - slack, highs.infinity);
      const cheaper = run(model, problem, costs(problem), 'least', left(), found.taken);
      const isCheaper = cheaper && new Cover(problem, cheaper.taken).weight >= reached - slack;
      return { taken: isCheaper ? cheaper.taken : found.taken, reached, bound, gap, method: 'milp' };
    } finally {
      model.dispose();
    }
  };
};
