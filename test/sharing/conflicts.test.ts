import { beforeAll, expect, test } from 'vitest';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings, type ServiceResult } from '../../src/coverage/service/service-types.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Candidate } from '../../src/sharing/candidates/candidates.ts';
import { carryOut, standingAfter } from '../../src/sharing/plan/apply-plan.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { findPairs } from '../../src/sharing/plan/prepare.ts';
import { createServiceCheck } from '../../src/sharing/service/service-check.ts';
import { seededRandom } from '../support/random.ts';
import { aDistrict } from './a-district.ts';

const spacingM = defaultSharingRules.tenantSpacingM;
const settings = { ...defaultServiceSettings, thresholdDbm: -95 };
let pack: Pack;
let service: ServiceResult;

beforeAll(async () => {
  ({ pack, service } = await aDistrict('Thị xã Phổ Yên'));
});

/** Merges in a random order, as many as can be carried out together. */
const someMerges = (candidates: readonly Candidate[], random: () => number): Candidate[] => {
  const shuffled = candidates.map((candidate) => ({ candidate, at: random() })).sort((a, b) => a.at - b.at);
  const plan: Candidate[] = [];
  for (const { candidate } of shuffled) {
    const isFree = plan.every(
      ({ host, donor }) => donor !== candidate.donor && donor !== candidate.host && host !== candidate.donor,
    );
    const next = [...plan, candidate];
    if (isFree && !carryOut(pack.sites, next, spacingM).placed.includes(null)) plan.push(candidate);
  }
  return plan;
};

test('the merges named for a loss bring it about by themselves, and are not the whole plan', () => {
  const check = createServiceCheck(sceneOf(pack), settings, service);
  const { candidates } = findPairs(pack, {
    ...defaultSharingRules,
    ruralDistanceM: 1500,
    urbanDistanceM: 600,
    maxTenants: 4,
  });
  const random = seededRandom(7);
  let seen = 0;
  for (let round = 0; round < 6; round++) {
    const merges = someMerges(candidates, random);
    const carried = carryOut(pack.sites, merges, spacingM);
    const standing = standingAfter(pack.sites, merges, carried);
    for (const { point, together } of check.recompute({ merges, standing, spacingM }, true).lost.slice(0, 25)) {
      seen++;
      expect(together.length).toBeLessThan(merges.length);
      const sites = standingAfter(pack.sites, together, carryOut(pack.sites, together, spacingM));
      const alone = createServiceEvaluator({ ...sceneOf(pack), sites }, settings);
      const before = service.operators.map((_, o) => service.levelDbm[point * service.operators.length + o]);
      const fell = before.some((level, o) => {
        const after = alone.best(point, o).levelDbm;
        return level >= settings.thresholdDbm && !(after >= settings.thresholdDbm);
      });
      expect(fell).toBe(true);
    }
  }
  expect(seen).toBeGreaterThan(20);
});
