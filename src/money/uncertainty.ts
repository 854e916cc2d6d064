import type { Range } from '../model/facts.ts';
import { randomFor } from '../model/random.ts';
import { type MoneyFigure, type MoneyParameters, moneyFigures } from './parameters.ts';
import { exactly } from './range.ts';

/** What a plan is worth under parameters, in VND at present value. */
export type Worth = (money: MoneyParameters) => Range;

/** The worth over many draws of the parameters. */
export interface MonteCarloSummary {
  draws: number;
  seed: string;
  /** What is to be expected: the average of the draws. */
  mean: number;
  /** A tenth of the draws lie below p10, half below p50, nine tenths below p90. */
  p10: number;
  p50: number;
  p90: number;
  /** Share of the draws, 0..1, in which nothing is lost. */
  gainShare: number;
}

/** What one parameter alone does to the worth, all others at their central figure. */
export interface TornadoBar {
  /** Row of the table of parameters. */
  parameter: string;
  atLow: number;
  atHigh: number;
}

const figures = Object.keys(moneyFigures) as MoneyFigure[];

/** A draw from the triangle over low, central (its peak) and high; `u` is uniform in [0, 1). */
const triangular = ({ low, central, high }: Range, u: number): number => {
  const width = high - low;
  if (width === 0) return central;
  const peak = (central - low) / width;
  return u < peak ? low + Math.sqrt(u * width * (central - low)) : high - Math.sqrt((1 - u) * width * (high - central));
};

/** Every parameter at its central figure, but for some. */
const settled = (money: MoneyParameters, drawOf: (figure: MoneyFigure) => number): MoneyParameters => {
  const fixed = { ...money };
  for (const figure of figures) fixed[figure] = exactly(drawOf(figure));
  // a part of a year is not counted
  fixed.horizonYears = exactly(Math.round(fixed.horizonYears.central));
  return fixed;
};

/** The value below which a share of sorted values lies, between neighbours in proportion. */
const quantile = (sorted: Float64Array, share: number): number => {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
};

/**
 * Draws every parameter from the triangle over its range, each apart from the others and the same for every mast, and
 * gives how the worth spreads. The same seed gives the same figures.
 */
export const monteCarloOf = (
  money: MoneyParameters,
  worthOf: Worth,
  draws: number,
  seed: string,
): MonteCarloSummary => {
  const { next } = randomFor(seed);
  const values = new Float64Array(draws);
  for (let k = 0; k < draws; k++) {
    values[k] = worthOf(settled(money, (figure) => triangular(money[figure], next()))).central;
  }
  values.sort();
  const gains = values.reduce((count, value) => count + (value >= 0 ? 1 : 0), 0);
  return {
    draws,
    seed,
    mean: values.reduce((sum, value) => sum + value, 0) / draws,
    p10: quantile(values, 0.1),
    p50: quantile(values, 0.5),
    p90: quantile(values, 0.9),
    gainShare: gains / draws,
  };
};

/** What each parameter's own range does to the worth, the widest swing first; those that do nothing are left out. */
export const tornadoOf = (money: MoneyParameters, worthOf: Worth): TornadoBar[] => {
  const central = settled(money, (figure) => money[figure].central);
  const worthWith = (figure: MoneyFigure, value: number): number =>
    worthOf({ ...central, [figure]: exactly(value) }).central;
  return figures
    .map((figure) => ({
      parameter: moneyFigures[figure].name,
      atLow: worthWith(figure, money[figure].low),
      atHigh: worthWith(figure, money[figure].high),
    }))
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
};
