import type { Site } from '../model/site.ts';
import type { MoneyParameters } from '../money/parameters.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { sharingRate } from '../sharing/rate.ts';
import { buildCost } from './cost.ts';
import { gainOf, keptOf, type Levels, levelsOf, reachOf, type SweepTerrain } from './levels.ts';
import { nearestSite, sitesInReach } from './nearby-sites.ts';
import type { Gain, NearbySite, Reason, SiteAssessment, Verdict } from './proposal-findings.ts';

/** What every proposed site is assessed against. */
export interface Setting {
  ground: SweepTerrain;
  standing: readonly Site[];
  rules: SharingRules;
  money: MoneyParameters;
  isUrban: (communeCode: string) => boolean;
  communeName: (communeCode: string) => string;
}

/** A site assessed, with what it would give, for sums over several. */
export interface AssessedSite {
  proposed: Site;
  levels: Levels;
  assessment: SiteAssessment;
  /** Standing sites as they would be with this one's tenants on them; null where it does not share. */
  shared: { hostId: string; placed: Site['tenants'] } | null;
}

interface Mast {
  near: NearbySite;
  placed: Site['tenants'] | null;
}

/** Of the sites it can hang on: one that keeps everybody, or most people; one that needs no survey; the nearest. */
const bestHost = (masts: readonly Mast[]): Mast | undefined =>
  masts
    .filter(({ near }) => near.keptPeople !== null)
    .toSorted(
      (a, b) =>
        Number(b.near.keepsAll) - Number(a.near.keepsAll) ||
        (b.near.keptPeople ?? 0) - (a.near.keptPeople ?? 0) ||
        Number(a.near.fit === 'needs-survey') - Number(b.near.fit === 'needs-survey') ||
        a.near.distanceM - b.near.distanceM,
    )[0];

const judge = (
  gain: Gain,
  host: NearbySite | undefined,
  near: readonly NearbySite[],
  nearest: SiteAssessment['nearest'],
): { verdict: Verdict; reasons: Reason[] } => {
  const reasons: Reason[] = [];
  const { people, hamletsReached: centres } = gain;
  const asWell = host?.keepsAll ?? false;
  const reached = people + centres > 0;
  if (host && asWell) {
    const { siteId, distanceM, limitM } = host;
    reasons.push({ id: 'mast-serves-as-well', siteId, distanceM, limitM });
    if (host.fit === 'needs-survey') reasons.push({ id: 'survey-first', siteId });
  } else if (host) {
    const { siteId, distanceM } = host;
    const kept = { keptPeople: host.keptPeople ?? 0, people, keptCentres: host.keptCentres ?? 0, centres };
    reasons.push({ id: 'near-mast-loses', siteId, distanceM, ...kept });
  }
  for (const { fit, siteId, distanceM, limitM } of near) {
    if (fit === 'same-operator') reasons.push({ id: 'own-mast-near', siteId, distanceM, limitM });
    if (fit === 'too-many-tenants' || fit === 'no-room') {
      reasons.push({ id: 'near-mast-full', siteId, distanceM, fit });
    }
  }
  if (near.length === 0) reasons.push(nearest ? { id: 'no-mast-near', ...nearest } : { id: 'no-mast' });
  if (people > 0) reasons.push({ id: 'adds-people', people });
  else reasons.push(reached ? { id: 'adds-centres', centres } : { id: 'adds-nobody' });
  return { verdict: host && asWell ? 'share' : reached ? 'build' : 'no-gain', reasons };
};

/** Everything there is to say of one proposed site beside what stands. */
export const assessSite = (setting: Setting, proposed: Site): AssessedSite => {
  const { ground, standing, rules, money, isUrban } = setting;
  const levels = levelsOf(ground, proposed);
  const gain = gainOf(ground, levels);
  const reach = reachOf(ground, levels);
  const masts = sitesInReach(proposed, standing, rules, isUrban).map(({ site, placed, ...mast }): Mast => {
    const kept = placed && keptOf(ground, levels, levelsOf(ground, { ...site, tenants: placed }));
    return {
      placed,
      near: {
        siteId: site.id,
        owner: site.owner,
        operators: site.tenants.map(({ operator }) => operator),
        ...mast,
        keptPeople: kept?.people ?? null,
        keptCentres: kept?.centres ?? null,
        keepsAll: kept?.all ?? false,
      },
    };
  });
  const near = masts.map((mast) => mast.near);
  const nearest = nearestSite(proposed, standing);
  const host = bestHost(masts);
  const { verdict, reasons } = judge(gain.own, host?.near, near, nearest);
  const { technology } = ground.settings;
  if (!proposed.tenants.some(({ cells }) => cells.some((cell) => cell.technology === technology))) {
    reasons.push({ id: 'no-carrier', technology });
  }
  const shared = verdict === 'share' && host?.placed ? { hostId: host.near.siteId, placed: host.placed } : null;
  return {
    proposed,
    levels,
    shared,
    assessment: {
      id: proposed.id,
      position: proposed.position,
      communeCode: proposed.communeCode,
      communeName: setting.communeName(proposed.communeCode),
      operators: proposed.tenants.map(({ operator }) => operator),
      structure: proposed.structure,
      heightM: proposed.heightM,
      reachedPeople: reach.people,
      overlap: { own: reach.own, any: reach.any },
      gain,
      nearest,
      near,
      rate: {
        asBuilt: sharingRate([...standing, proposed]),
        ifShared: shared && sharingRate(withGuests(standing, shared)),
      },
      cost: buildCost(money, proposed.tenants.length),
      verdict,
      hostId: shared?.hostId ?? null,
      reasons,
    },
  };
};

const withGuests = (
  standing: readonly Site[],
  { hostId, placed }: { hostId: string; placed: Site['tenants'] },
): Site[] => standing.map((site) => (site.id === hostId ? { ...site, tenants: [...site.tenants, ...placed] } : site));
