// @module-tag slow
import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import { addTenants } from '../../src/proposal/advice.ts';
import type { Assessment } from '../../src/proposal/assessment.ts';
import type { SiteAssessment } from '../../src/proposal/proposal-findings.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { sharingRate } from '../../src/sharing/rate.ts';
import { seededRandom } from '../support/random.ts';
import { aFile, aNetwork, aStandingSite, assessed } from './a-proposal.ts';

const operators = ['viettel', 'vinaphone', 'mobifone'] as const;
/** A degree of longitude is 103.5 km at 21.63° N. */
const east = (metres: number): number => 105.81 + metres / 103_500;

/** Standing masts some hundred metres apart and planned ones between them, nobody near who would miss one. */
const aRow = (seed: number): { standing: Site[]; planned: Site[] } => {
  const random = seededRandom(seed);
  const siteAt = (id: string): Site =>
    aStandingSite(id, operators[Math.floor(random() * 3)], [east(random() * 1_600), 21.63 + random() * 0.002], {
      structure: 'self-support',
      heightM: 50,
    });
  return {
    standing: ['TN-0001', 'TN-0002', 'TN-0003', 'TN-0004'].map(siteAt),
    planned: ['P-1', 'P-2', 'P-3', 'P-4', 'P-5'].map(siteAt),
  };
};

interface Outcome {
  rate: number;
  count: number;
  saving: number;
}

/** What every way of putting planned masts onto standing ones gives, each way tried. */
const everyWay = (
  standing: readonly Site[],
  planned: readonly Site[],
  proposedSites: readonly SiteAssessment[],
): Outcome[] => {
  const ways: Outcome[] = [];
  const go = (t: number, sites: readonly Site[], built: readonly Site[], count: number, saving: number): void => {
    if (t === planned.length) {
      ways.push({ rate: sharingRate([...sites, ...built]).d1, count, saving });
      return;
    }
    go(t + 1, sites, [...built, planned[t]], count, saving);
    for (const near of proposedSites[t].near.filter(({ keepsAll }) => keepsAll)) {
      const host = sites.find(({ id }) => id === near.siteId)!;
      const placed = addTenants(host, planned[t].tenants, defaultSharingRules);
      if (!placed) continue;
      const after = sites.map((site) => (site === host ? placed : site));
      go(t + 1, after, built, count + 1, saving + proposedSites[t].cost.savingVnd.central);
    }
  };
  go(0, standing, [], 0, 0);
  return ways;
};

const assessRow = ({ standing, planned }: ReturnType<typeof aRow>): Promise<Assessment> =>
  assessed(aNetwork(standing, [], 35), aFile('a.geojson', ...planned));

describe('planned masts onto standing ones', () => {
  test('at each rate as few as can be, and as much saved as so few can: every way tried', async () => {
    let points = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const row = aRow(seed);
      const { avoided, files } = await assessRow(row);
      const ways = everyWay(row.standing, row.planned, files[0].proposedSites);
      expect(avoided.points[0]).toMatchObject({ rate: avoided.asBuiltRate, count: 0, gap: 0 });
      expect(avoided.points.at(-1)!.rate).toBeCloseTo(Math.max(...ways.map(({ rate }) => rate)), 12);
      // each number of masts that raises the rate beyond what fewer can is a point
      const highestBy = (most: number) =>
        Math.max(...ways.filter(({ count }) => count <= most).map(({ rate }) => rate));
      const counts = [1, 2, 3, 4, 5].filter((count) => highestBy(count) > highestBy(count - 1) + 1e-12);
      expect(
        avoided.points.map(({ count }) => count),
        `row ${seed}`,
      ).toEqual([0, ...counts]);
      for (const { rate, count, savingVnd, gap } of avoided.points) {
        const enough = ways.filter((way) => way.rate >= rate - 1e-12);
        const fewest = Math.min(...enough.map((way) => way.count));
        expect(count, `row ${seed}`).toBe(fewest);
        const most = Math.max(...enough.filter((way) => way.count === fewest).map(({ saving }) => saving));
        expect(savingVnd.central, `row ${seed}`).toBeCloseTo(most, 0);
        expect(gap).toBe(0);
        points++;
      }
    }
    expect(points).toBeGreaterThan(30);
  });

  test('without a mast near enough there is one point: all of them built', async () => {
    const far = aStandingSite('P-1', 'vinaphone', [105.87, 21.63]);
    const { avoided } = await assessed(
      aNetwork([aStandingSite('TN-0001', 'viettel', [105.81, 21.63])], []),
      aFile('a', far),
    );
    expect(avoided).toMatchObject({ planned: 1, withPlace: 0, todayRate: 0, asBuiltRate: 0 });
    expect(avoided.points).toHaveLength(1);
  });
});
