import type { Range } from '../model/facts.ts';
import type { Site } from '../model/site.ts';
import { total } from '../money/range.ts';
import { rehang } from '../sharing/candidates/place-antennas.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { sharingRate } from '../sharing/rate.ts';
import type { AssessedTower, Setting } from './assess-tower.ts';
import { gainOf, type Levels, strongest } from './levels.ts';
import { type JointMast, type Totals, type Verdict, verdicts } from './proposal-findings.ts';

/** A proposed mast in the company of others: its id is unique over all files. */
export interface Entrant extends AssessedTower {
  key: string;
  file: string;
}

/** A mast with guests: their tenants hung one after the other; null where they find no place by the rules. */
export const hangOn = (host: Site, guests: Site['tenants'], rules: SharingRules): Site | null => {
  if (host.tenants.length + guests.length > rules.maxTenants) return null;
  if (guests.some(({ operator }) => host.tenants.some((tenant) => tenant.operator === operator))) return null;
  const hung = rehang(host, host.tenants, guests, rules.tenantSpacingM);
  return hung && { ...host, tenants: [...host.tenants, ...hung] };
};

interface Network {
  sites: Site[];
  costs: Range[];
  /** Keys of masts whose place on a standing one was taken by another before them. */
  crowdedOut: Set<string>;
}

/** The network with every mast that can share doing so, in the order of the files. */
export const networkAsAdvised = (
  { standing, rules }: Setting,
  entrants: readonly Entrant[],
  joint: readonly Pick<JointMast, 'host' | 'moved'>[],
): Network => {
  const sites = new Map(standing.map((site) => [site.id, site]));
  const crowdedOut = new Set<string>();
  const costs: Range[] = [];
  const hostOf = new Map(joint.map(({ host, moved }) => [keyOf(moved), keyOf(host)]));
  const build = ({ key, tower, assessment }: Entrant): void => {
    sites.set(key, tower);
    costs.push(assessment.cost.buildVnd);
  };
  for (const entrant of entrants) {
    const { key, tower, shared, assessment } = entrant;
    if (hostOf.has(key)) continue;
    const host = shared && sites.get(shared.hostId);
    const crowded = host && hangOn(host, tower.tenants, rules);
    if (shared && host && crowded) {
      sites.set(shared.hostId, crowded);
      costs.push(assessment.cost.shareVnd);
    } else {
      if (shared) crowdedOut.add(key);
      build(entrant);
    }
  }
  for (const entrant of entrants) {
    const host = sites.get(hostOf.get(entrant.key) ?? '');
    const crowded = host && hangOn(host, entrant.tower.tenants, rules);
    if (!hostOf.has(entrant.key)) continue;
    if (host && crowded) {
      sites.set(hostOf.get(entrant.key)!, crowded);
      costs.push(entrant.assessment.cost.shareVnd);
    } else build(entrant);
  }
  return { sites: [...sites.values()], costs, crowdedOut };
};

export const keyOf = ({ file, id }: { file: string; id: string }): string => `${file}\n${id}`;

/** Sums over masts as one network. */
export const totalsOf = (setting: Setting, entrants: readonly Entrant[], joint: readonly JointMast[]): Totals => {
  const here = new Set(entrants.map(({ key }) => key));
  const own = joint.filter(({ host, moved }) => here.has(keyOf(host)) && here.has(keyOf(moved)));
  const { sites, costs } = networkAsAdvised(setting, entrants, own);
  const together = entrants.reduce<Levels>((sum, { levels }) => strongest(sum, levels), new Map());
  const count = (verdict: Verdict): number =>
    entrants.filter(({ assessment }) => assessment.verdict === verdict).length;
  return {
    towers: entrants.length,
    byVerdict: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Totals['byVerdict'],
    gain: gainOf(setting.ground, together),
    buildVnd: total(entrants.map(({ assessment }) => assessment.cost.buildVnd)),
    adviceVnd: total(costs),
    rate: {
      asBuilt: sharingRate([...setting.standing, ...entrants.map(({ tower }) => tower)]),
      asAdvised: sharingRate(sites),
    },
  };
};
