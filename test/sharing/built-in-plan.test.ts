// @module-tag slow

import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { whichOutsideDem } from '../../src/coverage/network/outside-dem.ts';
import { hamletPoints } from '../../src/coverage/service/hamlet-points.ts';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { computeService, createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings, type ServiceResult } from '../../src/coverage/service/service-types.ts';
import { buildFindings } from '../../src/findings/build-findings.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { distanceM } from '../../src/geo/distance.ts';
import { peopleOf } from '../../src/model/hamlet.ts';
import type { Pack } from '../../src/model/pack.ts';
import { applyPlan } from '../../src/sharing/plan/apply-plan.ts';
import { planSharing } from '../../src/sharing/plan/plan.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { mergesNeeded, sharingRate } from '../../src/sharing/rate.ts';
import { createMergeSolver } from '../../src/sharing/solver/solve-exactly.ts';
import { builtInPack } from '../support/built-in-pack.ts';

let pack: Pack;
let service: ServiceResult;
let findings: Findings;
const settings = defaultServiceSettings;

const serviceOf = (changed: Pack): ServiceResult => {
  const evaluator = createServiceEvaluator(sceneOf(changed), settings);
  return computeService(evaluator, 0, evaluator.points.length);
};

beforeAll(async () => {
  pack = await builtInPack();
  service = serviceOf(pack);
  const solver = createMergeSolver(await loadHighs());
  const { finding: sharing } = planSharing({
    pack,
    service,
    settings,
    rules: defaultSharingRules,
    solver,
    timeLimitS: 120,
  });
  const outsideDem = whichOutsideDem(pack.terrain, hamletPoints(pack.hamlets).positions);
  findings = buildFindings({ pack, checksum: 'x', appVersion: '0', service, settings, outsideDem, sharing });
}, 300_000);

describe('the sharing plan of the built-in pack', () => {
  it('starts from 1,600 sites with 144 shared: 84 two-into-one merges reach 15 % under D1', () => {
    expect(findings.sharing.today).toMatchObject({ sites: 1600, sharedSites: 144, d1: 0.09 });
    expect(findings.sharing.mergesNeeded.d1).toBe(84);
  });

  it('reaches the target, and not without its last merge', () => {
    const { chosen, after, reached } = findings.sharing;
    expect(reached).toBe(true);
    expect(sharingRate(applyPlan(pack.sites, chosen, defaultSharingRules))).toEqual(after);
    expect(after.d1).toBeGreaterThanOrEqual(0.15);
    expect(sharingRate(applyPlan(pack.sites, chosen.slice(0, -1), defaultSharingRules)).d1).toBeLessThan(0.15);
  });

  it('is proven to within 0.1 %: no fewer merges reach the target, and none of as many are worth more', () => {
    const { method, gap, chosen, mergesNeeded: needed } = findings.sharing;
    expect(method).toBe('milp');
    expect(gap).toBeLessThanOrEqual(0.001);
    expect(chosen.length).toBe(needed.d1);
  });

  it('hands rent from one to another: over all parties it sums to nothing, and the rest to what society saves', () => {
    const { balances, money } = findings.sharing;
    const sum = (of: (balance: (typeof balances)[number]) => number) =>
      balances.reduce((total, balance) => total + of(balance), 0);
    expect(balances.length).toBeGreaterThan(4);
    expect(Math.abs(sum(({ rentVnd }) => rentVnd.central))).toBeLessThan(1);
    expect(sum(({ ownVnd }) => ownVnd.central)).toBeCloseTo(money.consolidationVnd.central, 0);
  });

  it('keeps every rule: distance, tenants, one operator once, no site both host and donor', () => {
    const { chosen, rules } = findings.sharing;
    const byId = new Map(pack.sites.map((site) => [site.id, site]));
    const hosts = new Set(chosen.map((merge) => merge.hostId));
    expect(new Set(chosen.map((merge) => merge.donorId)).size).toBe(chosen.length);
    for (const merge of chosen) {
      expect(hosts.has(merge.donorId)).toBe(false);
      const apart = distanceM(byId.get(merge.hostId)!.position, byId.get(merge.donorId)!.position);
      expect(apart).toBeLessThanOrEqual(merge.limitM);
    }
    for (const site of applyPlan(pack.sites, chosen, defaultSharingRules)) {
      if (!hosts.has(site.id)) continue;
      expect(site.tenants.length).toBeLessThanOrEqual(rules.maxTenants);
      expect(new Set(site.tenants.map((tenant) => tenant.operator)).size).toBe(site.tenants.length);
    }
  });

  it('takes service from nobody: every point computed anew in the network it leaves', () => {
    const after = serviceOf({ ...pack, sites: applyPlan(pack.sites, findings.sharing.chosen, defaultSharingRules) });
    let served = 0;
    service.levelDbm.forEach((rsrp, entry) => {
      if (!(rsrp >= settings.thresholdDbm)) return;
      served++;
      expect(after.levelDbm[entry]).toBeGreaterThanOrEqual(settings.thresholdDbm);
    });
    expect(served).toBeGreaterThan(10_000);
  }, 300_000);

  it('counts money as ranges, new build and consolidation apart', () => {
    for (const range of [findings.sharing.money.consolidationVnd, findings.sharing.money.avoidedNewBuildVnd]) {
      expect(range.low).toBeLessThan(range.central);
      expect(range.central).toBeLessThan(range.high);
    }
  });
});

