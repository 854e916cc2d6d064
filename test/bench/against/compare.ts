import { spread } from '../measure.ts';

/** A line of a bench: what was measured, in words and settings, and figures. */
export type Line = Readonly<Record<string, unknown>>;

/** One figure of one measure on both sides, and what the other commit's figure is multiplied by to give this one's. */
export interface Comparison {
  measure: string;
  field: string;
  here: number;
  there: number;
  ratio: ReturnType<typeof spread>;
  /** How far one side is from itself between rounds, as a share; the larger of the two. */
  noise: number;
  verdict: 'slower' | 'faster' | 'the same';
}

/** Figures that cost something; others are counts and settings. */
const cost = /(?:^(?:ns|ms)(?:[A-Z]|$)|NsA[A-Z]|Ms$|[sS]econds$|^ms|Megabytes$)/;
const noCost = new Set(['limitMs', 'spreadMs']);

const costOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value;
  const { median } = (value ?? {}) as { median?: unknown };
  return typeof median === 'number' ? median : null;
};

/** What a line is about: its words, and the settings that tell lines of one name apart. */
const nameOf = (line: Line): string =>
  Object.entries(line)
    .filter(
      ([key, value]) => key !== 'sha256' && (typeof value === 'string' || typeof value === 'boolean' || key === 'zoom'),
    )
    .map(([key, value]) => (typeof value === 'string' ? value : `${key} ${value}`))
    .join(', ');

/** Costs of one run by measure and field. Lines of one name are told apart by their order. */
const costsOf = (lines: readonly Line[]): Map<string, [measure: string, field: string, cost: number]> => {
  const seen = new Map<string, number>();
  const costs = new Map<string, [string, string, number]>();
  for (const line of lines) {
    const name = nameOf(line);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const measure = nth > 1 ? `${name} (${nth})` : name;
    for (const [field, value] of Object.entries(line)) {
      const figure = costOf(value);
      if (figure !== null && cost.test(field) && !noCost.has(field))
        costs.set(`${measure} ${field}`, [measure, field, figure]);
    }
  }
  return costs;
};

const median = (values: readonly number[]): number => spread(values, 9).median;
const noiseOf = (values: readonly number[]): number => (Math.max(...values) - Math.min(...values)) / median(values);

/**
 * Compares rounds, each of which ran both sides one right after the other, measure by measure where both have it.
 *
 * A measure is slower or faster only where the ratio's median is further from 1 than either side is from itself.
 */
export const compareRounds = (rounds: readonly { here: readonly Line[]; there: readonly Line[] }[]): Comparison[] => {
  const sides = rounds.map(({ here, there }) => [costsOf(here), costsOf(there)] as const);
  const [first] = sides;
  if (!first) return [];
  return [...first[0]].flatMap(([key, [measure, field]]) => {
    const pairs = sides.flatMap(([here, there]) => {
      const [a, b] = [here.get(key)?.[2], there.get(key)?.[2]];
      return a === undefined || b === undefined || !(a > 0) || !(b > 0) ? [] : [[a, b] as const];
    });
    if (pairs.length === 0) return [];
    const [here, there] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
    const ratio = spread(
      pairs.map(([a, b]) => a / b),
      3,
    );
    const noise = Number(Math.max(noiseOf(here), noiseOf(there)).toFixed(3));
    const verdict = ratio.median > 1 + noise ? 'slower' : ratio.median < 1 / (1 + noise) ? 'faster' : 'the same';
    return [{ measure, field, here: median(here), there: median(there), ratio, noise, verdict }];
  });
};
