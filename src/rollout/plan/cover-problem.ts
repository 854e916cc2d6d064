/** An option of a cover: what it costs and covers. At most one of a group is taken. */
export interface CoverOption {
  cost: number;
  covers: readonly number[];
  group: number;
}

/**
 * What a cover is after: to cover as many elements as can be at the least cost; to cover the most weight within a cost; or so
 * much of the weight of every part at the least cost.
 */
export type CoverGoal =
  | { kind: 'all' }
  | { kind: 'budget'; cost: number }
  | { kind: 'share'; partOf: readonly number[]; needs: readonly number[] };

/** Elements with a weight, and options that cover some of them. */
export interface CoverProblem {
  weights: readonly number[];
  options: readonly CoverOption[];
  /** Indices of options that have to be taken, and of those that may not. */
  forced: readonly number[];
  forbidden: readonly number[];
  /** Sets of options that may not all be taken. */
  conflicts: readonly (readonly number[])[];
}

/** Options that are taken, with what they cover kept up to date. */
export class Cover {
  readonly problem: CoverProblem;
  /** By option. */
  readonly isTaken: Uint8Array;
  /** How many of those taken cover each element. */
  readonly times: Int32Array;
  cost = 0;
  covered = 0;
  weight = 0;
  private readonly inGroup = new Map<number, number>();

  constructor(problem: CoverProblem, taken: readonly number[] = []) {
    this.problem = problem;
    this.isTaken = new Uint8Array(problem.options.length);
    this.times = new Int32Array(problem.weights.length);
    for (const option of taken) this.take(option);
  }

  take(option: number): void {
    const { cost, covers, group } = this.problem.options[option];
    this.isTaken[option] = 1;
    this.inGroup.set(group, (this.inGroup.get(group) ?? 0) + 1);
    this.cost += cost;
    for (const e of covers) {
      if (this.times[e]++ > 0) continue;
      this.covered++;
      this.weight += this.problem.weights[e];
    }
  }

  drop(option: number): void {
    const { cost, covers, group } = this.problem.options[option];
    this.isTaken[option] = 0;
    this.inGroup.set(group, this.inGroup.get(group)! - 1);
    this.cost -= cost;
    for (const e of covers) {
      if (--this.times[e] > 0) continue;
      this.covered--;
      this.weight -= this.problem.weights[e];
    }
  }

  /** Whether an option may be taken beside those that are. */
  fits(option: number): boolean {
    if (this.isTaken[option] || (this.inGroup.get(this.problem.options[option].group) ?? 0) > 0) return false;
    return !this.problem.conflicts.some(
      (set) => set.includes(option) && set.every((other) => other === option || this.isTaken[other] === 1),
    );
  }

  /** Whether nothing is lost where an option is dropped. */
  isSpare(option: number): boolean {
    return this.problem.options[option].covers.every((e) => this.times[e] > 1);
  }

  taken(): number[] {
    return this.problem.options.flatMap((_, option) => (this.isTaken[option] ? [option] : []));
  }
}

/** Indices of the options that may be taken. */
export const allowedOptions = ({ options, forbidden }: CoverProblem): number[] => {
  const not = new Set(forbidden);
  return options.flatMap((_, option) => (not.has(option) ? [] : [option]));
};

/** 1 for each element that some option that may be taken covers. */
export const coverable = (problem: CoverProblem): Uint8Array => {
  const can = new Uint8Array(problem.weights.length);
  for (const option of allowedOptions(problem)) for (const e of problem.options[option].covers) can[e] = 1;
  return can;
};

/** By part, the weight that is covered. */
export const weightByPart = (
  { weights }: CoverProblem,
  partOf: readonly number[],
  parts: number,
  isCovered: (e: number) => boolean,
): number[] => {
  const sums = new Array<number>(parts).fill(0);
  weights.forEach((weight, e) => {
    if (isCovered(e)) sums[partOf[e]] += weight;
  });
  return sums;
};

/** Rounding of sums of weights is no shortfall. */
export const weightSlack = 1e-6;
