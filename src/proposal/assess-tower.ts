import type { Site } from '../model/site.ts';
import type { MoneyParameters } from '../money/parameters.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { sharingRate } from '../sharing/rate.ts';
import { mastCost } from './cost.ts';
import { type Ground, gainOf, keptOf, type Levels, levelsOf, reachOf } from './levels.ts';
import { mastsInReach, nearestMast } from './near-masts.ts';
import type { Gain, NearMast, Reason, TowerAssessment, Verdict } from './proposal-findings.ts';

/** What every proposed mast is assessed against. */
export interface Setting {
  ground: Ground;
  standing: readonly Site[];
  rules: SharingRules;
  money: MoneyParameters;
  isUrban: (communeCode: string) => boolean;
  communeName: (communeCode: string) => string;
}

/** A mast assessed, with what it would give, for sums over several. */
export interface AssessedTower {
  tower: Site;
  levels: Levels;
  assessment: TowerAssessment;
  /** Standing masts as they would be with this one's tenants on them; null where it does not share. */
  shared: { hostId: string; hung: Site['tenants'] } | null;
}

interface Mast {
  near: NearMast;
  hung: Site['tenants'] | null;
}

/** Of the masts it can hang on: one that keeps everybody, or most people; one that needs no survey; the nearest. */
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
  host: NearMast | undefined,
  near: readonly NearMast[],
  nearest: TowerAssessment['nearest'],
): { verdict: Verdict; reasons: Reason[] } => {
  const reasons: Reason[] = [];
  const { people } = gain;
  const asWell = host?.keepsAll ?? false;
  const reached = people + gain.hamletsReached + gain.hamletsServed > 0;
  if (host && asWell) {
    const { siteId, distanceM, limitM } = host;
    reasons.push({ id: 'mast-serves-as-well', siteId, distanceM, limitM });
    if (host.fit === 'needs-survey') reasons.push({ id: 'survey-first', siteId });
  } else if (host) {
    const { siteId, distanceM } = host;
    reasons.push({ id: 'near-mast-loses', siteId, distanceM, keptPeople: host.keptPeople ?? 0, people });
  }
  for (const { fit, siteId, distanceM, limitM } of near) {
    if (fit === 'same-operator') reasons.push({ id: 'own-mast-near', siteId, distanceM, limitM });
    if (fit === 'too-many-tenants' || fit === 'no-room') {
      reasons.push({ id: 'near-mast-full', siteId, distanceM, fit });
    }
  }
  if (near.length === 0) reasons.push(nearest ? { id: 'no-mast-near', ...nearest } : { id: 'no-mast' });
  reasons.push(reached ? { id: 'adds-people', people } : { id: 'adds-nobody' });
  return { verdict: host && asWell ? 'share' : reached ? 'build' : 'no-gain', reasons };
};

/** Everything there is to say of one proposed mast beside what stands. */
export const assessTower = (setting: Setting, tower: Site): AssessedTower => {
  const { ground, standing, rules, money, isUrban } = setting;
  const levels = levelsOf(ground, tower);
  const gain = gainOf(ground, levels);
  const reach = reachOf(ground, levels);
  const masts = mastsInReach(tower, standing, rules, isUrban).map(({ site, hung, ...mast }): Mast => {
    const kept = hung && keptOf(ground, levels, levelsOf(ground, { ...site, tenants: hung }));
    return {
      hung,
      near: {
        siteId: site.id,
        owner: site.owner,
        operators: site.tenants.map(({ operator }) => operator),
        ...mast,
        keptPeople: kept?.people ?? null,
        keepsAll: kept?.all ?? false,
      },
    };
  });
  const near = masts.map((mast) => mast.near);
  const nearest = nearestMast(tower, standing);
  const host = bestHost(masts);
  const { verdict, reasons } = judge(gain.own, host?.near, near, nearest);
  const { technology } = ground.settings;
  if (!tower.tenants.some(({ cells }) => cells.some((cell) => cell.technology === technology))) {
    reasons.push({ id: 'no-carrier', technology });
  }
  const shared = verdict === 'share' && host?.hung ? { hostId: host.near.siteId, hung: host.hung } : null;
  return {
    tower,
    levels,
    shared,
    assessment: {
      id: tower.id,
      position: tower.position,
      communeCode: tower.communeCode,
      communeName: setting.communeName(tower.communeCode),
      operators: tower.tenants.map(({ operator }) => operator),
      structure: tower.structure,
      heightM: tower.heightM,
      reachedPeople: reach.people,
      overlap: { own: reach.own, any: reach.any },
      gain,
      nearest,
      near,
      rate: {
        asBuilt: sharingRate([...standing, tower]),
        ifShared: shared && sharingRate(withGuests(standing, shared)),
      },
      cost: mastCost(money, tower.tenants.length),
      verdict,
      hostId: shared?.hostId ?? null,
      reasons,
    },
  };
};

const withGuests = (standing: readonly Site[], { hostId, hung }: { hostId: string; hung: Site['tenants'] }): Site[] =>
  standing.map((site) => (site.id === hostId ? { ...site, tenants: [...site.tenants, ...hung] } : site));
