import type { Range } from '../model/facts.ts';
import type { Site } from '../model/site.ts';
import { total } from '../money/range.ts';
import { placeAntennas } from '../sharing/candidates/place-antennas.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { sharingRate } from '../sharing/rate.ts';
import type { AssessedSite, Setting } from './assess-site.ts';
import { gainOf, type Levels, strongest } from './levels.ts';
import { type JointSite, type Totals, type Verdict, verdicts } from './proposal-findings.ts';

/** A proposed site in the company of others: its id is unique over all files. */
export interface Entrant extends AssessedSite {
  key: string;
  file: string;
}

/** A site with co-located tenants: their tenants placed one after the other; null where they find no place by the rules. */
export const addTenants = (host: Site, coLocated: Site['tenants'], rules: SharingRules): Site | null => {
  if (host.tenants.length + coLocated.length > rules.maxTenants) return null;
  if (coLocated.some(({ operator }) => host.tenants.some((tenant) => tenant.operator === operator))) return null;
  const placed = placeAntennas(host, host.tenants, coLocated, rules.tenantSpacingM);
  return placed && { ...host, tenants: [...host.tenants, ...placed] };
};

interface Network {
  sites: Site[];
  costs: Range[];
  /** Keys of sites whose place on a standing one was taken by another before them. */
  crowdedOut: Set<string>;
}

/** The network with every site that can share doing so, in the order of the files. */
export const networkAsAdvised = (
  { standing, rules }: Setting,
  entrants: readonly Entrant[],
  joint: readonly Pick<JointSite, 'host' | 'donor'>[],
): Network => {
  const sites = new Map(standing.map((site) => [site.id, site]));
  const crowdedOut = new Set<string>();
  const costs: Range[] = [];
  const hostOf = new Map(joint.map(({ host, donor }) => [keyOf(donor), keyOf(host)]));
  const build = ({ key, proposed, assessment }: Entrant): void => {
    sites.set(key, proposed);
    costs.push(assessment.cost.buildVnd);
  };
  for (const entrant of entrants) {
    const { key, proposed, shared, assessment } = entrant;
    if (hostOf.has(key)) continue;
    const host = shared && sites.get(shared.hostId);
    const crowded = host && addTenants(host, proposed.tenants, rules);
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
    const crowded = host && addTenants(host, entrant.proposed.tenants, rules);
    if (!hostOf.has(entrant.key)) continue;
    if (host && crowded) {
      sites.set(hostOf.get(entrant.key)!, crowded);
      costs.push(entrant.assessment.cost.shareVnd);
    } else build(entrant);
  }
  return { sites: [...sites.values()], costs, crowdedOut };
};

export const keyOf = ({ file, id }: { file: string; id: string }): string => `${file}\n${id}`;

/** Sums over sites as one network. */
export const totalsOf = (setting: Setting, entrants: readonly Entrant[], joint: readonly JointSite[]): Totals => {
  const here = new Set(entrants.map(({ key }) => key));
  const own = joint.filter(({ host, donor }) => here.has(keyOf(host)) && here.has(keyOf(donor)));
  const { sites, costs } = networkAsAdvised(setting, entrants, own);
  const together = entrants.reduce<Levels>((sum, { levels }) => strongest(sum, levels), new Map());
  const count = (verdict: Verdict): number =>
    entrants.filter(({ assessment }) => assessment.verdict === verdict).length;
  return {
    proposedSites: entrants.length,
    byVerdict: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Totals['byVerdict'],
    gain: gainOf(setting.ground, together),
    buildVnd: total(entrants.map(({ assessment }) => assessment.cost.buildVnd)),
    adviceVnd: total(costs),
    rate: {
      asBuilt: sharingRate([...setting.standing, ...entrants.map(({ proposed }) => proposed)]),
      asAdvised: sharingRate(sites),
    },
  };
};