describe('4G of the built-in pack, fitted to what is known of the province', () => {
  it('is missing at 20 to 50 hamlets, most in Võ Nhai and Định Hóa', () => {
    const white = (name?: string): number =>
      findings.districts
        .filter((row) => name === undefined || row.name === name)
        .reduce((sum, { any }) => sum + any.hamlets.none, 0);
    expect(white()).toBeGreaterThanOrEqual(20);
    expect(white()).toBeLessThanOrEqual(50);
    expect(white('Huyện Võ Nhai') + white('Huyện Định Hóa')).toBeGreaterThan(white() / 2);
  });

  it('reaches every home within 500 m of a 4G site that would reach it without trees and houses', () => {
    const { points, ...scene } = sceneOf(pack);
    const has4G = pack.sites.filter(({ tenants }) =>
      tenants.some(({ cells }) => cells.some(({ technology }) => technology === '4G')),
    );
    const operators = service.operators.length;
    const isUnserved = (point: number): boolean =>
      service.levelDbm
        .subarray(point * operators, (point + 1) * operators)
        .every((level) => !(level >= settings.thresholdDbm));
    const stranded = points.filter((_, point) => isUnserved(point));
    expect(stranded.length).toBeGreaterThan(50);
    for (const home of stranded) {
      const sites = has4G.filter(({ position }) => distanceM(home, position) < 500);
      if (sites.length === 0) continue;
      const withoutClutter = createServiceEvaluator({ ...scene, landCover: null, sites, points: [home] }, settings);
      withoutClutter.operators.forEach((_, o) => {
        expect(withoutClutter.best(0, o).levelDbm >= settings.thresholdDbm, String(home)).toBe(false);
      });
    }
  });
});

describe('the findings of the built-in pack', () => {
  it('sum to the same over communes, districts and province', () => {
    const sum = (rows: Findings['communes'], of: (row: Findings['province']) => number) =>
      rows.reduce((total, row) => total + of(row), 0);
    const measures: ((row: Findings['province']) => number)[] = [
      (row) => row.hamlets,
      (row) => row.people,
      (row) => row.sites,
      (row) => row.any.hamlets.none,
      (row) => row.any.hamlets.partial,
      (row) => row.any.hamlets.served,
      (row) => row.any.peopleUnserved!,
      (row) => row.withoutFibre.hamlets,
    ];
    for (const of of measures) {
      expect(sum(findings.communes, of)).toBe(of(findings.province));
      expect(sum(findings.districts, of)).toBe(of(findings.province));
    }
  });

  it('count every hamlet once and everyone in the census', () => {
    const { none, partial, served, unknown, absent } = findings.province.any.hamlets;
    expect([unknown, absent]).toEqual([0, 0]);
    expect(none + partial + served).toBe(pack.hamlets.length);
    expect(findings.province.people).toBe(1_286_751);
    expect(findings.province.people).toBe(pack.hamlets.reduce((sum, hamlet) => sum + peopleOf(hamlet), 0));
  });

  it('call a hamlet served by any operator at least as well as by each', () => {
    const rank = { unknown: -1, absent: -1, none: 0, partial: 1, served: 2 };
    for (const hamlet of findings.hamlets) {
      for (const operator of hamlet.operators)
        expect(rank[hamlet.status]).toBeGreaterThanOrEqual(rank[operator.status]);
    }
  });

  it('have the four pilot communes', () => {
    expect(findings.pilots.map((row) => row.name).sort()).toEqual(
      ['Bình Thành', 'La Bằng', 'Phúc Thuận', 'Sảng Mộc'].sort(),
    );
  });
});

describe('merges needed', () => {
  it('is none at today’s rate, and all pairs of unshared sites for 100 %', () => {
    const today = sharingRate(pack.sites);
    expect(mergesNeeded(today, 0.09, 'D1')).toBe(0);
    expect(mergesNeeded(today, 1, 'D1')).toBe((1600 - 144) / 2);
  });

  it('is out of reach where an odd site is left over', () => {
    const alone = { tenants: [{ operator: 'a', antennaHeightM: 30, cells: [] }] };
    const three = sharingRate([alone, alone, alone]);
    expect(mergesNeeded(three, 1, 'D1')).toBeNull();
    expect(mergesNeeded(three, 0.5, 'D1')).toBe(1);
  });
});
