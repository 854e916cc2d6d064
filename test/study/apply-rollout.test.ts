// @module-tag slow
import { describe, expect, it } from 'vitest';
import type { RolloutFinding } from '../../src/rollout/rollout-types.ts';
import { runRollout } from '../../src/runs/rollout.ts';
import { applyScenario, layerOf } from '../../src/study/apply-scenario.ts';
import { operations } from '../../src/study/operations/index.ts';
import { takenDownSites } from '../../src/study/operations/rollout.ts';
import { createScenario } from '../../src/study/scenarios.ts';
import { commit, currentScenario, openStudy, redo, type Study, undo } from '../../src/study/study.ts';
import { aRolloutPack, aTenant, easternSite, westernSite } from '../rollout/a-rollout-pack.ts';
import { placeKey, servedPlaces } from '../rollout/service-anew.ts';
import { does, refusalOf } from './a-study.ts';

/** In the valley beside the standing site, with 2G of MobiFone: a donor of a merge. */
const donor = () => ({
  ...easternSite(),
  id: 'TN-0003',
  position: [105.8855, 21.6355] as [number, number],
  owner: 'mobifone',
  tenants: [
    aTenant('mobifone', 30, ...easternSite().tenants[0].cells.map((cell) => ({ ...cell, id: `m-${cell.id}` }))),
  ],
});

const aStudyOf = (sites = [westernSite(), easternSite()]): Study =>
  createScenario(openStudy({ pack: aRolloutPack({ sites }), checksum: 'c'.repeat(64) }), 'Phương án 1');

const planOf = async (study: Study, operator: string | null): Promise<RolloutFinding> => {
  const pack = applyScenario(study.base.pack, currentScenario(study));
  const takenDown = takenDownSites(study).map(({ position }) => position);
  return (await runRollout(pack, { question: { operator }, takenDown })).finding;
};

describe('a rollout that is carried out', () => {
  it('is one moment, which serves whom the plan says, and is undone as one', async () => {
    const study = aStudyOf();
    const finding = await planOf(study, 'vinaphone');
    expect(finding.plan.length).toBeGreaterThan(1);
    const built = does(study, operations.applyRollout(study, { options: finding.plan }));
    expect(currentScenario(built)?.done).toHaveLength(1);
    const { pack } = built.base;
    const served = servedPlaces(pack, layerOf(built, 'sites'), 'vinaphone');
    for (const d of finding.served) expect(served).toContain(placeKey(finding.demands[d]));
    const undone = undo(built);
    expect(layerOf(undone, 'sites')).toEqual(layerOf(study, 'sites'));
    expect(layerOf(redo(undone), 'sites')).toEqual(layerOf(built, 'sites'));
    // what is built needs no second plan
    expect((await planOf(built, 'vinaphone')).notes).toEqual(['nothing-unserved']);
  });

  it('gives new masts the commune they stand in', async () => {
    const study = aStudyOf([westernSite()]);
    const { plan } = await planOf(study, null);
    const built = does(study, operations.applyRollout(study, { options: plan }));
    const fresh = layerOf(built, 'sites').filter(({ id }) => id !== 'TN-0001');
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ communeCode }) => ['05431', '05434'].includes(communeCode))).toBe(true);
  });

  it('leaves a merge as it was carried out: tenants that came stay, what was taken down is not built again', async () => {
    const study = aStudyOf([westernSite(), easternSite(), donor()]);
    const old = await planOf(study, 'vinaphone');
    const merges = [{ hostId: 'TN-0002', donorId: 'TN-0003' }];
    const merged = does(study, operations.applyMerges(study, { merges }));
    // planned before the merge: would take the tenant that came down again
    expect(refusalOf(operations.applyRollout(merged, { options: old.plan }))).toBe('changed-since');

    const { plan } = await planOf(merged, 'vinaphone');
    const built = does(merged, operations.applyRollout(merged, { options: plan }));
    const host = layerOf(built, 'sites').find(({ id }) => id === 'TN-0002');
    expect(host?.tenants.map(({ operator }) => operator)).toEqual(['vinaphone', 'mobifone']);
    const after = servedPlaces(built.base.pack, layerOf(built, 'sites'), 'mobifone');
    for (const key of servedPlaces(built.base.pack, layerOf(merged, 'sites'), 'mobifone')) expect(after).toContain(key);

    const mast = { ...donor(), id: 'M-1', position: [105.8857, 21.6357] as [number, number] };
    const again = { operator: 'mobifone', siteId: null, site: mast };
    expect(refusalOf(operations.applyRollout(merged, { options: [again] }))).toBe('rebuilds');
    expect(refusalOf(operations.applyRollout(study, { options: [again] }))).toBeNull();
  });

  it('looks for no mast where one was taken down', async () => {
    const study = aStudyOf([westernSite(), { ...donor(), position: [105.87, 21.61] as [number, number] }]);
    const near = ({ options }: RolloutFinding) =>
      options.filter(
        ({ siteId, site: { position } }) =>
          siteId === null && Math.hypot(position[0] - 105.87, position[1] - 21.61) < 0.003,
      );
    expect(near(await planOf(study, 'viettel')).length).toBeGreaterThan(0);
    const without = does(study, operations.deleteSite(study, { id: 'TN-0003' }));
    expect(near(await planOf(without, 'viettel'))).toEqual([]);
  });

  it('says why it can’t be', async () => {
    const study = aStudyOf();
    const { plan } = await planOf(study, null);
    const refusal = (at: Study, options: Parameters<typeof operations.applyRollout>[1]['options']) =>
      refusalOf(operations.applyRollout(at, { options }));
    expect(refusal(study, [])).toBe('nothing-changes');
    const gone = does(study, operations.deleteSite(study, { id: 'TN-0002' }));
    expect(refusal(gone, plan)).toBe('no-such-entry');
    const mast = { operator: 'viettel', siteId: null, site: { ...westernSite(), id: 'M-1' } };
    const built = commit(study, operations.applyRollout(study, { options: [mast] }) as Parameters<typeof commit>[1]);
    expect(refusal(built, [mast])).toBe('id-taken');
    expect(refusal(study, [mast, mast])).toBe('id-taken');
    const away = { ...mast, site: { ...mast.site, position: [105.7, 21.4] as [number, number] } };
    expect(refusal(study, [away])).toBe('outside-province');
    const bare = { ...mast, site: { ...mast.site, tenants: [] } };
    expect(refusal(study, [bare])).toBe('last-tenant');
  });
});
