import { describe, expect, it } from 'vitest';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { Site, Tenant } from '../../src/model/site.ts';
import { createTakings, takeTogether } from '../../src/rollout/options/takings.ts';
import { rolloutSceneOf } from '../../src/rollout/rollout-scene.ts';
import { defaultRolloutQuestion } from '../../src/rollout/rollout-types.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { aRolloutPack, hamletAt, westernSite } from './a-rollout-pack.ts';

/** A second site of Viettel beside the western one. */
const second = (): Site => {
  const site = westernSite();
  const tenants = site.tenants.map((tenant) => ({
    ...tenant,
    cells: tenant.cells.map((cell) => ({ ...cell, id: `b-${cell.id}` })),
  }));
  return { ...site, id: 'TN-0009', position: [105.833, 21.631], tenants };
};

const silenced = (tenant: Tenant): Tenant => ({
  ...tenant,
  cells: tenant.cells.map((cell) => ({ ...cell, powerDbm: -30 })),
});
const changed = (site: Site): Site => ({ ...site, tenants: site.tenants.map(silenced) });

const sceneWith = (...sites: Site[]) =>
  rolloutSceneOf(
    aRolloutPack({ sites, hamlets: [hamletAt('west', [105.832, 21.637])] }),
    defaultServiceSettings,
    defaultSharingRules,
    defaultRolloutQuestion,
  );

describe('antennas that are changed', () => {
  it('take service where nobody else of the operator reaches, and none where another does', () => {
    const [site] = [westernSite()];
    const [own] = site.tenants;
    expect(createTakings(sceneWith(site))(site, own, silenced(own))).toBe(true);
    expect(createTakings(sceneWith(site, second()))(site, own, silenced(own))).toBe(false);
  });

  it('take together what none takes alone', () => {
    const sites = [westernSite(), second()];
    const scene = sceneWith(...sites);
    const retunes = sites.map((site) => ({ operator: 'viettel', site: changed(site) }));
    for (const [i, one] of retunes.entries()) {
      const after = sites.map((site, s) => (s === i ? one.site : site));
      expect(takeTogether(scene, [one], after)).toBe(false);
    }
    expect(takeTogether(scene, retunes, sites.map(changed))).toBe(true);
    expect(takeTogether(scene, [], sites)).toBe(false);
  });
});
