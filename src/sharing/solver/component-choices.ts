import type { MergeProblem } from './merge-problem.ts';

/** What choosing some of a component's merges gives: how many, what the rate's numerator gains, what they are worth. */
export interface ComponentChoice {
  count: number;
  shared: number;
  valueVnd: number;
  last: Link | null;
}

interface Link {
  option: number;
  before: Link | null;
}

/** Options of a choice, in the problem's order. */
export const optionsOf = ({ last }: ComponentChoice): number[] => {
  const options: number[] = [];
  for (let link = last; link; link = link.before) options.push(link.option);
  return options.reverse();
};

/** Where a walk over a component's options stands: only of sites and conflicts that an option to come still touches. */
interface State {
  /** Tenants now on each site, by its place in the component; −1 where its own have donor away. */
  tenants: number[];
  operators: number[];
  coLocated: number[];
  /** Conflicts all of whose members so far are chosen. */
  whole: boolean[];
  choices: ComponentChoice[];
}

/** Beyond this a component is too entangled to be walked through. */
const mostStates = 4_000;
const mostChoices = 40_000;

/** Choices that no other of as many merges betters in both what is shared and what it is worth. */
const unbettered = (choices: readonly ComponentChoice[]): ComponentChoice[] => {
  const sorted = [...choices].sort((a, b) => a.count - b.count || b.shared - a.shared || b.valueVnd - a.valueVnd);
  const kept: ComponentChoice[] = [];
  for (const choice of sorted) {
    const before = kept.at(-1);
    if (!before || before.count !== choice.count || choice.valueVnd > before.valueVnd) kept.push(choice);
  }
  return kept;
};

/**
 * Every choice among a component's options that is worth looking at, found by walking over the options once and joining
 * ways that leave the same behind. Null where the component is too entangled; empty where what is forced can't be.
 */
export const componentChoices = (problem: MergeProblem, component: readonly number[]): ComponentChoice[] | null => {
  const { definition, maxTenants } = problem;
  const inComponent = new Set(component);
  const forced = new Set(problem.forced);
  const order = nearOnesTogether(problem, component);
  const sites = [...new Set(order.flatMap((option) => [problem.options[option].host, problem.options[option].donor]))];
  const placeOf = new Map(sites.map((site, place) => [site, place]));
  const own = sites.map((site) => problem.tenants[site]);
  const conflicts = problem.conflicts.filter((conflict) => inComponent.has(conflict[0])).map((c) => new Set(c));
  const lastTouch = new Map<number, number>();
  order.forEach((option, k) => {
    const { host, donor } = problem.options[option];
    lastTouch.set(placeOf.get(host)!, k);
    lastTouch.set(placeOf.get(donor)!, k);
  });
  const conflictEnd = conflicts.map((conflict) => Math.max(...[...conflict].map((option) => order.indexOf(option))));

  let states: State[] = [
    {
      tenants: [...own],
      operators: sites.map((site) => problem.operators[site]),
      coLocated: sites.map(() => 0),
      whole: conflicts.map(() => true),
      choices: [{ count: 0, shared: 0, valueVnd: 0, last: null }],
    },
  ];

  const chosenIn = (state: State, option: number): State | null => {
    const { host, donor, valueVnd } = problem.options[option];
    const [h, m] = [placeOf.get(host)!, placeOf.get(donor)!];
    const stands = state.tenants[h] >= 0 && state.tenants[m] >= 0 && state.coLocated[m] === 0;
    const fits = state.tenants[h] + own[m] <= maxTenants && (state.operators[h] & problem.operators[donor]) === 0;
    if (!stands || !fits) return null;
    if (conflicts.some((conflict, c) => state.whole[c] && conflict.has(option) && order[conflictEnd[c]] === option))
      return null;
    const isNew = state.tenants[h] < 2;
    const gained =
      definition === 'D1'
        ? (isNew ? 1 : 0) - (own[m] < 2 ? 0 : 1)
        : (isNew ? state.tenants[h] : 0) + (own[m] < 2 ? own[m] : 0);
    return {
      tenants: state.tenants.with(h, state.tenants[h] + own[m]).with(m, -1),
      operators: state.operators.with(h, state.operators[h] | problem.operators[donor]),
      coLocated: state.coLocated.with(h, state.coLocated[h] + 1),
      whole: state.whole,
      choices: state.choices.map(({ count, shared, valueVnd: worth, last }) => ({
        count: count + 1,
        shared: shared + gained,
        valueVnd: worth + valueVnd,
        last: { option, before: last },
      })),
    };
  };
  const leftOutOf = (state: State, option: number): State => ({
    ...state,
    whole: state.whole.map((isWhole, c) => isWhole && !conflicts[c].has(option)),
  });

  for (const [k, option] of order.entries()) {
    const next = new Map<string, State>();
    const put = (state: State | null): void => {
      if (!state) return;
      // what no option to come touches makes no difference any more
      const isOpen = (_: unknown, place: number) => lastTouch.get(place)! > k;
      const key = JSON.stringify([
        state.tenants.filter(isOpen),
        state.operators.filter(isOpen),
        state.coLocated.map((count) => count > 0).filter(isOpen),
        state.whole.filter((_, c) => conflictEnd[c] > k),
      ]);
      const known = next.get(key);
      next.set(key, known ? { ...known, choices: unbettered([...known.choices, ...state.choices]) } : state);
    };
    for (const state of states) {
      put(chosenIn(state, option));
      if (!forced.has(option)) put(leftOutOf(state, option));
    }
    states = [...next.values()];
    const size = states.reduce((sum, { choices }) => sum + choices.length, 0);
    if (states.length > mostStates || size > mostChoices) return null;
  }
  return unbettered(states.flatMap(({ choices }) => choices));
};

/** The options site by site, each site after one that it shares an option with: few sites are open at a time. */
const nearOnesTogether = ({ options }: MergeProblem, component: readonly number[]): number[] => {
  const touching = new Map<number, number[]>();
  for (const option of component) {
    for (const site of [options[option].host, options[option].donor])
      touching.set(site, [...(touching.get(site) ?? []), option]);
  }
  const order = new Set<number>();
  const seen = new Set<number>();
  // components joined by a conflict only have more than one beginning
  for (const beginning of touching.keys()) {
    const queue = [beginning];
    for (const site of queue) {
      if (seen.has(site)) continue;
      seen.add(site);
      for (const option of touching.get(site)!) {
        order.add(option);
        queue.push(options[option].host, options[option].donor);
      }
    }
  }
  return [...order];
};
