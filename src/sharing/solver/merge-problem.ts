/** One merge as the choice sees it: whole numbers only, so that sums are exact in any order. */
export interface MergeOption {
  host: number;
  donor: number;
  /** Central present value to society, whole VND. */
  valueVnd: number;
  /** What the merge does to each operator's own account at present value, whole VND, by operator. */
  accountVnd: readonly number[];
  /** Breaks ties, the lesser first: metres apart, and more where the host has to be surveyed. */
  effort: number;
}

/**
 * A choice of merges without its geography: each site moves at most once, a host stays, nobody stands twice on a site,
 * tenants keep to the limit, and no set of `conflicts` is chosen whole.
 */
export interface MergeProblem {
  /** Tenants of each site. */
  tenants: readonly number[];
  /** Operators of each site, bit by bit. */
  operators: readonly number[];
  maxTenants: number;
  definition: 'D1' | 'D2';
  targetRate: number;
  options: readonly MergeOption[];
  /** Options that must be chosen. */
  forced: readonly number[];
  /** Sets of options that together take service from somebody or find no free height. */
  conflicts: readonly (readonly number[])[];
}

/** Numerator and denominator of the rate after a choice. */
export interface Tally {
  shared: number;
  all: number;
}

/** Rates this near count as equal: 15/100 and 0.15 are one rate. */
const rateTolerance = 1e-12;
export const reaches = ({ shared, all }: Tally, rate: number): boolean =>
  all > 0 ? shared >= (rate - rateTolerance) * all : rate <= 0;
export const rateOfTally = ({ shared, all }: Tally): number => (all > 0 ? shared / all : 0);

/** The choice so far, with what each new merge needs to know. */
export interface Selection {
  chosen: ReadonlySet<number>;
  /** Whether an option keeps every rule beside what is chosen. */
  fits: (option: number) => boolean;
  add: (option: number) => void;
  remove: (option: number) => void;
  tally: () => Tally;
  /** The tally with one option more. */
  tallyWith: (option: number) => Tally;
}

/** An empty choice for a problem. */
export const createSelection = (problem: MergeProblem): Selection => {
  const { tenants, operators, options, conflicts, definition } = problem;
  const chosen = new Set<number>();
  const isDonor = new Uint8Array(tenants.length);
  const coLocated = new Int32Array(tenants.length);
  const tenantsNow = Int32Array.from(tenants);
  const operatorsNow = Int32Array.from(operators);
  const conflictsOf = new Map<number, (readonly number[])[]>();
  for (const conflict of conflicts) {
    for (const option of conflict) {
      const list = conflictsOf.get(option);
      if (list) list.push(conflict);
      else conflictsOf.set(option, [conflict]);
    }
  }
  const now: Tally = { shared: 0, all: 0 };
  for (const count of tenants) {
    if (definition === 'D1') {
      now.all++;
      if (count >= 2) now.shared++;
    } else {
      now.all += count;
      if (count >= 2) now.shared += count;
    }
  }

  /** What choosing an option does to the tally. */
  const change = ({ host, donor }: MergeOption): Tally => {
    const hostNew = tenantsNow[host] < 2;
    const donorNew = tenants[donor] < 2;
    return definition === 'D1'
      ? { shared: (hostNew ? 1 : 0) - (donorNew ? 0 : 1), all: -1 }
      : { shared: (hostNew ? tenantsNow[host] : 0) + (donorNew ? tenants[donor] : 0), all: 0 };
  };
  const completes = (conflict: readonly number[], option: number): boolean =>
    conflict.every((member) => member === option || chosen.has(member));

  return {
    chosen,
    fits: (option) => {
      const { host, donor } = options[option];
      return (
        !chosen.has(option) &&
        isDonor[host] === 0 &&
        isDonor[donor] === 0 &&
        coLocated[donor] === 0 &&
        tenantsNow[host] + tenants[donor] <= problem.maxTenants &&
        (operatorsNow[host] & operators[donor]) === 0 &&
        !(conflictsOf.get(option) ?? []).some((conflict) => completes(conflict, option))
      );
    },
    add: (option) => {
      const { host, donor } = options[option];
      const { shared, all } = change(options[option]);
      now.shared += shared;
      now.all += all;
      chosen.add(option);
      isDonor[donor] = 1;
      coLocated[host]++;
      tenantsNow[host] += tenants[donor];
      operatorsNow[host] |= operators[donor];
    },
    remove: (option) => {
      const { host, donor } = options[option];
      chosen.delete(option);
      isDonor[donor] = 0;
      coLocated[host]--;
      tenantsNow[host] -= tenants[donor];
      operatorsNow[host] &= ~operators[donor];
      const { shared, all } = change(options[option]);
      now.shared -= shared;
      now.all -= all;
    },
    tally: () => ({ ...now }),
    tallyWith: (option) => {
      const { shared, all } = change(options[option]);
      return { shared: now.shared + shared, all: now.all + all };
    },
  };
};

/** A choice of these options, in their order. */
export const selectionOf = (problem: MergeProblem, chosen: Iterable<number>): Selection => {
  const selection = createSelection(problem);
  for (const option of chosen) selection.add(option);
  return selection;
};

/** Each operator's own account after a choice. */
export const accountsOf = (problem: MergeProblem, chosen: Iterable<number>): number[] => {
  const sums = (problem.options[0]?.accountVnd ?? []).map(() => 0);
  for (const option of chosen) {
    problem.options[option].accountVnd.forEach((vnd, operator) => {
      sums[operator] += vnd;
    });
  }
  return sums;
};

/** Whether a choice keeps every rule, holds what is forced, reaches the target, and leaves no operator worse off. */
export const isPlan = (
  problem: MergeProblem,
  chosen: readonly number[],
  { hasTarget, isFair }: { hasTarget: boolean; isFair: boolean },
): boolean => {
  const selection = createSelection(problem);
  for (const option of chosen) {
    if (!selection.fits(option)) return false;
    selection.add(option);
  }
  return (
    problem.forced.every((option) => selection.chosen.has(option)) &&
    (!hasTarget || reaches(selection.tally(), problem.targetRate)) &&
    (!isFair || accountsOf(problem, chosen).every((vnd) => vnd >= 0))
  );
};
