import { expect, test } from 'vitest';
import { strongestOf } from '../../src/coverage/raster/composite-best-server.ts';
import { defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import type { Site } from '../../src/model/site.ts';
import { applyPlan, carryOut } from '../../src/sharing/plan/apply-plan.ts';
import { partsByPlan } from '../../src/sharing/plan/plan-parts.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { computeCoverageInWorkers } from '../../workers/coverage/client.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';

const pack = aNetwork(
  [
    aStandingSite('TN-0001', 'viettel', [105.81, 21.62], { heightM: 60 }),
    aStandingSite('TN-0002', 'vinaphone', [105.813, 21.62]),
    aStandingSite('TN-0003', 'mobifone', [105.812, 21.622]),
    aStandingSite('TN-0004', 'vinaphone', [105.88, 21.63]),
  ],
  [],
  200,
);
const merges = [
  { donorId: 'TN-0002', hostId: 'TN-0001' },
  { donorId: 'TN-0003', hostId: 'TN-0001' },
];

const placed = carryOut(
  pack.sites,
  [
    { donor: 1, host: 0 },
    { donor: 2, host: 0 },
  ],
  defaultSharingRules.tenantSpacingM,
).placed.map((tenants) => tenants!);

const levelsOf = async (sites: readonly Site[], operator: string): Promise<Int16Array> => {
  const settings = { ...defaultCoverageSettings, zoom: 11 };
  const result = await computeCoverageInWorkers(sceneOf({ ...pack, sites }), settings);
  return strongestOf(result, operator);
};
const stronger = (a: Int16Array, b: Int16Array): Int16Array => a.map((level, i) => Math.max(level, b[i]));

test('a network cut by a plan covers the ground, cell by cell, as the whole does before and after it', async () => {
  const { kept, donor, coLocated } = partsByPlan(pack.sites, merges, placed);
  expect(donor.map(({ id }) => id)).toEqual(['TN-0002', 'TN-0003']);
  expect(coLocated.map(({ id, tenants }) => [id, tenants.length])).toEqual([['TN-0001', 2]]);
  let changed = 0;
  for (const operator of ['viettel', 'vinaphone', 'mobifone']) {
    const still = await levelsOf(kept, operator);
    const before = await levelsOf(pack.sites, operator);
    const after = await levelsOf(applyPlan(pack.sites, merges, defaultSharingRules), operator);
    expect(stronger(still, await levelsOf(donor, operator))).toEqual(before);
    expect(stronger(still, await levelsOf(coLocated, operator))).toEqual(after);
    changed += before.filter((level, i) => level !== after[i]).length;
  }
  expect(changed).toBeGreaterThan(100);
});
