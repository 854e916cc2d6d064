import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { computeService, createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import type { LonLat } from '../../src/model/place.ts';
import type { Site } from '../../src/model/site.ts';
import { applyPlan } from '../../src/sharing/plan/apply-plan.ts';
import { planSharing } from '../../src/sharing/plan/plan.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { createMergeSolver, type MergeSolver } from '../../src/sharing/solver/solve-exactly.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

let solver: MergeSolver;
beforeAll(async () => {
  solver = createMergeSolver(await loadHighs());
});

const facts = readFacts();
const hamletAt: LonLat = [105.82, 21.62];

const site = (id: string, operator: string, position: LonLat): Site =>
  aSite({
    id,
    position,
    structure: 'self-support',
    heightM: 60,
    owner: operator,
    tenants: [
      { operator, antennaHeightM: 40, cells: [{ ...aSite().tenants[0].cells[0], id: `${id}-1`, antenna: 'omni' }] },
    ],
  });

/**
 * Two sites of Viettel half a kilometre from the only hamlet, either of which serves it, and a site of another operator
 * four kilometres off for each: near enough to share by the rules below, too far to serve the hamlet from.
 */
const pack = ((): Pack => {
  const draft = aPack({
    hamlets: [aHamlet({ centre: hamletAt, clusters: [{ position: [105.8201, 21.6201], people: 200 }] })],
    sites: [
      site('TN-0001', 'viettel', [105.825, 21.62]),
      site('TN-0002', 'viettel', [105.815, 21.62]),
      site('TN-0003', 'vinaphone', [105.865, 21.62]),
      site('TN-0004', 'mobifone', [105.862, 21.63]),
    ],
  });
  return { ...draft, facts, manifest: { ...draft.manifest, files: [] } as PackManifest } as Pack;
})();

const levelWith = (sites: readonly Site[]): number => {
  const evaluator = createServiceEvaluator(sceneOf({ ...pack, sites }), defaultServiceSettings);
  const viettel = evaluator.operators.indexOf('viettel');
  return computeService(evaluator, 0, 1).levelDbm[viettel];
};

const rules = { ...defaultSharingRules, urbanDistanceM: 5000, ruralDistanceM: 5000, targetRate: 1 };
const moves = [
  { donorId: 'TN-0001', hostId: 'TN-0003' },
  { donorId: 'TN-0002', hostId: 'TN-0004' },
];
const near = levelWith(pack.sites);
const far = levelWith(applyPlan(pack.sites, moves, rules));
const settings = { ...defaultServiceSettings, thresholdDbm: (near + far) / 2 };

const plan = (exact: boolean) => {
  const evaluator = createServiceEvaluator(sceneOf(pack), settings);
  const service = computeService(evaluator, 0, evaluator.points.length);
  // those without a first move of their own stay where they are
  const forbidden = pack.sites.flatMap(({ id: hostId }) =>
    pack.sites
      .filter(({ id }) => !moves.some((move) => move.donorId === id && move.hostId === hostId))
      .map(({ id: donorId }) => ({ hostId, donorId })),
  );
  const locks = { forced: [], forbidden };
  return planSharing({
    pack,
    service,
    settings,
    rules,
    locks,
    objective: 'all-that-pay',
    solver: exact ? solver : null,
  }).finding;
};

describe('two merges that are each harmless and hurt together', () => {
  it('are so: either mast serves the hamlet alone, and neither host does', () => {
    for (const move of moves) {
      expect(levelWith(applyPlan(pack.sites, [move], rules))).toBeGreaterThan(settings.thresholdDbm);
    }
    expect(far).toBeLessThan(settings.thresholdDbm);
  });

  it.each([true, false])('are never both in a plan (exact: %s)', (exact) => {
    const { chosen, rejected, method, service } = plan(exact);
    expect(method).toBe(exact ? 'milp' : 'greedy');
    expect(chosen).toHaveLength(1);
    expect(levelWith(applyPlan(pack.sites, chosen, rules))).toBeGreaterThan(settings.thresholdDbm);
    // the other of the two says whom it would hurt
    const names = moves.map(({ donorId }) => donorId);
    const other = rejected.find(({ donorId, reason }) => names.includes(donorId) && reason === 'loses-service');
    expect(other?.hamletId).toBe(aHamlet().id);
    for (const { before, after } of Object.values(service.byOperator)) expect(after).toBe(before);
  });
});
