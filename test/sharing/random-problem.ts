import type { MergeOption, MergeProblem } from '../../src/sharing/solver/merge-problem.ts';
import { seededRandom } from '../support/random.ts';

/** A choice among few merges, with everything that can stand between them: conflicts, limits, conflicts, forced ones. */
export const randomProblem = (seed: number, mostOptions = 12): MergeProblem => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const sites = 5 + below(6);
  const operators = Array.from({ length: sites }, () => {
    const first = 1 << below(4);
    return random() < 0.25 ? first | (1 << below(4)) : first;
  });
  const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;
  const tenants = operators.map(bits);
  const maxTenants = 2 + below(3);
  const options: MergeOption[] = [];
  for (let tries = 0; tries < 200 && options.length < mostOptions; tries++) {
    const [host, donor] = [below(sites), below(sites)];
    const isNew = !options.some((other) => other.host === host && other.donor === donor);
    const fits = (operators[host] & operators[donor]) === 0 && tenants[host] + tenants[donor] <= maxTenants;
    if (host === donor || !isNew || !fits) continue;
    options.push({
      host,
      donor,
      valueVnd: Math.round((random() - 0.3) * 200) * 1_000_000 + below(1000),
      accountVnd: [0, 1, 2, 3].map((bit) => ((operators[donor] >> bit) & 1 ? Math.round((random() - 0.4) * 1e8) : 0)),
      effort: Math.round(random() * 500),
    });
  }
  const conflicts: number[][] = [];
  for (let k = 0; k < below(3) && options.length > 2; k++) {
    const first = below(options.length);
    const second = (first + 1 + below(options.length - 1)) % options.length;
    conflicts.push([first, second]);
  }
  const shared = tenants.filter((count) => count >= 2).length;
  const today = shared / sites;
  return {
    tenants,
    operators,
    maxTenants,
    definition: random() < 0.5 ? 'D1' : 'D2',
    targetRate: Math.round((today + random() * (1 - today) * 0.8) * 100) / 100,
    options,
    forced: options.length > 0 && random() < 0.2 ? [below(options.length)] : [],
    conflicts,
  };
};

/** Every choice that keeps the rules and holds what is forced, tried out one by one from the problem's own words. */
export const everyChoice = (problem: MergeProblem): number[][] => {
  const { options, tenants, operators, maxTenants, conflicts, forced } = problem;
  const keeps = (chosen: readonly number[]): boolean => {
    const donor = chosen.map((option) => options[option].donor);
    if (new Set(donor).size < donor.length) return false;
    if (chosen.some((option) => donor.includes(options[option].host))) return false;
    for (let site = 0; site < tenants.length; site++) {
      const coLocated = chosen.filter((option) => options[option].host === site).map((option) => options[option].donor);
      if (coLocated.length === 0) continue;
      const present = [operators[site], ...coLocated.map((guest) => operators[guest])];
      if (present.some((mask, k) => present.some((other, l) => l > k && (mask & other) !== 0))) return false;
      if (tenants[site] + coLocated.reduce((sum, guest) => sum + tenants[guest], 0) > maxTenants) return false;
    }
    if (conflicts.some((conflict) => conflict.every((option) => chosen.includes(option)))) return false;
    return forced.every((option) => chosen.includes(option));
  };
  const all: number[][] = [];
  for (let set = 0; set < 2 ** options.length; set++) {
    const chosen = options.map((_, option) => option).filter((option) => (set >> option) & 1);
    if (keeps(chosen)) all.push(chosen);
  }
  return all;
};

/** The rate after a choice, counted site by site. */
export const rateAfter = ({ options, tenants, definition }: MergeProblem, chosen: readonly number[]) => {
  const after = [...tenants];
  for (const option of chosen) {
    after[options[option].host] += tenants[options[option].donor];
    after[options[option].donor] = 0;
  }
  const standing = after.filter((count) => count > 0);
  const shared = standing.filter((count) => count >= 2);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return definition === 'D1' ? shared.length / standing.length : sum(shared) / sum(standing);
};
